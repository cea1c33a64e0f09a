package dev.plinth.schema.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.convert.Conversions;
import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.deploy.Lab;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schema that others made is read, made again elsewhere, and carried to other databases. */
class CorpusTest {
    private static final String CAMUNDA = "org/camunda/bpm/engine/db/create/activiti.%s.create.";
    private static final List<String> CAMUNDAS =
            List.of(
                    "engine",
                    "history",
                    "identity",
                    "case.engine",
                    "case.history",
                    "decision.engine",
                    "decision.history");
    private static final String QUARTZ = "org/quartz/impl/jdbcjobstore/tables_%s.sql";
    private static final String BATCH = "org/springframework/batch/core/schema-%s.sql";

    /** In process, so that it costs little; what is carried to a server is tried elsewhere. */
    private static final List<TestDatabase> OTHERS =
            List.of(TestDatabases.H2, TestDatabases.HSQLDB);

    /**
     * @param tables how many the script makes
     */
    record Their(String product, String database, int tables, List<String> scripts) {
        @Override
        public String toString() {
            return product + " on " + database;
        }
    }

    static Stream<Their> schemas() {
        List<String> selected = TestDatabases.selected().stream().map(TestDatabase::name).toList();
        return Stream.of(
                        camunda("postgresql", "postgres"),
                        one("Quartz", "postgresql", 11, QUARTZ, "postgres"),
                        one("Quartz", "mariadb", 11, QUARTZ, "mysql_innodb"),
                        one("Quartz", "hsqldb", 11, QUARTZ, "hsqldb"),
                        one("Spring Batch", "postgresql", 6, BATCH, "postgresql"),
                        one("Spring Batch", "h2", 6, BATCH, "h2"),
                        one("Spring Batch", "hsqldb", 9, BATCH, "hsqldb"),
                        one("Spring Batch", "sqlite", 9, BATCH, "sqlite"))
                .filter(s -> selected.contains(s.database));
    }

    private static Their camunda(String database, String word) {
        String folder = CAMUNDA.formatted(word);
        return new Their(
                "Camunda",
                database,
                49,
                CAMUNDAS.stream().map(part -> folder + part + ".sql").toList());
    }

    private static Their one(String product, String database, int tables, String at, String word) {
        return new Their(product, database, tables, List.of(at.formatted(word)));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("schemas")
    void aSchemaOfOthersGoesRound(Their their) throws SQLException {
        String script = their.scripts.stream().map(CorpusTest::text).collect(Collectors.joining());
        Dialect dialect;
        Model found;
        try (Lab original = Lab.on(TestDatabases.named(their.database))) {
            dialect = original.dialect();
            original.database().execute(statements(script));
            found = dialect.owning(original.inspected());
            assertThat(original.titles(found)).isEmpty();
        }
        assertThat(found.tables()).hasSize(their.tables);
        assertThat(problems(found, dialect)).noneMatch(Problem::isError);
        Model written = ModelText.read("m.yaml", ModelText.write("", found)).model();
        try (Lab clean = Lab.on(TestDatabases.named(their.database))) {
            clean.deploy(written);
            assertThat(clean.titles(found)).isEmpty();
            assertThat(names(clean.inspected())).isEqualTo(names(found));
        }
        OTHERS.forEach(other -> carried(found, other));
        Model read =
                Conversions.convert("sql:" + dialect.name(), "", script, IdSource.DERIVED).model();
        // Where a name without quotes is in capital letters, a script is read in small ones.
        assertThat(names(read))
                .usingElementComparator(String.CASE_INSENSITIVE_ORDER)
                .containsAll(names(found));
    }

    /** It is made there, or each thing that cannot be is named with a way out. */
    private static void carried(Model model, TestDatabase other) {
        try (Lab lab = Lab.on(other)) {
            List<Problem> losses =
                    problems(model, lab.dialect()).stream().filter(Problem::isError).toList();
            assertThat(losses).allMatch(p -> !p.path().isEmpty() && !p.hint().isEmpty());
            if (losses.isEmpty()) {
                lab.deploy(model);
                assertThat(lab.titles(model)).as(other.name()).isEmpty();
            }
        }
    }

    private static List<Problem> problems(Model model, Dialect dialect) {
        return Stream.concat(
                        ModelCheck.problems(model).stream(),
                        PortabilityCheck.problems(model, dialect).stream())
                .toList();
    }

    private static List<String> names(Model model) {
        return model.tables().stream().map(Table::name).map(Object::toString).sorted().toList();
    }

    private static String text(String resource) {
        try (InputStream in = CorpusTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of these scripts end with a line. */
    private static String[] statements(String script) {
        return Arrays.stream(script.replaceAll("(?m)--.*$", "").split(";\\s*(?:\\n|$)"))
                .map(String::strip)
                .filter(s -> !s.isEmpty() && !s.equalsIgnoreCase("commit"))
                .toArray(String[]::new);
    }
}
