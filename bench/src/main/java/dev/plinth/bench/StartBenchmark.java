package dev.plinth.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How long the server takes from its start to the first page. */
final class StartBenchmark implements Benchmark {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

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
        int port = freePort();
        long start = System.nanoTime();
        var process = server.on(port).start();
        try {
            awaitPage(port, process, start + PATIENCE.toNanos());
            return System.nanoTime() - start;
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static void awaitPage(int port, Process process, long deadline)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"));
        try (var client = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < deadline) {
                try {
                    if (client.send(request.build(), BodyHandlers.discarding()).statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYetListening) {
                    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                }
            }
        }
        throw new IllegalStateException("No page came from port " + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
