package dev.plinth.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the tools of each database write, as a model and what is told besides. The models are kept
 * as files and were read against the scripts; written anew with {@code -Dplinth.write.cases=true}.
 */
class DumpsTest {
    private static final Path DUMPS = Path.of("src/test/dumps");

    static Stream<String> dumps() throws IOException {
        try (Stream<Path> files = Files.list(DUMPS)) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".sql"))
                    .map(f -> f.replace(".sql", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Before a database has a dialect of its own, its scripts are read as those of H2. */
    private static String dialect(String name) {
        return Dialects.all().stream()
                .map(Dialect::name)
                .filter(name::equals)
                .findFirst()
                .orElse("h2");
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void aDumpIsAModel(String name) throws IOException {
        String script = Files.readString(DUMPS.resolve(name + ".sql"));
        Conversion made = Conversions.convert("sql:" + dialect(name), "", script, IdSource.DERIVED);
        String told =
                made.problems().stream()
                        .map(DumpsTest::line)
                        .collect(Collectors.joining("\n", "# told\n", "\n"));
        String text = told + ModelText.write("", made.model());
        Path file = DUMPS.resolve(name + ".yaml");
        if (Boolean.getBoolean("plinth.write.cases")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static String line(Problem problem) {
        return "# " + problem.path() + ": " + problem.message();
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void everyLineOfWhatIsToldIsInTheScript(String name) throws IOException {
        String script = Files.readString(DUMPS.resolve(name + ".sql"));
        List<String> lines = script.lines().toList();
        Conversions.convert("sql:" + dialect(name), "", script, IdSource.DERIVED)
                .problems()
                .forEach(
                        p -> {
                            int line = Integer.parseInt(p.path().replace("line ", ""));
                            assertThat(lines.get(line - 1)).as(p.message()).isNotBlank();
                        });
    }
}
