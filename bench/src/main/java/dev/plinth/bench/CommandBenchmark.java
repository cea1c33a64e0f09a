package dev.plinth.bench;

/** How long people wait for a command that needs no server. */
record CommandBenchmark(String title, String... arguments) implements Benchmark {

    @Override
    public String name() {
        return "plinth " + title + " / a JVM that prints one line";
    }

    @Override
    public Goal goal() {
        return Goal.atMost(5);
    }

    @Override
    public double measure() throws Exception {
        return Turns.ratio(
                15,
                () -> Programs.run(Programs.plinth(arguments)),
                () -> Programs.run(Programs.java(OneLine.class)));
    }
}
