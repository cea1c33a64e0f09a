package dev.plinth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.document.ModelFiles;
import dev.plinth.schema.document.ModelText;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class DatabaseCommandsTest {
    private static final String CHANGED =
            Models.SHOP
                    .replace("      - {name: fax, type: text(40)}\n", "")
                    .replace(
                            "name: total, type: 'decimal(12,2)'",
                            "name: total, type: 'decimal(14,2)'");

    @TempDir private Path folder;
    private final List<FreshDatabase> opened = new ArrayList<>();

    static List<TestDatabase> databases() {
        return TestDatabases.selected().stream()
                .filter(
                        d ->
                                dev.plinth.schema.dialect.Dialects.all().stream()
                                        .anyMatch(known -> knows(known.name(), d.name())))
                .toList();
    }

    private static boolean knows(String dialect, String product) {
        return product.startsWith(dialect);
    }

    @AfterEach
    void drop() {
        opened.forEach(FreshDatabase::close);
    }

    private FreshDatabase fresh(TestDatabase product) {
        FreshDatabase database = product.fresh();
        opened.add(database);
        return database;
    }

    private static Run run(FreshDatabase database, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        if (!database.user().isEmpty()) {
            all.add("--user");
            all.add(database.user());
        }
        return Run.with(Map.of("PLINTH_PASSWORD", database.password()), all.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void fromAnEmptyDatabaseToTheModelAndBack(TestDatabase product) {
        FreshDatabase database = fresh(product);
        String url = database.url();
        String model = Models.write(folder, "m.yaml", Models.SHOP);

        Run plan = run(database, "plan", model, url);
        assertThat(plan.code()).as(plan.err()).isEqualTo(2);
        assertThat(plan.out()).startsWith("Plan for ").contains("Create table customer");

        Run refused = run(database, "apply", model, url);
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("error C003: ");
        assertThat(run(database, "plan", model, url).code()).isEqualTo(2);

        Run apply = run(database, "apply", model, url, "--yes");
        assertThat(apply.code()).as(apply.err()).isZero();
        assertThat(apply.out()).contains("Done.");

        Run again = run(database, "plan", model, url);
        assertThat(again.code()).as(again.out()).isZero();
        assertThat(again.out()).contains("Nothing to do");
        Run same = run(database, "diff", model, url);
        assertThat(same.code()).as(same.out()).isZero();

        String inspected = folder.resolve("inspected").toString();
        assertThat(run(database, "inspect", url, "-o", inspected).code()).isZero();
        assertThat(folder.resolve("inspected/tables/customer.yaml")).exists();
        Run known = run(database, "plan", inspected, url);
        assertThat(known.code()).as(known.out() + known.err()).isZero();
        Run withoutIds = run(database, "plan", withoutIds(inspected), url);
        assertThat(withoutIds.code()).as(withoutIds.out() + withoutIds.err()).isZero();
    }

    /** The same model, written as if somebody had never seen the ids. */
    private String withoutIds(String inspected) {
        var document = ModelFiles.read(Path.of(inspected));
        String text = ModelText.write("", document.model());
        return Models.write(folder, "anew.yaml", text.replaceAll("(?m)^ +id: .*\\R", ""));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatLosesDataNeedsConsentByName(TestDatabase product) throws SQLException {
        FreshDatabase database = fresh(product);
        String url = database.url();
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        assertThat(run(database, "apply", model, url, "--yes").code()).isZero();
        String changed = Models.write(folder, "changed.yaml", CHANGED);

        Run refused = run(database, "apply", changed, url, "--yes");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("error D202: ").contains("--allow destructive");
        Run json = run(database, "plan", changed, url, "--json");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.out())
                .contains("\"consent\":[\"destructive\"]")
                .containsAnyOf("\"kind\":\"dropColumn\"", "\"kind\":\"rebuildTable\"");

        Run done = run(database, "apply", changed, url, "--yes", "--allow", "destructive,lossy");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(run(database, "plan", changed, url).code()).isZero();
        Run diff = run(database, "diff", url, model);
        assertThat(diff.code()).isEqualTo(2);
        assertThat(diff.out()).contains("fax");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aDeploymentIsUndoneAndWhatItKeptIsPurged(TestDatabase product) throws SQLException {
        FreshDatabase database = fresh(product);
        String url = database.url();
        Run nothing = run(database, "undo", url, "--yes");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("error C00");
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        String changed = Models.write(folder, "changed.yaml", CHANGED);
        run(database, "apply", model, url, "--yes");
        run(database, "apply", changed, url, "--yes", "--allow", "destructive");
        assertThat(run(database, "kept", url).out()).contains("  1. column customer.fax, dropped ");

        Run undone = run(database, "undo", url, "--yes", "--allow", "lossy");
        assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
        assertThat(run(database, "plan", model, url).code()).isZero();
        assertThat(run(database, "kept", url).out()).startsWith("Nothing is kept.");

        run(database, "apply", changed, url, "--yes", "--allow", "destructive");
        assertThat(run(database, "kept", url, "--purge", "1").code()).isEqualTo(3);
        assertThat(run(database, "kept", url, "--purge", "7", "--yes").err())
                .contains("error D213: ");
        assertThat(run(database, "kept", url, "--purge", "1", "--yes").code()).isZero();
        assertThat(run(database, "kept", url).out()).startsWith("Nothing is kept.");
        assertThat(run(database, "plan", changed, url).code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRenameWithoutIdsIsAskedAboutAndMayBeRehearsed(TestDatabase product) throws SQLException {
        FreshDatabase database = fresh(product);
        String url = database.url();
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        assertThat(run(database, "apply", model, url, "--yes").code()).isZero();
        String renamed =
                Models.write(
                        folder, "renamed.yaml", Models.SHOP.replace("name: fax", "name: tele_fax"));

        Run plan = run(database, "plan", renamed, url);
        assertThat(plan.out()).contains("add --rename customer.fax=tele_fax");
        assertThat(run(database, "plan", renamed, url, "--json").out())
                .contains("\"questions\":[{\"kind\":\"column\"");
        Run open = run(database, "apply", renamed, url, "--yes", "--allow", "destructive");
        assertThat(open.code()).isEqualTo(3);
        assertThat(open.err()).contains("error D214 ");
        String kept = folder.resolve("plan.json").toString();
        String answer = "customer.fax=tele_fax";
        Run rehearsed =
                run(database, "plan", renamed, url, "--rename", answer, "--rehearse", "-o", kept);
        assertThat(rehearsed.code()).as(rehearsed.err()).isEqualTo(2);
        assertThat(rehearsed.err()).containsAnyOf("The rehearsal went well.", "warning D218");
        Run done = run(database, "apply", kept, url, "--yes");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(run(database, "plan", renamed, url).code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aKeptPlanRunsOrNothingRuns(TestDatabase product) throws SQLException {
        FreshDatabase database = fresh(product);
        String url = database.url();
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        String plan = folder.resolve("plan.json").toString();
        assertThat(run(database, "plan", model, url, "-o", plan).code()).isEqualTo(2);
        assertThat(run(database, "apply", plan, url, "--yes").code()).isZero();
        Run twice = run(database, "apply", plan, url, "--yes");
        assertThat(twice.code()).isEqualTo(3);
        assertThat(twice.err()).contains("error D201: ");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void somebodyAtATerminalIsAsked(TestDatabase product) {
        FreshDatabase database = fresh(product);
        String url = database.url();
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        List<String> command = new ArrayList<>(List.of("apply", model, url));
        List<String> secret = List.of();
        if (!database.user().isEmpty()) {
            command.addAll(List.of("--user", database.user()));
            secret = List.of(database.password());
        }
        Run no = Run.answering(with(secret, "no"), command.toArray(String[]::new));
        assertThat(no.code()).as(no.err()).isEqualTo(3);
        Run yes = Run.answering(with(secret, "y"), command.toArray(String[]::new));
        assertThat(yes.code()).as(yes.err()).isZero();
        assertThat(yes.out() + yes.err()).doesNotContain("Password");
    }

    private static List<String> with(List<String> secret, String answer) {
        List<String> answers = new ArrayList<>(secret);
        answers.add(answer);
        return answers;
    }

    @org.junit.jupiter.api.Test
    void databasesThatAreNotThereAreTold() throws Exception {
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        Run nobody = Run.of("plan", model, "jdbc:postgresql://localhost:1/none?password=secret");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("error D102: ").doesNotContain("secret");
        Run unknown = Run.of("inspect", "jdbc:nonsense:x");
        assertThat(unknown.err()).startsWith("error S002: ");
        Path file = folder.resolve("none.db");
        for (String product : java.util.List.of("sqlite", "duckdb")) {
            Run missing = Run.of("inspect", "jdbc:" + product + ":" + file);
            assertThat(missing.err()).contains("error C005: ");
        }
        assertThat(Files.exists(file)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void twoModelsAreComparedInAllTheyHold() {
        String a = Models.write(folder, "a.yaml", Models.SHOP);
        String b =
                Models.write(
                        folder,
                        "b.yaml",
                        CHANGED.replace(
                                "- name: customer\n", "- name: customer\n    label: Who buys\n"));
        assertThat(Run.of("diff", a, a))
                .isEqualTo(new Run(0, "No difference." + System.lineSeparator(), ""));
        Run diff = Run.of("diff", a, b);
        assertThat(diff.code()).isEqualTo(2);
        assertThat(diff.out().lines())
                .containsExactly(
                        "Change label of table customer from nothing to Who buys",
                        "Drop column customer.fax",
                        "Change type of column order.total from decimal(12,2) to decimal(14,2)");
        assertThat(Run.of("diff", "--json", a, b).out())
                .startsWith("{\"differs\":true,\"changes\":[{\"title\":\"Change label of");
    }
}
