package dev.plinth.schema.diff;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a deployment took away and keeps aside.
 *
 * @param number counted from 1 within a database
 * @param origin the table it was, or was part of, with the ids and names it had
 * @param column id of the column whose values are kept; empty for the whole table
 * @param place the table that holds it now
 * @param outlook whether it comes back by itself with a model that has it again
 * @param since when it was taken away, in ISO 8601
 */
public record Kept(
        int number, Table origin, String column, TableName place, Outlook outlook, String since) {
    private static final String PREFIX = "plinth_kept_";
    private static final Pattern NUMBERED = Pattern.compile(PREFIX + "([0-9]{1,9})");

    /** What becomes of it by itself. */
    public enum Outlook {
        RETURNS,

        /**
         * Its rows lost the key that values are kept by, so that nobody can tell whose they are.
         */
        KEY_LOST,

        /** The column is there again, and its rows went on without these values. */
        LEFT_BEHIND
    }

    /** Where the element of that number is kept; hidden from inspections by its name. */
    static TableName place(TableName origin, int number) {
        return new TableName(origin.schema(), PREFIX + number);
    }

    public boolean returnable() {
        return outlook == Outlook.RETURNS;
    }

    /** The number in the name of something that is or was kept aside; 0 in any other name. */
    static int number(String name) {
        Matcher matcher = NUMBERED.matcher(name);
        return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
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

    /** The table at the place, where it holds the values of a column. */
    public Optional<Table> copy() {
        List<Column> key =
                origin.keyColumns().stream().flatMap(c -> origin.column(c).stream()).toList();
        return valueColumn().map(value -> copy(place, key, value));
    }

    /** A table for the values of a column, by the key of their rows. */
    static Table copy(TableName place, List<Column> key, Column value) {
        List<Column> columns = new ArrayList<>();
        for (Column column : key) {
            String name = "key_" + (columns.size() + 1);
            columns.add(Column.of(name, name, column.type()).withRequired(true));
        }
        PrimaryKey primaryKey = new PrimaryKey("", columns.stream().map(Column::id).toList());
        columns.add(Column.of("value", "value", value.type()));
        return Table.of(place.name(), place.name(), columns)
                .withName(place)
                .withPrimaryKey(primaryKey);
    }
}
