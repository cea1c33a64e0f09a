package dev.plinth.schema.dialect.standard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Runs queries on the catalog of a database, each for many tables at once. */
public final class Catalog {
    private final Connection connection;

    public Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Takes one row of a catalog query. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * Reads all rows.
     *
     * @param sql where {@code (?)} stands for the list of {@code values}, as often as it occurs
     */
    public void each(String sql, List<String> values, RowReader reader) throws SQLException {
        String marks = "(" + String.join(", ", values.stream().map(v -> "?").toList()) + ")";
        String[] parts = sql.split("\\(\\?\\)", -1);
        try (PreparedStatement statement = connection.prepareStatement(String.join(marks, parts))) {
            int index = 1;
            for (int list = 1; list < parts.length; list++) {
                for (String value : values) {
                    statement.setString(index++, value);
                }
            }
            statement.setFetchSize(1000);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** A text that is never null: catalogs keep "none" as NULL. */
    public static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
