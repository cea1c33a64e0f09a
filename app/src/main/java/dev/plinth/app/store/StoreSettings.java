package dev.plinth.app.store;

import dev.plinth.app.database.Opening;
import dev.plinth.schema.dialect.Dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What servers remember about a store, readable before the store is ready for anything else. */
final class StoreSettings {
    private static final String TABLE = "meta_settings";
    private final Dialect dialect;
    private final Opening opening;

    StoreSettings(Dialect dialect, Opening opening) {
        this.dialect = dialect;
        this.opening = opening;
    }

    /** A value; empty when there is none, or no table yet. */
    Optional<String> get(String name) {
        String sql =
                "SELECT %s FROM %s WHERE %s = ?"
                        .formatted(quoted("value"), quoted(TABLE), quoted("name"));
        try (Connection connection = opening.getConnection()) {
            if (!isThere(connection)) {
                return Optional.empty();
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, name);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
                }
            }
        } catch (SQLException e) {
            throw StoreProblems.of(dialect, e);
        }
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), TABLE, null)) {
            return tables.next();
        }
    }

    void put(String name, String value) {
        String update =
                "UPDATE %s SET %s = ? WHERE %s = ?"
                        .formatted(quoted(TABLE), quoted("value"), quoted("name"));
        String insert =
                "INSERT INTO %s (%s) VALUES (?, ?)"
                        .formatted(quoted(TABLE), dialect.names().list(List.of("value", "name")));
        try (Connection connection = opening.getConnection()) {
            if (run(connection, update, name, value) == 0) {
                run(connection, insert, name, value);
            }
        } catch (SQLException e) {
            throw StoreProblems.of(dialect, e);
        }
    }

    private static int run(Connection connection, String sql, String name, String value)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.setString(2, name);
            return statement.executeUpdate();
        }
    }

    private String quoted(String name) {
        return dialect.names().quote(name);
    }
}
