package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class PostgresDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.POSTGRESQL;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("postgres");
    }

    /**
     * More than one transaction could hold the locks of: a hundred steps stand or fall together.
     */
    @Test
    void aLongPlanStaysWhereItWasStopped() throws SQLException {
        List<Table> tables =
                IntStream.range(0, 700)
                        .mapToObj(i -> Warehouse.table("t" + i, Warehouse.column("c", "integer")))
                        .toList();
        Model wanted = new Model(tables, List.of(), List.of());
        try (Lab lab = Lab.on(databases())) {
            String shown = lab.deployer().prepare(wanted).plan().fingerprint();
            Progress stopping =
                    new Progress() {
                        private int seen;

                        @Override
                        public void finished(Step step, long milliseconds) {
                            seen++;
                        }

                        @Override
                        public boolean isCancelled() {
                            return seen == 250;
                        }
                    };
            assertThatThrownBy(() -> lab.deployer().deploy(wanted, shown, Lab.ALL, stopping))
                    .hasMessageContaining("cancelled before")
                    .satisfies(
                            e ->
                                    assertThat(((PlinthException) e).problems().getFirst().hint())
                                            .contains(
                                                    "in one transaction with it were rolled back"));
            assertThat(lab.titles(wanted)).hasSize(500);
            lab.deploy(wanted);
            assertThat(lab.titles(wanted)).isEmpty();
        }
    }

    /** They are sent many at once, so that it is found out only afterwards which one failed. */
    @ParameterizedTest
    @ValueSource(ints = {5, 700})
    void theTableThatFailsAmongManyIsNamed(int count) throws SQLException {
        List<Table> tables =
                IntStream.range(0, count)
                        .mapToObj(i -> Warehouse.table("t" + i, Warehouse.column("c", "integer")))
                        .toList();
        Check wrong = new Check("wrong", "wrong", Expression.sql("nowhere(c) > 0"), "");
        List<Table> failing = new ArrayList<>(tables);
        failing.set(3, tables.get(3).withChecks(List.of(wrong)));
        try (Lab lab = Lab.on(databases())) {
            assertThatThrownBy(() -> lab.deploy(new Model(failing, List.of(), List.of())))
                    .hasMessageContaining("Create table t3")
                    .hasMessageContaining("nowhere(integer)");
            assertThat(lab.inspected().tables()).isEmpty();
            lab.deploy(new Model(tables, List.of(), List.of()));
            assertThat(lab.inspected().tables()).hasSize(count);
        }
    }
}
