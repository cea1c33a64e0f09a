package dev.plinth.schema.model;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * @param where only rows for which this holds are in the index; null for all
 * @param method the database's own word for the kind of index, empty for its usual one
 */
public record Index(
        String id,
        String name,
        List<Part> parts,
        boolean unique,
        @Nullable Expression where,
        String method) {
    public Index {
        parts = List.copyOf(parts);
    }

    /**
     * One part of an index: a column or an SQL expression, never both.
     *
     * @param column id, or empty when this part is an expression
     */
    public record Part(String column, String expression, boolean descending) {
        public static Part column(String id) {
            return new Part(id, "", false);
        }

        public boolean isColumn() {
            return !column.isEmpty();
        }
    }
}
