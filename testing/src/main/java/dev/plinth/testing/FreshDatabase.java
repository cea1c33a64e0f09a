package dev.plinth.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * An empty database of one test.
 *
 * @param product the product's {@link TestDatabase#name() name}
 * @param drop removes the database, with whatever is in it
 */
public record FreshDatabase(String product, String url, String user, String password, Runnable drop)
        implements AutoCloseable {

    /** Opens a connection that the caller closes. */
    public Connection connect() throws SQLException {
        // DuckDB takes no user at all for another setting than one without a name.
        return user.isEmpty()
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, user, password);
    }

    /** Runs statements that return nothing of interest, one after the other. */
    public void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        drop.run();
    }
}
