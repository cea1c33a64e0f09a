package dev.plinth.schema.model;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * @param where only rows for which this holds are in the index; null for all
 * @param included ids of columns whose values the index keeps beside its parts, so that a query for
 *     them need not read the table
 * @param method the database's own word for the kind of index, empty for its usual one
 */
public record Index(
        String id,
        String name,
        List<Part> parts,
        boolean unique,
        @Nullable Expression where,
        List<String> included,
        String method) {
    public Index {
        parts = List.copyOf(parts);
        included = List.copyOf(included);
    }

    /** An index that keeps nothing beside its parts. */
    public Index(
            String id,
            String name,
            List<Part> parts,
            boolean unique,
            @Nullable Expression where,
            String method) {
        this(id, name, parts, unique, where, List.of(), method);
    }

    public Index withId(String newId) {
        return new Index(newId, name, parts, unique, where, included, method);
    }

    public Index withName(String newName) {
        return new Index(id, newName, parts, unique, where, included, method);
    }

    public Index withParts(List<Part> newParts) {
        return new Index(id, name, newParts, unique, where, included, method);
    }

    public Index withWhere(@Nullable Expression newWhere) {
        return new Index(id, name, parts, unique, newWhere, included, method);
    }

    public Index withIncluded(List<String> newIncluded) {
        return new Index(id, name, parts, unique, where, newIncluded, method);
    }

    public Index withMethod(String newMethod) {
        return new Index(id, name, parts, unique, where, included, newMethod);
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
