package dev.plinth.bench.structure;

import dev.plinth.bench.Benchmark;
import dev.plinth.bench.Goal;
import dev.plinth.bench.Turns;
import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Step;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** How long a plan for a thousand tables runs, against its statements alone. */
public final class DeployBenchmark implements Benchmark {
    private final Model model = LargeDatabase.model(1_000);

    @Override
    public String name() {
        return "the statements of 1,000 tables by JDBC / their deployment";
    }

    @Override
    public Goal goal() {
        return Goal.atLeast(0.9);
    }

    @Override
    public double measure() throws Exception {
        return Turns.ratio(3, this::statements, this::deployment);
    }

    /** With everything that a deployment promises: lock, journal, verification. */
    private long deployment() {
        try (FreshDatabase database = TestDatabases.POSTGRESQL.fresh()) {
            Deployer deployer = deployer(database);
            String shown = deployer.prepare(model).plan().fingerprint();
            long start = System.nanoTime();
            deployer.deploy(model, shown, Set.of(), Progress.SILENT);
            return System.nanoTime() - start;
        }
    }

    private long statements() throws SQLException {
        try (FreshDatabase database = TestDatabases.POSTGRESQL.fresh()) {
            List<Step> steps = deployer(database).prepare(model).plan().steps();
            long start = System.nanoTime();
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                for (Step step : steps) {
                    for (String sql : step.sql()) {
                        statement.execute(sql);
                    }
                }
            }
            return System.nanoTime() - start;
        }
    }

    private static Deployer deployer(FreshDatabase database) {
        return new Deployer(Dialects.of(database.url()), database::connect, List.of());
    }
}
