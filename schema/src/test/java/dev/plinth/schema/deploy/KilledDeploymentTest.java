package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A deployment that is killed anywhere is gone on with, or undone, and loses nothing. */
class KilledDeploymentTest {
    private static final Set<String> IN_MEMORY = Set.of("h2", "hsqldb", "duckdb", "derby");

    static List<TestDatabase> products() {
        return TestDatabases.selected().stream().filter(d -> !d.name().contains("-")).toList();
    }

    static List<TestDatabase> reachedByOthers() {
        return TestDatabases.selected().stream()
                .filter(d -> !IN_MEMORY.contains(d.name()))
                .toList();
    }

    /** The connections are lost before one statement or another. */
    @ParameterizedTest
    @MethodSource("products")
    void beforeAStatement(TestDatabase database) throws SQLException {
        boolean killed = true;
        for (int at = 1; killed; at += KilledConnections.EVERY) {
            try (Lab lab = Lab.on(database)) {
                start(lab);
                killed = KilledConnections.deploy(lab, Warehouse.after(), at);
                if (killed) {
                    mend(lab, at % 2 == 0, "killed at " + at);
                }
            }
        }
    }

    /** Tables whose names are on their way from one to another are still ours, with their rows. */
    @ParameterizedTest
    @MethodSource("products")
    void betweenTwoNames(TestDatabase database) throws SQLException {
        Model before = tables("left", "left", "right", "right", "old", "old");
        Model after = tables("left", "right", "right", "left", "new", "old");
        boolean killed = true;
        for (int at = 1; killed; ) {
            try (Lab lab = Lab.on(database)) {
                lab.deploy(before);
                for (String table : List.of("left", "right", "old")) {
                    lab.execute(
                            "INSERT INTO \"%s\" (\"id\") VALUES (%d)"
                                    .formatted(table, table.length()));
                }
                killed = KilledConnections.deploy(lab, after, at);
                lab.deploy(at % 2 == 0 ? before : after);
                lab.deploy(before);
                String when = "killed at " + at;
                assertThat(lab.titles(before)).as(when).isEmpty();
                for (String table : List.of("left", "right", "old")) {
                    assertThat(lab.rows("SELECT \"id\" FROM \"%s\"".formatted(table)))
                            .as(when)
                            .containsExactly(String.valueOf(table.length()));
                }
                at += lab.dialect().can(Capability.TRANSACTIONAL_DDL) ? KilledConnections.EVERY : 3;
            }
        }
    }

    /** What a column held before it was computed is there again, whoever goes on or back. */
    @ParameterizedTest
    @MethodSource("products")
    void betweenComputedAndStored(TestDatabase database) throws SQLException {
        Column code = Warehouse.column("code", "text(20)");
        Model stored = tables(code);
        Model computed = tables(code.withGenerated(new Generated(Expression.cel("'x'"), true)));
        boolean killed = true;
        for (int at = 1; killed; ) {
            try (Lab lab = Lab.on(database)) {
                lab.deploy(stored);
                lab.execute("INSERT INTO \"parts\" (\"id\", \"code\") VALUES (1, 'a')");
                lab.deploy(computed);
                killed = KilledConnections.deploy(lab, stored, at);
                if (at % 2 == 0) {
                    lab.deploy(computed);
                }
                lab.deploy(stored);
                String when = "killed at " + at;
                assertThat(lab.rows("SELECT \"code\" FROM \"parts\""))
                        .as(when)
                        .containsExactly("a");
                if (at % 2 == 1) {
                    assertThat(lab.deployer().kept()).as(when).isEmpty();
                }
                at += lab.dialect().can(Capability.TRANSACTIONAL_DDL) ? KilledConnections.EVERY : 3;
            }
        }
    }

    private static Model tables(Column column) {
        return new Model(List.of(Warehouse.table("parts", column)), List.of(), List.of());
    }

    /** Tables of these ids and names. */
    private static Model tables(String... idsAndNames) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < idsAndNames.length; i += 2) {
            tables.add(Warehouse.table(idsAndNames[i]).withName(TableName.of(idsAndNames[i + 1])));
        }
        return new Model(tables, List.of(), List.of());
    }

    /** The whole process dies, as by a power cut. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("reachedByOthers")
    void byTheDeathOfItsProcess(TestDatabase database)
            throws SQLException, IOException, InterruptedException {
        for (int at : List.of(17, 20)) {
            try (Lab lab = Lab.on(database)) {
                start(lab);
                die(lab, at);
                assertThat(isInterrupted(lab)).isTrue();
                mend(lab, at % 2 == 0, "died at " + at);
            }
        }
    }

    private static void die(Lab lab, int at) throws IOException, InterruptedException {
        // Otherwise H2 writes what was committed up to half a second later.
        String durable = lab.dialect().name().equals("h2") ? ";WRITE_DELAY=0" : "";
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledConnections.class.getName(),
                                lab.database().url() + durable,
                                lab.database().user(),
                                lab.database().password(),
                                String.valueOf(at))
                        .inheritIO()
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(KilledConnections.DEAD);
    }

    private static void start(Lab lab) throws SQLException {
        lab.deploy(Warehouse.before());
        Warehouse.fill(lab);
    }

    private static boolean isInterrupted(Lab lab) {
        return lab.deployer().prepare(Warehouse.after()).plan().notes().stream()
                .map(Problem::code)
                .anyMatch("D210"::equals);
    }

    private static void mend(Lab lab, boolean undoing, String when) throws SQLException {
        // Where nothing was begun there is nothing to undo but the deployment before.
        Model before = lab.deployer().previous().orElseThrow();
        boolean undo = undoing && !before.tables().isEmpty();
        Model wanted = undo ? before : Warehouse.after();
        lab.deploy(wanted);
        assertThat(lab.titles(wanted)).as(when).isEmpty();
        if (undo) {
            assertThat(lab.rows(Warehouse.BEFORE)).as(when).isEqualTo(Warehouse.ROWS_BEFORE);
            assertThat(lab.rows(Warehouse.SHELVES)).as(when).isEqualTo(Warehouse.ROWS_SHELVES);
        } else {
            assertThat(lab.rows(Warehouse.AFTER)).as(when).isEqualTo(Warehouse.ROWS_AFTER);
            lab.deploy(lab.deployer().previous().orElseThrow());
            assertThat(lab.rows(Warehouse.BEFORE)).as(when).isEqualTo(Warehouse.ROWS_BEFORE);
            assertThat(lab.rows(Warehouse.SHELVES)).as(when).isEqualTo(Warehouse.ROWS_SHELVES);
        }
        assertThat(lab.deployer().prepare(wanted).plan().notes())
                .as(when)
                .extracting(Problem::code)
                .doesNotContain("D210");
    }
}
