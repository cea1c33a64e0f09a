package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Scratch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A schema of its own within the database, or a database of its own where that is the same.
 *
 * @param make with %s for its name, as the others
 * @param enter lets names without a schema mean those in it, and no others
 */
public record ScratchSchema(Names names, String make, String enter, String drop)
        implements Scratch {
    /** Those that this process uses; others of its kind are left over. */
    private static final Set<String> USED = ConcurrentHashMap.newKeySet();

    @Override
    public Connection enter(Source database, String name) throws SQLException {
        USED.add(name);
        Connection connection = database.open();
        try {
            for (String old : leftOver(connection)) {
                run(connection, drop, old);
            }
            run(connection, make, name);
            run(connection, enter, name);
            return connection;
        } catch (SQLException | RuntimeException e) {
            USED.remove(name);
            connection.close();
            throw e;
        }
    }

    @Override
    public void drop(Connection connection, String name) throws SQLException {
        try {
            run(connection, drop, name);
        } finally {
            USED.remove(name);
        }
    }

    private static List<String> leftOver(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT schema_name FROM information_schema.schemata WHERE"
                                        + " schema_name LIKE '"
                                        + PREFIX
                                        + "%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        names.removeAll(USED);
        return names;
    }

    private void run(Connection connection, String sql, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(names.quote(name)));
        }
    }
}
