package dev.plinth.schema.dialect;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.List;

/**
 * Where a value is found again that was copied with the key of its row.
 *
 * @param table the one it came from, as a statement names it
 * @param key its columns that its rows are known by in the copy, in the copy's order
 * @param copy the table with the values
 */
public record KeptValue(Table table, List<Column> key, Table copy, Names names) {
    public KeptValue {
        key = List.copyOf(key);
    }

    /** The query for a value, within a statement about the table. */
    public String query() {
        return "(SELECT " + value() + rows() + ")";
    }

    /** Whether a value is kept of a row, within a statement about the table. */
    public String isThere(boolean filled) {
        return "EXISTS (SELECT 1"
                + rows()
                + (filled ? " AND " + value() + " IS NOT NULL" : "")
                + ")";
    }

    /** The value; where none is kept, what the column is to be filled with otherwise. */
    public Expression or(Column column) {
        Expression otherwise = column.backfill();
        return Expression.sql(
                otherwise == null
                        ? query()
                        : "COALESCE(" + query() + ", " + otherwise.text() + ")");
    }

    /** Whether what a column is filled with comes from the copy at this place. */
    public static boolean isReadBy(Column column, TableName place, Names names) {
        Expression backfill = column.backfill();
        return backfill != null && backfill.text().contains(from(place, names));
    }

    /** A query for the values whose rows are not there: deleted since, or by another key. */
    public String unclaimed() {
        return "SELECT 1"
                + from(copy.name(), names)
                + " WHERE "
                + value()
                + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
                + names.quote(table.name())
                + " WHERE "
                + isSameRow()
                + ")";
    }

    private String value() {
        return "k." + names.quote(copy.columns().getLast().name());
    }

    private String rows() {
        return from(copy.name(), names) + " WHERE " + isSameRow();
    }

    private String isSameRow() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < key.size(); i++) {
            rows.append(i == 0 ? "" : " AND ")
                    .append("k.")
                    .append(names.quote(copy.columns().get(i).name()))
                    .append(" = ")
                    .append(names.quote(table.name()))
                    .append('.')
                    .append(names.quote(key.get(i).name()));
        }
        return rows.toString();
    }

    private static String from(TableName place, Names names) {
        return " FROM " + names.quote(place) + " k";
    }
}
