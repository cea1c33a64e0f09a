package dev.plinth.schema.dialect;

import dev.plinth.schema.type.ColumnType;

/**
 * What a database itself calls a row by, for tables without a key.
 *
 * @param sql the pseudo-column
 */
public record RowAddress(String sql, ColumnType type) {}
