package dev.plinth.schema.model;

/** The database numbers the column itself. */
public enum Identity {
    /** A given value is refused, where the database can refuse it. */
    ALWAYS,
    /** A given value is taken instead. */
    BY_DEFAULT
}
