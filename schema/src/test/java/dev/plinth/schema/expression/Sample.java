package dev.plinth.schema.expression;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One table with a column of every kind, for the tests of expressions. */
final class Sample {
    static final Map<String, String> COLUMNS =
            new java.util.TreeMap<>(
                    Map.ofEntries(
                            Map.entry("id", "bigint"),
                            Map.entry("name", "text(50)"),
                            Map.entry("note", "longtext"),
                            Map.entry("small", "smallint"),
                            Map.entry("quantity", "integer"),
                            Map.entry("big", "bigint"),
                            Map.entry("price", "decimal(12,2)"),
                            Map.entry("rate", "decimal(8,4)"),
                            Map.entry("huge", "decimal(30,10)"),
                            Map.entry("ratio", "double"),
                            Map.entry("active", "boolean"),
                            Map.entry("born", "date"),
                            Map.entry("due", "date"),
                            Map.entry("opens", "time"),
                            Map.entry("starts", "timestamp"),
                            Map.entry("ends", "timestamp"),
                            Map.entry("created", "timestamptz"),
                            Map.entry("owner", "uuid"),
                            Map.entry("data", "json"),
                            Map.entry("first name", "text(20)")));

    static final Table TABLE = table();

    private Sample() {}

    private static Table table() {
        List<Column> columns = new ArrayList<>();
        COLUMNS.forEach((name, type) -> columns.add(Column.of("id_" + name, name, type(type))));
        return Table.of("t", "sample", columns);
    }

    static ColumnType type(String text) {
        return ColumnTypes.parse(text).orElseThrow();
    }

    static Scope scope() {
        return Scope.of(TABLE).withUser().withOld();
    }
}
