package dev.plinth.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server of this process's own, stopped when the process ends. */
final class PostgreSql implements TestDatabase {

    /** The server's first superuser, whom it trusts without a password. */
    private static final String OWNER = "postgres";

    private static final String USER = "tester";
    private static final String PASSWORD = "tester";

    /** The catalog of a database that was used often is full of what was. */
    private static final int MOST_USES = 40;

    private static final String SWEEP =
            """
            DO $$ DECLARE o record; BEGIN
                PERFORM pg_terminate_backend(pid, 1000) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid();
                FOR o IN SELECT nspname FROM pg_namespace
                    WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%' LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', o.nspname);
                END LOOP;
                CREATE SCHEMA public AUTHORIZATION pg_database_owner;
                GRANT USAGE ON SCHEMA public TO PUBLIC;
                COMMENT ON SCHEMA public IS 'standard public schema';
                EXECUTE format('ALTER DATABASE %I RESET ALL', current_database());
            END $$
            """;

    /** How much is left; numbers from 16384 on are of what was made since the server was. */
    private static final String LEFT =
            """
            SELECT (SELECT count(*) FROM pg_extension WHERE oid >= 16384)
                + (SELECT count(*) FROM pg_event_trigger) + (SELECT count(*) FROM pg_publication)
                + (SELECT count(*) FROM pg_foreign_data_wrapper)
                + (SELECT count(*) FROM pg_language WHERE oid >= 16384)
                + (SELECT count(*) FROM pg_cast WHERE oid >= 16384)
                + (SELECT count(*) FROM pg_largeobject_metadata)
                + (SELECT count(*) FROM pg_default_acl) + (SELECT count(*) FROM pg_db_role_setting)
                + (SELECT count(*) FROM pg_roles WHERE oid >= 16384 AND rolname <> 'tester')
            """;

    private final AtomicInteger count = new AtomicInteger();
    private final Queue<String> clean = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> uses = new ConcurrentHashMap<>();
    private @Nullable EmbeddedPostgres server;

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public FreshDatabase fresh() {
        var running = server();
        var swept = clean.poll();
        var database = swept == null ? "test_" + count.incrementAndGet() : swept;
        if (swept == null) {
            Sql.run(
                    running.getJdbcUrl(OWNER, "postgres"),
                    OWNER,
                    "",
                    "CREATE DATABASE " + database);
        }
        return new FreshDatabase(
                name(),
                "jdbc:postgresql://localhost:" + running.getPort() + "/" + database,
                USER,
                PASSWORD,
                () -> giveBack(running, database));
    }

    /** Making and dropping a database takes ten times as long as emptying it. */
    private void giveBack(EmbeddedPostgres running, String database) {
        int times = uses.merge(database, 1, Integer::sum);
        if (times < MOST_USES && isSwept(running.getJdbcUrl(OWNER, database))) {
            clean.add(database);
        } else {
            Sql.run(
                    running.getJdbcUrl(OWNER, "postgres"),
                    OWNER,
                    "",
                    "DROP DATABASE " + database + " WITH (FORCE)");
        }
    }

    /** Empties a database; what is in no schema makes it unfit for others. */
    private static boolean isSwept(String url) {
        try (var connection = DriverManager.getConnection(url, OWNER, "");
                var statement = connection.createStatement()) {
            statement.execute(SWEEP);
            try (var left = statement.executeQuery(LEFT)) {
                return left.next() && left.getInt(1) == 0;
            }
        } catch (SQLException e) {
            return false;
        }
    }

    private synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                // The locale is fixed: sorting and upper case must not differ from machine to
                // machine.
                server =
                        EmbeddedPostgres.builder()
                                .setLocaleConfig("locale", "C.UTF-8")
                                // Nothing here outlives the machine: databases come and go by the
                                // thousand, each with its files, and each connection signs in.
                                .setServerConfig("fsync", "off")
                                .setServerConfig("full_page_writes", "off")
                                .setServerConfig("scram_iterations", "1")
                                .setDataDirectoryCustomizer(PostgreSql::askForThePassword)
                                .start();
                Sql.run(
                        server.getJdbcUrl(OWNER, "postgres"),
                        OWNER,
                        "",
                        "CREATE ROLE " + USER + " SUPERUSER LOGIN PASSWORD '" + PASSWORD + "'");
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL for the tests did not start", e);
            }
        }
        return server;
    }

    /** The first line that fits decides, so this one goes ahead of those that trust everybody. */
    private static void askForThePassword(File dataDirectory) {
        var access = dataDirectory.toPath().resolve("pg_hba.conf");
        try {
            Files.writeString(
                    access, "host all " + USER + " all scram-sha-256\n" + Files.readString(access));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
