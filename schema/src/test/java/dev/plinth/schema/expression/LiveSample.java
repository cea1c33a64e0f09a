package dev.plinth.schema.expression;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sample table in a real database, and expressions put to it. */
final class LiveSample implements AutoCloseable {
    private final FreshDatabase database;
    private final Connection connection;
    final Dialect dialect;

    LiveSample(TestDatabase product) throws SQLException {
        database = product.fresh();
        dialect = Dialects.of(database.url());
        connection = database.connect();
        dialect.prepare(connection);
        for (String sql :
                dialect.statements().write(new Change.CreateTable(Sample.TABLE, List.of()))) {
            execute(sql);
        }
        // nothing needs to reach a disk
        connection.setAutoCommit(false);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes the table anew, as described. */
    void remake(Table described) throws SQLException {
        connection.setAutoCommit(true);
        execute("DROP TABLE " + table());
        for (String sql :
                dialect.statements().write(new Change.CreateTable(described, List.of()))) {
            execute(sql);
        }
    }

    /** Replaces all rows by these, numbered from 0. */
    void fill(List<? extends Map<String, Object>> rows) throws SQLException {
        execute("DELETE FROM " + table());
        for (int id = 0; id < rows.size(); id++) {
            insert(id, rows.get(id));
        }
    }

    /** Whether a row goes in, rather than being refused. */
    boolean takes(Map<String, Object> row) throws SQLException {
        try {
            insert(0, row);
            return true;
        } catch (SQLException e) {
            // SQLite rather fails than round what leaves 64 bits
            if (dialect.errors().fault(e).kind() == Errors.Kind.CHECK
                    || String.valueOf(e.getMessage()).contains("integer overflow")) {
                return false;
            }
            throw e;
        }
    }

    private void insert(long id, Map<String, Object> row) throws SQLException {
        List<Column> columns = Sample.TABLE.columns();
        String marks =
                columns.stream()
                        .map(c -> dialect.types().placeholder(c.type()))
                        .collect(Collectors.joining(", "));
        String names = dialect.names().list(columns.stream().map(Column::name).toList());
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "INSERT INTO " + table() + " (" + names + ") VALUES (" + marks + ")")) {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                Object value = column.name().equals("id") ? (Object) id : row.get(column.name());
                dialect.types().bind(statement, i + 1, column.type(), value);
            }
            statement.executeUpdate();
        }
    }

    private String table() {
        return dialect.names().quote(Sample.TABLE.name());
    }

    /** What a condition is for each row: true, false or null. */
    List<@Nullable Boolean> conditions(BoundSql sql, Given given) throws SQLException {
        BoundSql both =
                new BoundSql(
                        "CASE WHEN "
                                + sql.text()
                                + " THEN 1 WHEN NOT ("
                                + sql.text()
                                + ") THEN 0 END",
                        twice(sql.parameters()));
        return values(both, Sample.type("bigint"), given).stream()
                .map(v -> v == null ? null : (Boolean) v.equals(1L))
                .toList();
    }

    private static List<BoundSql.Parameter> twice(List<BoundSql.Parameter> parameters) {
        List<BoundSql.Parameter> all = new ArrayList<>(parameters);
        all.addAll(parameters);
        return all;
    }

    /** What a value is for each row. */
    List<@Nullable Object> values(BoundSql sql, ColumnType type, Given given) throws SQLException {
        String query =
                "SELECT "
                        + dialect.types().selection(type, sql.text())
                        + " FROM "
                        + table()
                        + " t ORDER BY "
                        + dialect.names().quote("id");
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < sql.parameters().size(); i++) {
                BoundSql.Parameter parameter = sql.parameters().get(i);
                dialect.types().bind(statement, i + 1, parameter.type(), parameter.value(given));
            }
            List<@Nullable Object> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(dialect.types().read(rows, 1, type));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + query, e.getSQLState(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        connection.close();
        database.close();
    }
}
