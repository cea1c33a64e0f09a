package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A deployment is stopped in the middle of a statement that would not end by itself. */
@Timeout(120)
class CancelTest {
    private static final Timeouts PATIENT = new Timeouts(Duration.ofHours(1), Duration.ZERO);

    /** Sessions that wait for another one, by what the database shows of them. */
    private static final Map<String, String> WAITING =
            Map.of(
                    "postgres",
                    "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'",
                    "mariadb",
                    "SELECT 1 FROM information_schema.processlist WHERE state LIKE"
                            + " 'Waiting for table%lock'");

    private static final Map<String, String> ENDLESS =
            Map.of(
                    "h2",
                    "(SELECT COUNT(*) FROM SYSTEM_RANGE(1, 1000000000000) WHERE MOD(X, 2) = 3)",
                    "sqlite",
                    "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                            + " SELECT max(i) FROM n)");

    static List<TestDatabase> lockingTables() {
        return TestDatabases.selected().stream()
                .filter(d -> List.of("postgresql", "mariadb").contains(d.name()))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("lockingTables")
    void whatWaitsForAnotherSessionIsStopped(TestDatabase product) throws Exception {
        try (Lab lab = Lab.on(product)) {
            Model before = model(Warehouse.column("code", "text(20)"));
            Model after =
                    model(
                            Warehouse.column("code", "text(20)"),
                            Warehouse.column("place", "text(20)"),
                            Warehouse.column("row", "text(20)"));
            lab.deploy(before);
            lab.execute("INSERT INTO \"parts\" (\"id\", \"code\") VALUES (1, 'a')");
            Cancelling progress = new Cancelling();
            try (Connection other = lab.database().connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                Names names = lab.dialect().names();
                statement.execute(
                        "UPDATE " + names.quote("parts") + " SET " + names.quote("id") + " = 1");
                FutureTask<List<String>> deployment =
                        new FutureTask<>(() -> codes(lab, after, progress));
                Thread.ofVirtual().start(deployment);
                awaitWaiting(lab);
                progress.cancellation.cancel();
                assertThat(deployment.get()).containsExactly("D207");
                other.rollback();
            }
            assertThat(lab.rows("SELECT \"code\" FROM \"parts\"")).containsExactly("a");
            if (lab.dialect().can(Capability.TRANSACTIONAL_DDL)) {
                assertThat(lab.titles(after)).hasSize(2);
            }
            lab.deploy(after);
            assertThat(lab.titles(after)).isEmpty();
        }
    }

    private static void awaitWaiting(Lab lab) throws SQLException {
        while (lab.rows(WAITING.get(lab.dialect().name())).isEmpty()) {
            Thread.onSpinWait();
        }
    }

    static List<TestDatabase> inProcess() {
        return TestDatabases.selected().stream()
                .filter(d -> ENDLESS.containsKey(d.name()))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("inProcess")
    void whatTakesTooLongIsStopped(TestDatabase product) throws SQLException, ExecutionException {
        try (Lab lab = Lab.on(product)) {
            Column endless =
                    Warehouse.column("place", "text(20)")
                            .withBackfill(Expression.sql(ENDLESS.get(lab.dialect().name())));
            lab.deploy(model());
            lab.execute("INSERT INTO \"parts\" (\"id\") VALUES (1)");
            Cancelling progress = new Cancelling();
            progress.at = 2;
            assertThat(codes(lab, model(endless), progress)).containsExactly("D207");
            assertThat(lab.titles(model(endless)))
                    .contains("Fill parts.place where it has no value");
            lab.deploy(model(endless.withBackfill(null)));
        }
    }

    private static List<String> codes(Lab lab, Model model, Progress progress) {
        String shown = lab.deployer().prepare(model).plan().fingerprint();
        try {
            lab.deployer().deploy(model, Consent.to(shown, Lab.ALL), PATIENT, progress);
            return List.of();
        } catch (PlinthException e) {
            return e.problems().stream().map(p -> p.code()).toList();
        }
    }

    private static Model model(Column... columns) {
        return new Model(List.of(Warehouse.table("parts", columns)), List.of(), List.of());
    }

    /** Stopped from outside, or when a step begins; never asked between two statements. */
    private static final class Cancelling implements Progress {
        private final Cancellation cancellation = new Cancellation();
        private int at;

        @Override
        public void running(Step step) {
            if (step.number() == at) {
                cancellation.cancel();
            }
        }

        @Override
        public void awaitCancel() throws InterruptedException {
            cancellation.await();
        }
    }
}
