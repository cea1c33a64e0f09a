package dev.plinth.bench;

import java.util.ArrayList;
import java.util.List;

/** {@code ./dev bench [--json]}: runs all benchmarks; ends with 1 when a goal is missed. */
public final class Bench {

    /** A small model, as people have it while they try things. */
    private static final String MODEL = "bench/src/main/resources/library.yaml";

    private static final List<Benchmark> ALL =
            List.of(
                    new CommandBenchmark(List.of("validate", MODEL)),
                    new CommandBenchmark(List.of("ddl", MODEL, "--dialect", "postgres")),
                    new StartBenchmark());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        boolean json = List.of(arguments).contains("--json");
        var results = new ArrayList<Result>();
        for (var benchmark : ALL) {
            var result = new Result(benchmark.name(), benchmark.measure(), benchmark.goal());
            results.add(result);
            (json ? System.err : System.out).println(result.line());
        }
        if (json) {
            Result.write(results, System.out);
            System.out.println();
        }
        if (!results.stream().allMatch(Result::holds)) {
            System.exit(1);
        }
    }
}
