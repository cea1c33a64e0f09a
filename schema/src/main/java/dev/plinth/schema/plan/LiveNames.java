package dev.plinth.schema.plan;

import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.List;
import java.util.Optional;

/** How tables and columns are named in the live database, before a plan has renamed any. */
record LiveNames(Model live, Model wanted) {
    /** The target of a foreign key under its present names. */
    record Target(TableName table, List<String> columns) {}

    boolean hasTable(String id) {
        return live.table(id).isPresent();
    }

    boolean hasColumn(String table, String column) {
        return column(table, column).isPresent();
    }

    /** A column as it is now. */
    Optional<Column> column(String table, String column) {
        return live.table(table).flatMap(t -> t.column(column));
    }

    /** A column as it is now, under the name that it will have. */
    Column named(Table table, Column column) {
        return column(table.id(), column.id()).map(c -> c.withName(column.name())).orElse(column);
    }

    /** The columns of the primary key as they are now; empty without one. */
    List<Column> key(String table) {
        return live.table(table).stream()
                .flatMap(t -> t.keyColumns().stream().flatMap(id -> t.column(id).stream()))
                .toList();
    }

    TableName table(Table table) {
        return live.table(table.id()).map(Table::name).orElse(table.name());
    }

    String column(String table, Column column) {
        return live.table(table)
                .flatMap(t -> t.column(column.id()))
                .map(Column::name)
                .orElse(column.name());
    }

    /** Whether every column of the wanted table is live under the same name. */
    boolean hasSameNames(Table table) {
        return live.table(table.id())
                .filter(
                        now ->
                                table.columns().stream()
                                        .allMatch(
                                                c ->
                                                        now.column(c.id())
                                                                .filter(
                                                                        n ->
                                                                                n.name()
                                                                                        .equals(
                                                                                                c
                                                                                                        .name()))
                                                                .isPresent()))
                .isPresent();
    }

    /** Whether the table and those of its columns that stay are live under the same names. */
    boolean isUnrenamed(Table table) {
        return live.table(table.id())
                .filter(now -> now.name().equals(table.name()))
                .filter(
                        now ->
                                table.columns().stream()
                                        .allMatch(
                                                c ->
                                                        now.column(c.id())
                                                                .map(Column::name)
                                                                .orElse(c.name())
                                                                .equals(c.name())))
                .isPresent();
    }

    Optional<Target> targetNames(ForeignKey key) {
        return wanted.tableNamed(key.target())
                .flatMap(
                        will ->
                                live.table(will.id())
                                        .flatMap(now -> target(will, now, key.targetColumns())));
    }

    private static Optional<Target> target(Table will, Table now, List<String> columns) {
        List<String> names =
                columns.stream()
                        .flatMap(n -> will.columnNamed(n).stream())
                        .flatMap(c -> now.column(c.id()).stream())
                        .map(Column::name)
                        .toList();
        return names.size() == columns.size()
                ? Optional.of(new Target(now.name(), names))
                : Optional.empty();
    }
}
