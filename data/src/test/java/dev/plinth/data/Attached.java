package dev.plinth.data;

import dev.plinth.data.catalog.Catalog;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database made by somebody else, with the API in front of it. */
final class Attached extends Requests {
    private final FreshDatabase database;
    private final Dialect dialect;
    private final String schema;
    private final Catalog catalog;

    /**
     * @param sql all statements that make it
     */
    Attached(TestDatabase product, Dialect dialect, String sql, String... schemas)
            throws SQLException {
        this(product, dialect, List.of(sql), schemas);
    }

    /** As the other, for databases that take one statement at a time. */
    Attached(TestDatabase product, Dialect dialect, List<String> statements, String... schemas)
            throws SQLException {
        this.database = product.fresh();
        this.dialect = dialect;
        this.schema = schemas.length == 0 ? "" : schemas[0];
        List<String> wanted = List.of(schemas);
        try (Connection connection = database.connect()) {
            dialect.prepare(connection);
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            this.catalog =
                    Catalog.of(
                            dialect.inspector().inspect(connection, wanted).model(),
                            dialect,
                            wanted,
                            dialect.inspector().extras(connection, wanted));
        }
    }

    @Override
    Catalog catalog() {
        return catalog;
    }

    @Override
    Connection connect() throws SQLException {
        Connection connection = database.connect();
        dialect.prepare(connection);
        if (!schema.isEmpty()) {
            connection.setSchema(schema);
        }
        return connection;
    }

    /** The id of a table or view. */
    String table(String name) {
        return catalog.allTables().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** The id of a column of a table or view. */
    String column(String table, String name) {
        return catalog.tableById(table(table)).column(name).id();
    }

    /** The id of the one function of a name. */
    String routine(String name) {
        return catalog.routines().named(catalog.defaultSchema(), name).getFirst().id();
    }

    @Override
    public void close() {
        database.close();
    }
}
