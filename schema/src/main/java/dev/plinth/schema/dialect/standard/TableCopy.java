package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Carries the rows of a table over to one that is to take its place.
 *
 * @param converted an expression for a column of the old table as the new one holds it
 * @param valueOf a default as SQL
 */
public record TableCopy(
        Names names,
        BiFunction<Column, Column, String> converted,
        BiFunction<ColumnType, Default, String> valueOf) {

    /** Where the new table is made, until it gets the name of the old one. */
    public static TableName beside(TableName name) {
        return new TableName(name.schema(), "plinth_new_" + name.name());
    }

    /** The table by another name, its constraints named as they will be under its own. */
    public static Table named(Table table, TableName temporary) {
        PrimaryKey key = table.primaryKey();
        Table renamed = table.withName(temporary);
        return key == null || !key.name().isEmpty()
                ? renamed
                : renamed.withPrimaryKey(
                        new PrimaryKey(table.name().name() + "_pkey", key.columns()));
    }

    /** The statement that fills the new table; empty when nothing is carried over. */
    public Optional<String> statement(Table from, Table to, TableName target) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : to.columns()) {
            value(from.column(column.id()), column)
                    .ifPresent(v -> values.put(names.quote(column.name()), v));
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "INSERT INTO "
                                + names.quote(target)
                                + " ("
                                + String.join(", ", values.keySet())
                                + ") SELECT "
                                + String.join(", ", values.values())
                                + " FROM "
                                + names.quote(from.name()));
    }

    /**
     * What a column of the new table is filled with; empty for what the database fills by itself.
     */
    private Optional<String> value(Optional<Column> was, Column column) {
        if (column.generated() != null) {
            return Optional.empty();
        }
        Optional<String> backfill = Optional.ofNullable(column.backfill()).map(Expression::text);
        if (was.isPresent()) {
            String value = converted.apply(was.get(), column);
            boolean filled = column.required() && !was.get().required() && backfill.isPresent();
            return Optional.of(filled ? "coalesce(" + value + ", " + backfill.get() + ")" : value);
        }
        if (backfill.isPresent() || column.identity() != null) {
            return backfill;
        }
        return Optional.ofNullable(column.defaultValue()).map(d -> valueOf.apply(column.type(), d));
    }
}
