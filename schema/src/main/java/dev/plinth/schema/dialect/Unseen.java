package dev.plinth.schema.dialect;

/**
 * What a database does not show to whoever inspects it. What was deployed of it is trusted to be
 * there still.
 */
public enum Unseen {
    CHECKS,
    /** Which unique indexes belong to a unique key. */
    UNIQUE_KEYS,
    /** From what columns are computed. */
    GENERATION,
    VIEW_QUERIES
}
