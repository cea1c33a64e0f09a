package dev.plinth.schema.model;

/** When a key or relation is checked. */
public enum Deferral {
    /** With each statement, and nothing can put it off. */
    NONE,
    /** With each statement, unless a transaction asks for later. */
    IMMEDIATE,
    /** When the transaction commits, unless it asks for earlier. */
    DEFERRED
}
