package dev.plinth.schema.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Planner;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL for databases that the tests have no server of, kept as files that were read against the
 * vendor's documentation. Written anew with {@code -Dplinth.write.cases=true}, to be read again.
 */
class GoldenSqlTest {
    private static final Path CASES = Path.of("src/test/cases");
    private static final List<String> DIALECTS =
            List.of("mysql", "tidb", "cockroach", "yugabyte", "sqlserver", "oracle", "db2");

    record Golden(Dialect dialect, String group) {
        Path file() {
            return CASES.resolve(dialect.name()).resolve(group + ".sql");
        }

        @Override
        public String toString() {
            return dialect.name() + " " + group;
        }
    }

    static Stream<Golden> goldens() {
        return DIALECTS.stream()
                .map(Dialects::named)
                .flatMap(d -> GoldenCases.groups().stream().map(g -> new Golden(d, g)));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void sqlIsAsItWasRead(Golden golden) throws IOException {
        String written = header(golden) + text(golden);
        if (Boolean.getBoolean("plinth.write.cases")) {
            Files.createDirectories(golden.file().getParent());
            Files.writeString(golden.file(), written);
        }
        assertThat(written).isEqualTo(Files.readString(golden.file()));
    }

    @Test
    void noFileIsLeftOver() throws IOException {
        Set<Path> expected = goldens().map(Golden::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(CASES)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .filter(f -> !f.endsWith("expressions.sql")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String header(Golden golden) {
        return "-- What Plinth writes for "
                + golden.dialect().title()
                + ". No server has run it in these tests: it was read against the\n"
                + "-- documentation, which is no proof. Databases that are at hand run the same"
                + " cases for real.\n";
    }

    private static String text(Golden golden) {
        Dialect dialect = golden.dialect();
        StringBuilder text = new StringBuilder();
        for (GoldenCases.Case each : new GoldenCases(dialect).of(golden.group())) {
            text.append("\n-- ").append(each.title()).append('\n');
            List<Problem> refusals = GoldenCases.refusals(each, dialect);
            refusals.forEach(r -> text.append("-- refused: ").append(r.message()).append('\n'));
            if (refusals.isEmpty()) {
                written(each, dialect).forEach(text::append);
            }
        }
        return text.toString();
    }

    /** The statements, or why the change is refused. */
    private static List<String> written(GoldenCases.Case each, Dialect dialect) {
        try {
            return statements(each.before(), each.after(), dialect).stream()
                    .map(s -> s + dialect.statements().terminator())
                    .toList();
        } catch (PlinthException e) {
            return e.problems().stream().map(p -> "-- refused: " + p.message() + "\n").toList();
        }
    }

    private static List<String> statements(Model before, Model after, Dialect dialect) {
        Model live = Lowering.lower(before, dialect);
        Model wanted = Lowering.lower(after, dialect);
        Set<String> owned = new LinkedHashSet<>();
        live.tables().stream().map(Table::id).forEach(owned::add);
        live.views().forEach(v -> owned.add(v.id()));
        return Planner.steps(
                        SchemaDiff.between(live, wanted, owned, List.of(), dialect),
                        live,
                        wanted,
                        dialect)
                .stream()
                .map(Step::sql)
                .flatMap(List::stream)
                .toList();
    }
}
