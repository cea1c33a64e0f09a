package dev.plinth.schema.plan;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A question to the live data before a step. */
public sealed interface Preflight {
    /** What is counted, in words: "rows without a value in email". */
    String question();

    /** Whether any hit means that the step would fail or damage data, so that it must not run. */
    boolean blocking();

    /**
     * Which rows are hit.
     *
     * @param sql gives them by {@code columns}, in their order
     * @param columns by which people know a row: its key, or what it is equal to others in
     */
    record Rows(String sql, List<Column> columns) {
        public Rows {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param sql gives one number
     * @param rows that are counted; null where there is nothing to tell them apart by
     */
    record Count(String question, String sql, @Nullable Rows rows, boolean blocking)
            implements Preflight {}

    /**
     * Counts the values that cannot become values of another type, or, where it does not block,
     * those that come out as others.
     *
     * @param sql gives the values of the column that are not null, each with the key of its row
     */
    record Conversion(
            String question,
            String sql,
            ColumnType from,
            ColumnType to,
            List<Column> key,
            boolean blocking)
            implements Preflight {
        public Conversion {
            key = List.copyOf(key);
        }
    }

    /**
     * Counts the groups of rows that become equal in a key as values become those of another type.
     *
     * @param sql gives the columns of the key as they are now
     * @param from those columns
     * @param to the types that they will have
     */
    record Merging(String question, String sql, List<Column> from, List<ColumnType> to)
            implements Preflight {
        public Merging {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        @Override
        public boolean blocking() {
            return true;
        }
    }
}
