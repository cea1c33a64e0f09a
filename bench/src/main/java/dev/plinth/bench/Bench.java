package dev.plinth.bench;

import dev.plinth.bench.rows.RowsBenchmark;
import dev.plinth.bench.rows.RowsServers;
import dev.plinth.bench.structure.DeployBenchmark;
import dev.plinth.bench.structure.PlanBenchmark;
import dev.plinth.bench.structure.PlanGrowthBenchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./dev bench [--json] [commands|structure|rows]}: runs all benchmarks, or some; ends with 1
 * when a goal is missed.
 */
public final class Bench {

    /** A small model, as people have it while they try things. */
    private static final String MODEL = "bench/src/main/resources/library.yaml";

    private static final List<Benchmark> COMMANDS =
            List.of(
                    new CommandBenchmark(List.of("validate", MODEL)),
                    new CommandBenchmark(List.of("ddl", MODEL, "--dialect", "postgres")),
                    new StartBenchmark());

    private static final List<Benchmark> STRUCTURE =
            List.of(new PlanBenchmark(), new PlanGrowthBenchmark(), new DeployBenchmark());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        boolean json = List.of(arguments).contains("--json");
        var results = new ArrayList<Result>();
        var wanted = List.of(arguments);
        boolean all = wanted.isEmpty() || wanted.equals(List.of("--json"));
        if (all || wanted.contains("commands")) {
            measure(COMMANDS, results, json);
        }
        if (all || wanted.contains("structure")) {
            measure(STRUCTURE, results, json);
        }
        if (all || wanted.contains("rows")) {
            try (var servers = new RowsServers()) {
                measure(RowsBenchmark.all(servers), results, json);
            }
        }
        if (json) {
            Result.write(results, System.out);
            System.out.println();
        }
        if (!results.stream().allMatch(Result::holds)) {
            System.exit(1);
        }
    }

    private static void measure(List<Benchmark> benchmarks, List<Result> results, boolean json)
            throws Exception {
        for (var benchmark : benchmarks) {
            var result = new Result(benchmark.name(), benchmark.measure(), benchmark.goal());
            results.add(result);
            (json ? System.err : System.out).println(result.line());
        }
    }
}
