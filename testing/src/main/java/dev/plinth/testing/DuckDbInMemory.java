package dev.plinth.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;

/**
 * DuckDB within this process; it is there as long as a connection to it is open, and all must be
 * opened with the same user.
 */
final class DuckDbInMemory implements TestDatabase {

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public FreshDatabase fresh() {
        var url = "jdbc:duckdb:memory:" + UUID.randomUUID();
        var kept = open(url);
        return new FreshDatabase(name(), url, "", "", () -> close(kept));
    }

    private static Connection open(String url) {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB for the tests did not start", e);
        }
    }

    private static void close(Connection connection) {
        try (connection) {
            dropAll(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever still has a connection must not go on with what was dropped. */
    static void dropAll(Connection connection) throws SQLException {
        var drops = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            try (var tables =
                    statement.executeQuery(
                            "SELECT format('DROP TABLE \"{}\".\"{}\"', replace(schema_name, '\"',"
                                + " '\"\"'), replace(table_name, '\"', '\"\"')) FROM"
                                + " duckdb_tables() WHERE NOT temporary ORDER BY table_oid DESC")) {
                while (tables.next()) {
                    drops.add(tables.getString(1));
                }
            }
            for (var drop : drops) {
                statement.execute(drop);
            }
        }
    }
}
