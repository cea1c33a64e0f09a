package dev.plinth.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processes that are measured. */
final class Programs {

    /** The folder of the sources; {@code ./dev bench} starts there. */
    static final Path ROOT = Path.of("").toAbsolutePath();

    private Programs() {}

    /** The product, as people start it. */
    static ProcessBuilder plinth(String... arguments) {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("plinth").toString());
        command.addAll(List.of(arguments));
        return quiet(command);
    }

    /** A class of this module in a JVM of its own, with the JVM's own defaults. */
    static ProcessBuilder java(Class<?> main, String... arguments) {
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

    private static ProcessBuilder quiet(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.directory(ROOT.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return builder;
    }
}
