package dev.plinth.bench.structure;

import dev.plinth.bench.Benchmark;
import dev.plinth.bench.Goal;
import dev.plinth.bench.Turns;

/** How long planning takes on a thousand tables. */
public final class PlanBenchmark implements Benchmark {
    @Override
    public String name() {
        return "plan of 1,000 tables / the bare catalog queries";
    }

    @Override
    public Goal goal() {
        return Goal.atMost(3);
    }

    @Override
    public double measure() throws Exception {
        try (var database = new LargeDatabase(1_000)) {
            return Turns.ratio(9, database::plan, database::queries);
        }
    }
}
