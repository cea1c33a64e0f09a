package dev.plinth.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server of this process's own, stopped when the process ends. */
final class PostgreSql implements TestDatabase {

    /** The server's first superuser, whom it trusts without a password. */
    private static final String OWNER = "postgres";

    private static final String USER = "tester";
    private static final String PASSWORD = "tester";

    private final AtomicInteger count = new AtomicInteger();
    private @Nullable EmbeddedPostgres server;

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public FreshDatabase fresh() {
        var running = server();
        var administration = running.getJdbcUrl(OWNER, "postgres");
        var database = "test_" + count.incrementAndGet();
        Sql.run(administration, OWNER, "", "CREATE DATABASE " + database);
        return new FreshDatabase(
                name(),
                "jdbc:postgresql://localhost:" + running.getPort() + "/" + database,
                USER,
                PASSWORD,
                () ->
                        Sql.run(
                                administration,
                                OWNER,
                                "",
                                "DROP DATABASE " + database + " WITH (FORCE)"));
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
