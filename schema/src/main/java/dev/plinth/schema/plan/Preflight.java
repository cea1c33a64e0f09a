package dev.plinth.schema.plan;

import dev.plinth.schema.type.ColumnType;

/** A question to the live data before a step. */
public sealed interface Preflight {
    /** What is counted, in words: "rows without a value in email". */
    String question();

    /** Whether any hit means that the step would fail or damage data, so that it must not run. */
    boolean blocking();

    /**
     * @param sql gives one number
     */
    record Count(String question, String sql, boolean blocking) implements Preflight {}

    /**
     * Counts the values that are no values of another type.
     *
     * @param sql gives the values of the column that are not null
     */
    record Conversion(String question, String sql, ColumnType from, ColumnType to, boolean blocking)
            implements Preflight {}
}
