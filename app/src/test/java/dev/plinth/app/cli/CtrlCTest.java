package dev.plinth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A command that is told to end stops what it runs and says what became of it. */
@Timeout(180)
class CtrlCTest {
    private static final Map<String, String> WAITING =
            Map.of(
                    "postgresql",
                            "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND"
                                    + " datname = current_database()",
                    "mariadb",
                            "SELECT 1 FROM information_schema.processlist WHERE state LIKE"
                                    + " 'Waiting for table%lock' AND db = database()");

    @TempDir private Path folder;

    static List<TestDatabase> databases() {
        return TestDatabases.selected().stream()
                .filter(d -> WAITING.containsKey(d.name()))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("databases")
    void whatWaitsIsStopped(TestDatabase product) throws Exception {
        String shop = Models.write(folder, "m.yaml", Models.SHOP);
        String more =
                Models.write(
                        folder,
                        "more.yaml",
                        Models.SHOP.replace(
                                "      - {name: fax,",
                                "      - {name: place, type: text(9)}\n      - {name: fax,"));
        try (FreshDatabase database = product.fresh()) {
            Map<String, String> secret = Map.of("PLINTH_PASSWORD", database.password());
            String url = database.url();
            Run made = Run.with(secret, "apply", shop, url, "--user", database.user(), "--yes");
            assertThat(made.code()).as(made.err()).isZero();
            try (Connection other = database.connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("SELECT * FROM customer");
                Process apply = apply(more, database);
                awaitWaiting(database, apply);
                apply.destroy();
                assertThat(apply.waitFor()).isEqualTo(1);
                other.rollback();
            }
            String err = Files.readString(folder.resolve("err"));
            assertThat(err)
                    .contains("Cancelling")
                    .contains("error D207")
                    .contains("while \"Add column customer.place\" ran");
            Run again = Run.with(secret, "apply", more, url, "--user", database.user(), "--yes");
            assertThat(again.code()).as(again.err()).isZero();
        }
    }

    private Process apply(String model, FreshDatabase database) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.plinth.app.Plinth",
                        "apply",
                        model,
                        database.url(),
                        "--user",
                        database.user(),
                        "--yes",
                        "--lock-timeout",
                        "3600");
        builder.environment().put("PLINTH_PASSWORD", database.password());
        return builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static void awaitWaiting(FreshDatabase database, Process apply) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            boolean waiting = false;
            while (!waiting && apply.isAlive()) {
                try (var rows = statement.executeQuery(WAITING.get(database.product()))) {
                    waiting = rows.next();
                }
            }
        }
    }
}
