package dev.plinth.schema.model;

import java.util.List;

/**
 * No two rows agree in these columns.
 *
 * @param columns ids
 * @param nullsDistinct whether rows with NULL never count as equal (the usual meaning)
 */
public record UniqueKey(String id, String name, List<String> columns, boolean nullsDistinct) {
    public UniqueKey {
        columns = List.copyOf(columns);
    }
}
