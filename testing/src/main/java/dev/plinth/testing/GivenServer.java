package dev.plinth.testing;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A server that the tests cannot start by themselves. Whoever has one gives it by three variables
 * of the environment: for {@code sqlserver} they are {@code PLINTH_TEST_SQLSERVER}, its JDBC URL
 * without a database, and the same with {@code _USER} and {@code _PASSWORD}.
 */
final class GivenServer implements TestDatabase {

    private final String name;
    private final Function<Place, FreshDatabase> maker;

    private record Place(String product, String url, String user, String password) {
        void run(String sql) {
            Sql.run(url, user, password, sql);
        }

        FreshDatabase database(String freshUrl, String drop) {
            return new FreshDatabase(product, freshUrl, user, password, () -> run(drop));
        }
    }

    private GivenServer(String name, Function<Place, FreshDatabase> maker) {
        this.name = name;
        this.maker = maker;
    }

    static GivenServer sqlServer() {
        return new GivenServer(
                "sqlserver",
                server -> {
                    var database = newName();
                    server.run("CREATE DATABASE " + database);
                    return server.database(
                            server.url() + ";databaseName=" + database,
                            "ALTER DATABASE %1$s SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE %1$s"
                                    .formatted(database));
                });
    }

    static GivenServer mySql() {
        return likeMySql("mysql");
    }

    static GivenServer tiDb() {
        return likeMySql("tidb");
    }

    /** The URL leads to a database in which others can be made. */
    static GivenServer cockroach() {
        return likePostgres("cockroach");
    }

    /** The URL leads to a database in which others can be made. */
    static GivenServer yugabyte() {
        return likePostgres("yugabyte");
    }

    private static GivenServer likePostgres(String name) {
        return new GivenServer(
                name,
                server -> {
                    var database = newName();
                    server.run("CREATE DATABASE " + database);
                    var parts = server.url().split("\\?", 2);
                    return server.database(
                            parts[0].substring(0, parts[0].lastIndexOf('/') + 1)
                                    + database
                                    + (parts.length > 1 ? "?" + parts[1] : ""),
                            "DROP DATABASE " + database);
                });
    }

    private static GivenServer likeMySql(String name) {
        return new GivenServer(
                name,
                server -> {
                    var database = newName();
                    server.run("CREATE DATABASE " + database + " CHARACTER SET utf8mb4");
                    return server.database(server.url() + database, "DROP DATABASE " + database);
                });
    }

    /** A user with a schema of the same name. */
    static GivenServer oracle() {
        return new GivenServer(
                "oracle",
                server -> {
                    var user = newName().toUpperCase(java.util.Locale.ROOT);
                    for (var sql :
                            List.of(
                                    "CREATE USER %s IDENTIFIED BY \"tester\" QUOTA UNLIMITED ON"
                                            + " USERS",
                                    "GRANT CREATE SESSION, CREATE TABLE, CREATE VIEW, CREATE"
                                            + " SEQUENCE, CREATE TRIGGER TO %s")) {
                        server.run(sql.formatted(user));
                    }
                    return new FreshDatabase(
                            server.product(),
                            server.url(),
                            user,
                            "tester",
                            () -> server.run("DROP USER " + user + " CASCADE"));
                });
    }

    /** A schema of its own within the database that the URL leads to. */
    static GivenServer db2() {
        return new GivenServer(
                "db2",
                server -> {
                    var schema = newName().toUpperCase(java.util.Locale.ROOT);
                    server.run("CREATE SCHEMA " + schema);
                    return server.database(
                            server.url()
                                    + (server.url().endsWith(";") ? "" : ":")
                                    + "currentSchema="
                                    + schema
                                    + ";",
                            "CALL SYSPROC.ADMIN_DROP_SCHEMA('"
                                    + schema
                                    + "', NULL, 'TEST', 'DROP_ERRORS')");
                });
    }

    private static String newName() {
        return "test_" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FreshDatabase fresh() {
        var variable = "PLINTH_TEST_" + name.toUpperCase(java.util.Locale.ROOT);
        return maker.apply(
                new Place(
                        name,
                        given(variable),
                        System.getenv().getOrDefault(variable + "_USER", ""),
                        System.getenv().getOrDefault(variable + "_PASSWORD", "")));
    }

    private static String given(String variable) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The environment has no " + variable + ".");
        }
        return value;
    }
}
