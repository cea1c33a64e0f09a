package dev.plinth.schema.model;

import java.util.List;

/**
 * @param name of the constraint; empty to derive it
 * @param columns ids, in key order
 */
public record PrimaryKey(String name, List<String> columns) {
    public PrimaryKey {
        columns = List.copyOf(columns);
    }
}
