package dev.plinth.schema.model;

import java.util.List;

/**
 * A named query of the database.
 *
 * @param columns what it returns, as the database reported it; empty until it was inspected
 * @param query SQL of the database it lives in
 */
public record View(
        String id,
        TableName name,
        String label,
        List<Column> columns,
        String query,
        String comment) {
    public View {
        columns = List.copyOf(columns);
    }
}
