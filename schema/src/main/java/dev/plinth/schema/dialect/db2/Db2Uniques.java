package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Unique keys of columns that may be empty: a constraint has none (11.5, SQL0542N), so they are
 * indexes. To an index, NULL is a value like any other, and EXCLUDE NULL KEYS leaves out rows of
 * which every part is NULL ("CREATE INDEX", 10.5 and newer).
 */
final class Db2Uniques {
    static final String WITHOUT_NULLS = " EXCLUDE NULL KEYS";

    private final Names names;

    Db2Uniques(Names names) {
        this.names = names;
    }

    static boolean isIndex(Table table, UniqueKey key) {
        return hasOptional(table, key.columns());
    }

    static boolean hasOptional(Table table, List<String> columns) {
        return columns.stream()
                .flatMap(id -> table.column(id).stream())
                .anyMatch(c -> !c.required());
    }

    static boolean hasOptional(Table table, Index index) {
        return hasOptional(table, index.parts().stream().map(Index.Part::column).toList());
    }

    /** Whether a check or an index computes something of a column, by either name of it. */
    static boolean mention(Table table, String column) {
        return table.checks().stream().anyMatch(c -> c.expression().text().contains(column))
                || table.columnNamed(column).filter(c -> computeOf(table, c)).isPresent();
    }

    /** Whether an index computes something of the column. */
    static boolean computeOf(Table table, Column column) {
        return table.indexes().stream()
                        .flatMap(i -> i.parts().stream())
                        .anyMatch(p -> !p.isColumn() && p.expression().contains(column.name()))
                || table.uniques().stream()
                        .filter(u -> u.columns().size() > 1 && u.nullsDistinct())
                        .anyMatch(u -> u.columns().contains(column.id()) && isIndex(table, u));
    }

    /** Whether a unique key or index is another one when the column takes NULL or ceases to. */
    static boolean dependOn(Table table, Column column) {
        return table.uniques().stream().anyMatch(u -> u.columns().contains(column.id()))
                || table.indexes().stream()
                        .filter(Index::unique)
                        .flatMap(i -> i.parts().stream())
                        .anyMatch(p -> p.column().equals(column.id()));
    }

    /** The name of something that lies in the schema of the table. */
    String besides(Table table, String name) {
        return names.quote(new TableName(table.name().schema(), name));
    }

    String create(Table table, UniqueKey key) {
        List<Column> columns =
                key.columns().stream().flatMap(id -> table.column(id).stream()).toList();
        boolean alone = columns.size() == 1;
        String present =
                columns.stream()
                        .filter(c -> !c.required())
                        .map(c -> names.quote(c.name()) + " IS NOT NULL")
                        .collect(Collectors.joining(" AND "));
        String parts =
                columns.stream()
                        .map(c -> names.quote(c.name()))
                        .map(
                                c ->
                                        alone || !key.nullsDistinct()
                                                ? c
                                                : "CASE WHEN " + present + " THEN " + c + " END")
                        .collect(Collectors.joining(", "));
        return "CREATE UNIQUE INDEX "
                + besides(table, key.name())
                + " ON "
                + names.quote(table.name())
                + " ("
                + parts
                + ")"
                + (key.nullsDistinct() ? WITHOUT_NULLS : "");
    }
}
