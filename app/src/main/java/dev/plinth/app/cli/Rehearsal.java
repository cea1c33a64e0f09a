package dev.plinth.app.cli;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Runs the commands that people wait for, so that the JVM can keep in its cache what it learns. Run
 * once by the build, with {@code -XX:AOTCacheOutput}.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** Needs no arguments. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("plinth");
        Path model = folder.resolve("model.yaml");
        try (InputStream sample = Rehearsal.class.getResourceAsStream("rehearsal.yaml")) {
            Files.copy(Objects.requireNonNull(sample), model);
            PrintStream nowhere =
                    new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            Output output = new Output(nowhere, nowhere, () -> Terminal.NONE, Map.of());
            run(output, "validate", model.toString());
            for (Dialect dialect : Dialects.all()) {
                run(output, "validate", model.toString(), "--dialect", dialect.name());
                run(output, "ddl", model.toString(), "--dialect", dialect.name());
            }
        } finally {
            Files.deleteIfExists(model);
            Files.deleteIfExists(folder);
        }
    }

    private static void run(Output output, String... command) {
        new Commands(new Object(), output).run(command);
    }
}
