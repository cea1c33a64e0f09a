package dev.plinth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

class PlainCommandsTest {
    @TempDir private Path folder;

    static Stream<String> dialects() {
        return Dialects.all().stream().map(Dialect::name);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void ddlGoesToStandardOutput(String dialect) {
        Run run = Run.of("ddl", Models.write(folder, "m.yaml", Models.SHOP), "--dialect", dialect);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("CREATE TABLE").contains("customer");
        if (dialect.equals("duckdb")) {
            assertThat(run.err()).startsWith("warning M123");
            return;
        }
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("order_customer").containsIgnoringCase("foreign key");
    }

    @Test
    void validateCountsAndTellsEachProblemWithItsLine() {
        String broken = Models.SHOP.replace("default: new}", "default: gone}");
        Run run = Run.of("validate", Models.write(folder, "m.yaml", broken));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualToIgnoringNewLines("2 tables, 0 views, 1 choice: 1 error, 0 warnings");
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        """
                        error M021 %s:16 tables/order/columns/state: Column "state" of "order" has the default "gone", which is none of its options.
                          hint: Known are new, paid.
                        """
                                .formatted(folder.resolve("m.yaml")));
    }

    @Test
    void validateTakesSeveralDialects() {
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        Run all = Run.of("validate", model, "--dialect", "all");
        assertThat(all.code()).as(all.err()).isZero();
        String index = Models.SHOP + "    indexes: [{parts: total, where: total > 1.0}]\n";
        String partial = Models.write(folder, "p.yaml", index);
        assertThat(Run.of("validate", partial).code()).isZero();
        assertThat(Run.of("validate", partial, "--dialect", "sqlite").code()).isZero();
        Run two = Run.of("validate", partial, "--dialect=sqlite,h2");
        assertThat(two.code()).isEqualTo(1);
        assertThat(two.err()).contains("error M130").contains("H2");
    }

    @Test
    void theShortWayAndTheLongWayOfArgumentsMeanTheSame() {
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        assertThat(Run.of("ddl", model, "--dialect=h2"))
                .isEqualTo(Run.of("ddl", "--dialect", "h2", model));
        assertThat(Run.of("validate", "--dialect=h2", "--dialect=sqlite", model))
                .isEqualTo(Run.of("validate", model, "--dialect", "h2", "--dialect", "sqlite"));
    }

    @Test
    void ddlOfAWrongModelTellsAndWritesNothing() {
        Run run = Run.of("ddl", Models.write(folder, "m.yaml", "tables: [{}]"), "--dialect", "h2");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error F005 ").contains("m.yaml:1: ");
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(Run.of("validate", folder.resolve("none").toString()).err())
                .startsWith("error F001 ");
        Run unknown =
                Run.of("ddl", Models.write(folder, "m.yaml", Models.SHOP), "--dialect", "oracel");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).startsWith("error S001: ").contains("hint: Known are");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ddl m.yaml",
                "ddl --dialect h2",
                "plan m.yaml",
                "apply m.yaml jdbc:h2:mem:x --allow everything",
                "plan m.yaml jdbc:h2:mem:x --frob",
                "frobnicate",
                "inspect"
            })
    void aWrongCommandLineIsAnErrorNotAChange(String line) {
        Run run = Run.of(line.split(" "));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("error C001: ").contains("--help tells how.");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "inspect ",
                "validate ",
                "ddl ",
                "plan ",
                "apply ",
                "diff ",
                "doctor ",
                "serve "
            })
    void everyCommandHelps(String command) {
        Run run = Run.of((command + "--help").split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Usage: plinth")
                .hasLineCount(run.out().split("\n").length);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void doctorFindsWhatIsWrong() throws IOException {
        Run fine = Run.of("doctor", "--home", folder.resolve("home").toString(), "--port", "0");
        assertThat(fine.code()).as(fine.out()).isZero();
        assertThat(fine.out())
                .contains("ok     Java 25")
                .contains("driver for PostgreSQL")
                .contains("will be made at the first start")
                .doesNotContain("WRONG");
        Path file = Files.writeString(folder.resolve("file"), "x");
        try (var taken =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Run wrong =
                    Run.with(
                            Map.of("PLINTH_STORE_PASSWORD", "secret"),
                            "doctor",
                            "--home",
                            file.toString(),
                            "--port",
                            String.valueOf(taken.getLocalPort()),
                            "--store",
                            "jdbc:postgresql://localhost:1/none",
                            "--store-user",
                            "x");
            assertThat(wrong.code()).isEqualTo(1);
            assertThat(wrong.out())
                    .contains("WRONG  the home folder")
                    .contains("WRONG  the store does not open")
                    .contains("WRONG  port")
                    .doesNotContain("secret");
        }
    }

    @Test
    void theCodesOfCommandsAreOnThePageOfErrors() throws IOException {
        String page = Files.readString(Path.of("../docs/errors.md"));
        for (CommandCode code : CommandCode.values()) {
            assertThat(page)
                    .contains(
                            "| "
                                    + code.code()
                                    + " | "
                                    + code.meaning()
                                    + " | "
                                    + code.remedy()
                                    + " |");
        }
    }

    @Test
    void otherDescriptionsBecomeModels() {
        String quick =
                Models.write(folder, "team.quick", "teams\n  name /nn\n  players\n    name\n");
        Run made = Run.of("convert", quick);
        assertThat(made.code()).as(made.err()).isZero();
        String model = Models.write(folder, "made.yaml", made.out());
        assertThat(Run.of("validate", model).code()).isZero();
        String to = folder.resolve("model").toString();
        assertThat(Run.of("convert", quick, "--from", "quick", "-o", to).code()).isZero();
        assertThat(folder.resolve("model/tables/players.yaml")).exists();
        String dbml = folder.resolve("teams.dbml").toString();
        assertThat(Run.of("export", model, "--as", "dbml", "-o", dbml).code()).isZero();
        assertThat(Run.of("convert", dbml).out()).contains("name: players");
        assertThat(Run.of("export", model, "--as", "mermaid").out()).startsWith("erDiagram");
        String sql = Models.write(folder, "x.sql", "CREATE TABLE a (b int PRIMARY KEY);");
        assertThat(Run.of("convert", sql, "--from", "sql:sqlite").out()).contains("name: a");
        Run unknown = Run.of("convert", Models.write(folder, "x.unknown", "x"));
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("error C001: ");
    }
}
