package dev.plinth.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Plants a mistake for each checker of the build, and expects the build, as it is configured, to
 * report it.
 */
class CheckersIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Inside the build, so that the planted project finds the real parent of all modules. */
    private static final Path PLANTED = Path.of("target", "planted").toAbsolutePath();

    @BeforeEach
    void plantAProject() throws IOException {
        if (Files.exists(PLANTED)) {
            TemporaryFolder.delete(PLANTED);
        }
        write(
                "pom.xml",
                """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>dev.plinth</groupId>
                    <artifactId>plinth</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <relativePath>../../../pom.xml</relativePath>
                  </parent>
                  <artifactId>planted</artifactId>
                  <dependencies>
                    <dependency>
                      <groupId>org.jspecify</groupId>
                      <artifactId>jspecify</artifactId>
                    </dependency>
                  </dependencies>
                </project>
                """);
        write(
                "src/main/java/planted/package-info.java",
                "@org.jspecify.annotations.NullMarked\npackage planted;\n");
    }

    @Test
    void theCompilerReportsEachMistake() throws Exception {
        var mistakes =
                Map.of(
                        "static int planted(@Nullable String text) { return text.length(); }",
                                "NullAway",
                        "static String planted() { return null; }", "NullAway",
                        "static boolean planted(String text) { return text.equals(text); }",
                                "SelfEquals");
        var expected = new ArrayList<Pattern>();
        for (var mistake : mistakes.entrySet()) {
            var name = "Planted" + expected.size();
            write(
                    "src/main/java/planted/" + name + ".java",
                    """
                    package planted;

                    import org.jspecify.annotations.Nullable;

                    final class %s {
                        %s
                    }
                    """
                            .formatted(name, mistake.getKey()));
            expected.add(
                    Pattern.compile(name + "\\.java:\\[6,\\d+] .*\\[" + mistake.getValue() + "]"));
        }

        var compilation = compile();

        assertThat(compilation.exitCode()).as(compilation.output()).isNotZero();
        assertThat(expected)
                .allSatisfy(report -> assertThat(compilation.output()).containsPattern(report));
    }

    @Test
    void theCompilerAcceptsWhatIsRight() throws Exception {
        write(
                "src/main/java/planted/Planted.java",
                """
                package planted;

                final class Planted {
                    static int planted(String text) {
                        return text.length();
                    }
                }
                """);

        var compilation = compile();

        assertThat(compilation.exitCode()).as(compilation.output()).isZero();
    }

    @Test
    void theFormatterReportsAFileThatIsNotFormatted() throws Exception {
        var wrong = write("Wrong.java", "class Wrong { int  x; }\n");
        var right = write("Right.java", "class Right {\n    int x;\n}\n");

        var format = run(ROOT, "./dev", "format", wrong.toString(), right.toString());

        assertThat(format.exitCode()).isNotZero();
        assertThat(format.output())
                .contains("not formatted: " + wrong)
                .doesNotContain(right.toString());
        assertThat(run(ROOT, "./dev", "format", right.toString()).exitCode()).isZero();
    }

    private static Outcome compile() throws Exception {
        return run(
                PLANTED,
                "mvn",
                "--quiet",
                "--batch-mode",
                "-Dmaven.repo.local=" + System.getProperty("plinth.repository"),
                "compile");
    }

    private static Path write(String name, String content) throws IOException {
        var file = PLANTED.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private record Outcome(int exitCode, String output) {}

    private static Outcome run(Path folder, String... command) throws Exception {
        var process =
                new ProcessBuilder(List.of(command))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
