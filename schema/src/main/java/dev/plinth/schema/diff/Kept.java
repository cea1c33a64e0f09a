package dev.plinth.schema.diff;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.List;
import java.util.Optional;

/**
 * What a deployment took away and keeps aside.
 *
 * @param number counted from 1 within a database
 * @param origin the table it was, or was part of, with the ids and names it had
 * @param column id of the column whose values are kept; empty for the whole table
 * @param place the table that holds it now
 * @param since when it was taken away, in ISO 8601
 */
public record Kept(int number, Table origin, String column, TableName place, String since) {
    private static final String PREFIX = "plinth_kept_";

    /** Where the element of that number is kept; hidden from inspections by its name. */
    static TableName place(TableName origin, int number) {
        return new TableName(origin.schema(), PREFIX + number);
    }

    public boolean isTable() {
        return column.isEmpty();
    }

    /** What it was called: {@code people} or {@code people.phone}. */
    public String title() {
        return origin.name()
                + origin.column(column).map(Column::name).map(name -> "." + name).orElse("");
    }

    /** The kept table itself, as a live one. */
    Table table() {
        return origin.withName(place).withRelations(List.of());
    }

    /** The column whose values are kept. */
    Optional<Column> valueColumn() {
        return origin.column(column);
    }
}
