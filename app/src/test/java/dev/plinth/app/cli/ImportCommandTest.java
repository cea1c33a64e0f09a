package dev.plinth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What imports do on each database is tried with the data API, which the command goes through. */
class ImportCommandTest {
    private static final Set<String> SOME = Set.of("sqlite", "postgresql", "mariadb");

    @TempDir private Path folder;
    private final List<FreshDatabase> opened = new ArrayList<>();

    static List<TestDatabase> databases() {
        return TestDatabases.selected().stream().filter(d -> SOME.contains(d.name())).toList();
    }

    @AfterEach
    void drop() {
        opened.forEach(FreshDatabase::close);
    }

    private FreshDatabase shop(TestDatabase product) {
        FreshDatabase database = product.fresh();
        opened.add(database);
        String model = Models.write(folder, "m.yaml", Models.SHOP);
        Run made = run(database, "apply", model, database.url(), "--yes");
        assertThat(made.code()).as(made.err()).isZero();
        return database;
    }

    private static Run run(FreshDatabase database, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        if (!database.user().isEmpty()) {
            all.addAll(List.of("--user", database.user()));
        }
        return Run.with(Map.of("PLINTH_PASSWORD", database.password()), all.toArray(String[]::new));
    }

    private Run into(FreshDatabase database, String table, String file, String... options) {
        List<String> all =
                new ArrayList<>(List.of("import", file, database.url(), "--into", table));
        all.addAll(List.of(options));
        return run(database, all.toArray(String[]::new));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("databases")
    void rowsAreTriedMendedAndImported(TestDatabase product) {
        FreshDatabase database = shop(product);
        String customers =
                Models.write(folder, "people.csv", "id,email\n1,ada@example.org\n2,bob@x.org\n");
        Run trial = into(database, "customer", customers, "--trial");
        assertThat(trial.code()).as(trial.err()).isZero();
        assertThat(trial.out()).startsWith("Nothing was written: 2 of 2 rows new");
        Run made = into(database, "customer", customers);
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out())
                .startsWith("Imported: 2 of 2 rows new, 0 updated, 0 left as they were, 0 refused");
        assertThat(into(database, "customer", customers, "--existing", "update").out())
                .startsWith("Imported: 0 of 2 rows new, 2 updated");
        assertThat(into(database, "customer", customers, "--existing", "ignore").out())
                .startsWith("Imported: 0 of 2 rows new, 0 updated, 2 left");

        String orders =
                Models.write(
                        folder,
                        "orders.csv",
                        "id,customer_id,total,state\n1,1,5,new\n2,1,x,new\n3,1,-1,paid\n");
        String model = folder.resolve("m.yaml").toString();
        Run refused = into(database, "order", orders, "--model", model);
        assertThat(refused.code()).as(refused.err()).isEqualTo(3);
        assertThat(refused.out()).startsWith("Nothing was written: ").endsWith("2 refused.\n");
        assertThat(refused.err())
                .contains("error 22P02 " + orders + ":3 total: ")
                .contains("error 23514 " + orders + ":4 total: ");
        Run others = into(database, "order", orders, "--model", model, "--skip-invalid", "--json");
        assertThat(others.code()).as(others.err()).isEqualTo(2);
        assertThat(others.out())
                .startsWith(
                        "{\"rows\":3,\"inserted\":1,\"updated\":0,\"ignored\":0,\"refused\":2,");
    }

    @Test
    void theEndingOrAnOptionTellsWhatAFileIs() {
        FreshDatabase database = shop(TestDatabases.H2);
        String lines = Models.write(folder, "a.ndjson", "{\"id\":1,\"email\":\"a\"}\n");
        assertThat(into(database, "customer", lines).out()).startsWith("Imported: 1 of 1");
        String list = Models.write(folder, "a.json", "[{\"id\":2,\"email\":\"b\",\"fax\":\"7\"}]");
        Run some = into(database, "customer", list, "--columns", "id,email");
        assertThat(some.out()).as(some.err()).startsWith("Imported: 1 of 1");
        String other = Models.write(folder, "a.txt", "id,email\n3,c\n");
        assertThat(into(database, "customer", other).err()).startsWith("error C001: Nobody knows");
        Run said = into(database, "customer", other, "--type", "csv");
        assertThat(said.out()).as(said.err()).startsWith("Imported: 1 of 1");
    }

    @Test
    void whatIsWrongAsAWholeIsSaid() {
        FreshDatabase database = shop(TestDatabases.H2);
        String file = Models.write(folder, "a.csv", "id,mail\n1,a\n");
        Run unknown = into(database, "customers", file);
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("error PGRST205 customers: ").contains("hint: Perhaps");
        Run column = into(database, "customer", file);
        assertThat(column.code()).isEqualTo(1);
        assertThat(column.err()).contains("error PGRST204 customer: ");
        assertThat(into(database, "customer", "none.csv").err()).startsWith("error F001 none.csv");
        Run how = into(database, "customer", file, "--existing", "replace");
        assertThat(how.err()).contains("error C001: ").contains("replace");
        assertThat(Run.of("import", "--help").out()).contains("--into", "Exit code: 0 done");
    }

    /** Rows are written some thousand at a time, and each time is told. */
    @Test
    void longFilesTellHowFarTheyAre() {
        FreshDatabase database = shop(TestDatabases.H2);
        StringBuilder csv = new StringBuilder("id,email\n");
        for (int i = 1; i <= 30_000; i++) {
            csv.append(i).append(",person").append(i).append("@example.org\n");
        }
        Run run = into(database, "customer", Models.write(folder, "a.csv", csv.toString()));
        assertThat(run.out()).as(run.err()).startsWith("Imported: 30000 of 30000 rows new");
        assertThat(run.err().lines()).anyMatch(line -> line.matches("\\d+000 rows, \\d+ %"));
        assertThat(run.err().lines()).hasSizeLessThan(15);
    }
}
