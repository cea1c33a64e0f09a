package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
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
}
