package dev.plinth.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The processes that are measured. */
public final class Programs {

    /** The folder of the sources; {@code ./dev bench} starts there. */
    static final Path ROOT = Path.of("").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Programs() {}

    /** The product, as people start it. */
    public static ProcessBuilder plinth(String... arguments) {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("plinth").toString());
        command.addAll(List.of(arguments));
        return quiet(command);
    }

    /** A class of this module in a JVM of its own, with the JVM's own defaults. */
    public static ProcessBuilder java(Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return quiet(command);
    }

    /** Nanoseconds until the process ends. */
    static long run(ProcessBuilder builder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int exitCode = builder.start().waitFor();
        long time = System.nanoTime() - start;
        if (exitCode != 0) {
            throw new IllegalStateException(builder.command() + " ended with " + exitCode);
        }
        return time;
    }

    /** Waits until the server of that process answers. */
    public static void awaitPage(int port, Process process) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
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

    /** A port that nobody listens to just now. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder quiet(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.directory(ROOT.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return builder;
    }
}
