package dev.plinth.schema.proof;

import dev.plinth.schema.deploy.Lab;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.JsonType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows of all tables.
 *
 * @param rows by the table's id; each row by its columns' ids, values in their text form
 */
record Contents(Map<String, List<Map<String, @Nullable String>>> rows) {
    /** As the database has them now, without what it computes itself. */
    static Contents of(Lab lab, Model lowered) throws SQLException {
        Map<String, List<Map<String, @Nullable String>>> rows = new LinkedHashMap<>();
        try (Connection connection = lab.connect()) {
            for (Table table : lowered.tables()) {
                rows.put(table.id(), read(connection, lab.dialect(), table));
            }
        }
        return new Contents(rows);
    }

    private static List<Map<String, @Nullable String>> read(
            Connection connection, Dialect dialect, Table table) throws SQLException {
        List<Column> columns = table.columns().stream().filter(c -> c.generated() == null).toList();
        Types types = dialect.types();
        String sql =
                "SELECT "
                        + columns.stream()
                                .map(
                                        c ->
                                                types.selection(
                                                        c.type(), dialect.names().quote(c.name())))
                                .collect(Collectors.joining(", "))
                        + " FROM "
                        + dialect.names().quote(table.name());
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                Map<String, @Nullable String> row = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    Column column = columns.get(i);
                    Object value = types.read(found, i + 1, column.type());
                    row.put(column.id(), value == null ? null : text(column.type(), value));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Of JSON the blanks between its signs are the database's. */
    private static String text(ColumnType type, Object value) {
        String text = type.format(value);
        return type instanceof JsonType ? text.replaceAll("([,:]) ", "$1") : text;
    }

    List<Map<String, @Nullable String>> of(Table table) {
        return rows.getOrDefault(table.id(), List.of());
    }

    /** The rows of a table as lines of some columns, in an order of their own. */
    static List<String> lines(List<Map<String, @Nullable String>> rows, List<String> columns) {
        return rows.stream()
                .map(r -> columns.stream().map(c -> c + "=" + r.get(c)).toList().toString())
                .sorted()
                .toList();
    }
}
