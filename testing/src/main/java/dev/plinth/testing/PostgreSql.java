package dev.plinth.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of this process's own, stopped when the process ends. */
final class PostgreSql implements TestDatabase {

    private static final String USER = "postgres";

    private final AtomicInteger count = new AtomicInteger();
    private @Nullable EmbeddedPostgres server;

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public FreshDatabase fresh() {
        var running = server();
        var administration = running.getJdbcUrl(USER, "postgres");
        var database = "test_" + count.incrementAndGet();
        Sql.run(administration, USER, "", "CREATE DATABASE " + database);
        return new FreshDatabase(
                name(),
                "jdbc:postgresql://localhost:" + running.getPort() + "/" + database,
                USER,
                "",
                () -> Sql.run(administration, USER, "", "DROP DATABASE " + database + " WITH (FORCE)"));
    }

    private synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                // The locale is fixed: sorting and upper case must not differ from machine to machine.
                server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
            } catch (IOException e) {
                throw new IllegalStateException("PostgreSQL for the tests did not start", e);
            }
        }
        return server;
    }
}
