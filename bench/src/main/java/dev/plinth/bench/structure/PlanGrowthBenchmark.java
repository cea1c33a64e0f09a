package dev.plinth.bench.structure;

import dev.plinth.bench.Benchmark;
import dev.plinth.bench.Goal;
import dev.plinth.bench.Turns;

/** Whether planning grows with the number of tables, and not faster. */
public final class PlanGrowthBenchmark implements Benchmark {
    @Override
    public String name() {
        return "plan of 5,000 tables / plan of 1,000";
    }

    @Override
    public Goal goal() {
        return Goal.atMost(5.5);
    }

    @Override
    public double measure() throws Exception {
        try (var large = new LargeDatabase(5_000);
                var small = new LargeDatabase(1_000)) {
            return Turns.ratio(5, large::plan, small::plan);
        }
    }
}
