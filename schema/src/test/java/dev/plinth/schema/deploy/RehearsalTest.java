package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.dialect.Scratch;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.List;

/** A plan is tried on empty tables before it runs on those with rows. */
class RehearsalTest {
    static List<TestDatabase> databases() {
        return TestDatabases.selected().stream()
                .filter(d -> List.of("h2", "sqlite", "postgresql", "mariadb").contains(d.name()))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("databases")
    void leavesNothingBehind(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(Warehouse.before());
            Warehouse.fill(lab);
            Prepared prepared = lab.deployer().prepare(Warehouse.after());
            assertThat(lab.deployer().rehearse(prepared)).isEmpty();
            assertThat(lab.rows(Warehouse.BEFORE)).isEqualTo(Warehouse.ROWS_BEFORE);
            assertThat(lab.deployer().prepare(Warehouse.after()).plan().fingerprint())
                    .isEqualTo(prepared.plan().fingerprint());
            assertThat(places(lab)).isEmpty();

            lab.deploy(Warehouse.after());
            Model back = lab.deployer().previous().orElseThrow();
            assertThat(lab.deployer().rehearse(lab.deployer().prepare(back))).isEmpty();
            lab.deploy(back);
            assertThat(lab.rows(Warehouse.BEFORE)).isEqualTo(Warehouse.ROWS_BEFORE);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("databases")
    void whatTheDatabaseWouldRefuseIsToldBefore(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(Warehouse.before());
            Warehouse.fill(lab);
            Table shelves = Warehouse.before().tables().get(1);
            Table faulty =
                    shelves.withChecks(
                            List.of(
                                    new Check(
                                            "c1",
                                            "wrong",
                                            Expression.sql("nothing_there > 1"),
                                            "")));
            Model wanted =
                    new Model(
                            List.of(Warehouse.before().tables().get(0), faulty),
                            List.of(),
                            List.of());
            Prepared prepared = without(lab, wanted);
            PlinthException refused =
                    catchThrowableOfType(
                            PlinthException.class, () -> lab.deployer().rehearse(prepared));
            assertThat(refused.problems()).extracting(p -> p.code()).containsExactly("D216");
            assertThat(refused.problems().getFirst().hint()).contains("nothing_there");
            assertThat(places(lab)).isEmpty();
            assertThat(lab.titles(Warehouse.before())).isEmpty();
        }
    }

    /** The preflight of a check that names nothing fails too, so the plan is put together here. */
    private static Prepared without(Lab lab, Model wanted) {
        Prepared before = lab.deployer().prepare(Warehouse.before());
        var steps =
                dev.plinth.schema.plan.ModelSteps.between(
                        Warehouse.before(), wanted, lab.dialect());
        var plan =
                new dev.plinth.schema.plan.Plan(
                        lab.dialect().name(), false, "", steps, List.of(), List.of());
        return new Prepared(plan, before.lowered(), before.live(), before.deployed(), List.of());
    }

    static List<TestDatabase> withSchemas() {
        return databases().stream().filter(d -> !d.name().equals("sqlite")).toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("withSchemas")
    void whatAKilledOneLeftIsRemovedByTheNext(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(Warehouse.before());
            String old = Scratch.PREFIX + "old";
            lab.execute(
                    "CREATE SCHEMA \"" + old + "\"",
                    "CREATE TABLE " + lab.dialect().names().quote(old) + ".x (id INTEGER)");
            Prepared prepared = lab.deployer().prepare(Warehouse.after());
            assertThat(prepared.live().tables()).hasSize(2);
            assertThat(lab.deployer().rehearse(prepared)).isEmpty();
            assertThat(places(lab)).isEmpty();
        }
    }

    private static List<String> places(Lab lab) throws SQLException {
        return lab.dialect().name().equals("sqlite")
                ? List.of()
                : lab.rows(
                        "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE"
                                + " '"
                                + Scratch.PREFIX
                                + "%'");
    }
}
