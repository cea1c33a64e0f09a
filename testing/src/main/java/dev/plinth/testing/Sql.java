package dev.plinth.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Statements that create and drop databases. */
final class Sql {

    private Sql() {}

    static void run(String url, String user, String password, String sql) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + " failed on " + url, e);
        }
    }
}
