package dev.plinth.schema.dialect;

/** What a database may or may not be able to do; a dialect lists what it can. */
public enum Capability {
    /** DDL is part of a transaction and rolled back with it. */
    TRANSACTIONAL_DDL,
    /** Tables, columns and constraints can be altered in place; without it tables are rebuilt. */
    ALTER_TABLE,
    /** Foreign keys can be added to a table that exists. */
    ADD_FOREIGN_KEY,
    COMMENTS,
    VIEW_COMMENTS,
    /** What hangs on a view is told, so that it can be given back when the view is made again. */
    VIEW_BELONGINGS,
    PARTIAL_INDEX,
    EXPRESSION_INDEX,
    DESCENDING_INDEX,
    /** An index keeps columns beside its parts. */
    COVERING_INDEX,
    NULLS_NOT_DISTINCT,
    /** A relation can be checked at the end of the transaction. */
    DEFERRABLE_RELATION,
    /** A unique key can be checked at the end of the transaction. */
    DEFERRABLE_UNIQUE,
    GENERATED_STORED,
    GENERATED_VIRTUAL,
    IDENTITY_ALWAYS,
    /** A column that is given nothing takes a new UUID. */
    UUID_DEFAULT,
    ON_UPDATE_CASCADE,
    /** INSERT, UPDATE and DELETE can give back the rows they touched. */
    RETURNING,
    /** Two row values can be compared, {@code (a, b) > (1, 2)}, and an index serves for that. */
    ROW_COMPARISON,
    /** Rows can be numbered within groups, {@code ROW_NUMBER() OVER (PARTITION BY …)}. */
    NUMBERED_GROUPS,
    REGULAR_EXPRESSIONS,
    FULL_TEXT
}
