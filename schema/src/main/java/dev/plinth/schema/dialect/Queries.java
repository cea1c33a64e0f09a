package dev.plinth.schema.dialect;

import dev.plinth.schema.type.ColumnType;
import java.util.List;
import java.util.Optional;

/** The parts of queries for rows that databases spell differently. Names come in quoted. */
public interface Queries {
    /**
     * Ends a query that gives back at most {@code limit} rows after {@code offset}; either may be
     * negative for "none". {@code ordered} tells whether an ORDER BY precedes.
     */
    String page(long limit, long offset, boolean ordered);

    /** {@code expression} sorted, with NULLs where asked even if the database sorts otherwise. */
    String sorted(String expression, boolean descending, boolean nullsFirst);

    /** A case-insensitive LIKE of two operands. */
    String likeIgnoringCase(String expression, String pattern);

    /** A regular expression match, or empty when the database has none. */
    Optional<String> matches(String expression, String pattern, boolean ignoringCase);

    /** Equality that takes two NULLs for equal. */
    String isNotDistinct(String left, String right);

    /** {@code expression} converted to a type. */
    String cast(String expression, ColumnType type);

    /** What follows an INSERT, UPDATE or DELETE to give back columns; empty if it cannot. */
    Optional<String> returning(List<String> quotedColumns);

    /**
     * A whole INSERT of one row of placeholders that updates (or, with no {@code updated} columns,
     * keeps) the row which has the same key.
     */
    String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated);

    /** An INSERT of a row that takes nothing but defaults. */
    default String insertDefaults(String quotedTable) {
        return "INSERT INTO " + quotedTable + " DEFAULT VALUES";
    }
}
