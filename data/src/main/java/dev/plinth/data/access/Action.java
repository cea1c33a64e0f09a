package dev.plinth.data.access;

/** What can be done to the rows of a table. */
public enum Action {
    CREATE,
    READ,
    UPDATE,
    DELETE
}
