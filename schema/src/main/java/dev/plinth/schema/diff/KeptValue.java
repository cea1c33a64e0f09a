package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Table;

import java.util.List;

/** Where a value is found again that was copied with the key of its row. */
public final class KeptValue {
    private KeptValue() {}

    /** The query for a value that was kept, within a statement about the table it came from. */
    public static Expression query(
            Table table, List<Column> key, Column value, Table copy, Names names) {
        StringBuilder query =
                new StringBuilder("(SELECT k.")
                        .append(names.quote(copy.columns().getLast().name()))
                        .append(" FROM ")
                        .append(names.quote(copy.name()))
                        .append(" k WHERE ");
        for (int i = 0; i < key.size(); i++) {
            query.append(i == 0 ? "" : " AND ")
                    .append("k.")
                    .append(names.quote(copy.columns().get(i).name()))
                    .append(" = ")
                    .append(names.quote(table.name()))
                    .append('.')
                    .append(names.quote(key.get(i).name()));
        }
        query.append(')');
        Expression otherwise = value.backfill();
        return Expression.sql(
                otherwise == null
                        ? query.toString()
                        : "COALESCE(" + query + ", " + otherwise.text() + ")");
    }
}
