package dev.plinth.bench;

import java.util.List;

/** How long people wait for a command that needs no server. */
record CommandBenchmark(List<String> arguments) implements Benchmark {

    CommandBenchmark {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String name() {
        return "plinth " + arguments.getFirst() + " / a JVM that prints one line";
    }

    @Override
    public Goal goal() {
        return Goal.atMost(5);
    }

    @Override
    public double measure() throws Exception {
        return Turns.ratio(
                15,
                () -> Programs.run(Programs.plinth(arguments.toArray(String[]::new))),
                () -> Programs.run(Programs.java(OneLine.class)));
    }
}
