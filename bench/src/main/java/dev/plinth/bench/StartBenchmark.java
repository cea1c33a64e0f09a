package dev.plinth.bench;

import java.util.concurrent.TimeUnit;

/** How long the server takes from its start to the first page. */
final class StartBenchmark implements Benchmark {

    @Override
    public String name() {
        return "start to first page / a bare server of the same framework";
    }

    @Override
    public Goal goal() {
        return Goal.atMost(1.5);
    }

    @Override
    public double measure() throws Exception {
        return Turns.ratio(
                5,
                () -> firstPage(port -> Programs.plinth("serve", "--port", "" + port)),
                () -> firstPage(port -> Programs.java(BareServer.class, "" + port)));
    }

    private interface Server {
        ProcessBuilder on(int port);
    }

    private static long firstPage(Server server) throws Exception {
        int port = Programs.freePort();
        long start = System.nanoTime();
        var process = server.on(port).start();
        try {
            Programs.awaitPage(port, process);
            return System.nanoTime() - start;
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
