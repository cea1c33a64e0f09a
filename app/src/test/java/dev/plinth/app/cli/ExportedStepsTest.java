package dev.plinth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.diff.Adoption;
import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.diff.Echoes;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.document.ModelFiles;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Titles;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is exported for Flyway and Liquibase is run by the real ones. */
class ExportedStepsTest {
    private static final String SHOP =
            Models.SHOP.replace(
                    "{name: email, type: text(200), required: true}",
                    "{name: email, type: text(200), required: true, comment: 'a; b ${c} -- d'}");

    /** A column less, one more, another type, a required one, another check, a new table. */
    private static final String CHANGED =
            SHOP.replace(
                                    "      - {name: fax, type: text(40)}\n",
                                    "      - {name: phone, type: text(40)}\n")
                            .replace("'decimal(12,2)'", "'decimal(14,2)'")
                            .replace(
                                    "{name: customer_id, type: bigint}",
                                    "{name: customer_id, type: bigint, required: true}")
                            .replace("total >= 0.0", "total >= 1.0")
                    + "    indexes: [{name: order_total, parts: total}]\n"
                    + "  - name: note\n"
                    + "    columns:\n"
                    + "      - {name: id, type: uuid, required: true}\n"
                    + "      - {name: text, type: longtext}\n"
                    + "    primaryKey: id\n";

    @TempDir private Path folder;
    private Path files;
    private String before;
    private String after;

    @BeforeEach
    void models() throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
        before = Models.write(folder, "before.yaml", SHOP);
        after = Models.write(folder, "after.yaml", CHANGED);
    }

    static List<TestDatabase> databases() {
        return TestDatabases.selected().stream()
                .filter(d -> List.of("h2", "postgresql").contains(d.name()))
                .toList();
    }

    private static String dialect(TestDatabase product) {
        return product == TestDatabases.H2 ? "h2" : "postgres";
    }

    private void export(String... command) {
        Run run =
                Run.of(
                        Stream.concat(
                                        Stream.of("export"),
                                        Stream.concat(
                                                Stream.of(command),
                                                Stream.of("-o", files.toString())))
                                .toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
    }

    /** What a deployment would find left to do, were the model deployed already. */
    private static List<String> left(FreshDatabase database, String dialectName, String model)
            throws SQLException {
        Dialect dialect = Dialects.named(dialectName);
        Model wanted = Lowering.lower(ModelFiles.read(Path.of(model)).model(), dialect);
        try (Connection connection = database.connect()) {
            dialect.prepare(connection);
            Model found = dialect.inspector().inspect(connection, List.of()).model();
            Model live = Adoption.adopt(found, wanted, wanted);
            Model settled = Echoes.settle(wanted, live, new Deployed(wanted, Echoes.texts(live)));
            return SchemaDiff.between(live, settled, Set.of(), List.of(), dialect).stream()
                    .map(Titles::of)
                    .toList();
        }
    }

    private int flyway(FreshDatabase database) {
        return Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + files)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void flywayRunsThem(TestDatabase product) throws Exception {
        String dialect = dialect(product);
        try (FreshDatabase database = product.fresh()) {
            export(before, "--to", "flyway", "--dialect", dialect);
            assertThat(names()).contains("V1__change_tables.sql", "U1__change_tables.sql");
            assertThat(flyway(database)).isEqualTo(1);
            assertThat(left(database, dialect, before)).isEmpty();
            database.execute(
                    "INSERT INTO \"customer\" (\"email\", \"fax\") VALUES ('a@b.c', '4711')");

            export(
                    after,
                    "--to",
                    "flyway",
                    "--dialect",
                    dialect,
                    "--from",
                    before,
                    "--title",
                    "Phones & more");
            assertThat(names()).contains("V2__phones_more.sql", "U2__phones_more.sql");
            assertThat(flyway(database)).isEqualTo(1);
            assertThat(left(database, dialect, after)).isEmpty();

            // Flyway's free edition does not undo; as a next version the file does the same.
            Files.move(files.resolve("U2__phones_more.sql"), files.resolve("V3__back.sql"));
            assertThat(flyway(database)).isEqualTo(1);
            assertThat(left(database, dialect, before)).isEmpty();
            assertThat(fax(database)).isEqualTo("4711");
        }
    }

    private Liquibase liquibase(Connection connection, String file) throws Exception {
        return new Liquibase(
                file,
                new DirectoryResourceAccessor(files),
                DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(connection)));
    }

    private void update(FreshDatabase database, String file) throws Exception {
        try (Connection connection = database.connect()) {
            Scope.child(
                    Map.of(),
                    () ->
                            liquibase(connection, file)
                                    .update(new Contexts(), new LabelExpression()));
        }
    }

    private void rollback(FreshDatabase database, String file, int count) throws Exception {
        try (Connection connection = database.connect()) {
            liquibase(connection, file).rollback(count, new Contexts(), new LabelExpression());
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void liquibaseRunsThemAndGoesBack(TestDatabase product) throws Exception {
        String dialect = dialect(product);
        try (FreshDatabase database = product.fresh()) {
            export(before, "--to", "liquibase", "--dialect", dialect);
            update(database, "1-change-tables.sql");
            assertThat(left(database, dialect, before)).isEmpty();
            database.execute(
                    "INSERT INTO \"customer\" (\"email\", \"fax\") VALUES ('a@b.c', '4711')");

            export(
                    after,
                    "--to",
                    "liquibase",
                    "--dialect",
                    dialect,
                    "--from",
                    before,
                    "--author",
                    "ann");
            String file = "2-change-tables.sql";
            String text = Files.readString(files.resolve(file));
            assertThat(text)
                    .startsWith("--liquibase formatted sql\n")
                    .contains("--changeset ann:2-1");
            assertThat(text.contains("runInTransaction:false")).isEqualTo(dialect.equals("h2"));
            update(database, file);
            assertThat(left(database, dialect, after)).isEmpty();

            rollback(database, file, text.split("--changeset ", -1).length - 1);
            assertThat(left(database, dialect, before)).isEmpty();
            assertThat(fax(database)).isEqualTo("4711");
        }
    }

    private static String fax(FreshDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT \"fax\" FROM \"customer\"")) {
            return rows.next() ? rows.getString(1) : "no row";
        }
    }

    @Test
    void stepsFromADatabaseAreTheRestOfTheWay() {
        String url = "jdbc:h2:mem:steps" + System.nanoTime() + ";DB_CLOSE_DELAY=-1";
        Run all = Run.of("export", after, "--to", "flyway", "--from", url);
        assertThat(all.out()).contains("CREATE TABLE \"customer\"").contains("\"note\"");
        Run.of("apply", before, url, "--yes");
        String other = "customer.fax=phone";
        Run rest = Run.of("export", after, "--to", "flyway", "--from", url, "--no-rename", other);
        assertThat(rest.out())
                .doesNotContain("CREATE TABLE \"customer\"")
                .contains("CREATE TABLE \"note\"")
                .contains("-- Lost: ");
        Run.of("apply", after, url, "--yes", "--allow", "lossy,destructive", "--no-rename", other);
        assertThat(Run.of("export", after, "--to", "flyway", "--from", url).err())
                .contains("Nothing to do.");
    }

    @Test
    void whatIsNoTransactionSaysSo() throws IOException {
        export(before, "--to", "flyway", "--dialect", "mysql");
        assertThat(Files.readString(files.resolve("V1__change_tables.sql.conf")))
                .isEqualTo("executeInTransaction=false\nplaceholderReplacement=false\n");
        export(
                after,
                "--to",
                "liquibase",
                "--dialect",
                "sqlite",
                "--from",
                before,
                "--number",
                "2");
        String rebuild = Files.readString(files.resolve("2-change-tables.sql"));
        String changesets =
                rebuild.lines()
                        .filter(l -> l.startsWith("--changeset"))
                        .collect(Collectors.joining("\n"));
        assertThat(changesets.lines())
                .anyMatch(l -> l.contains(":2-4.1 "))
                .allMatch(l -> l.contains("runInTransaction:false") == l.contains(":2-4."));
    }

    @Test
    void whatLiquibaseWouldTakeForItsOwnIsRefused() {
        String odd =
                Models.SHOP.replace(
                        "type: text(40)}", "type: text(40), comment: \"x\\n--rollback drop\"}");
        Run run =
                Run.of(
                        "export",
                        Models.write(folder, "odd.yaml", odd),
                        "--to",
                        "liquibase",
                        "--dialect",
                        "postgres");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("error T010 ");
    }

    @Test
    void aDatabaseHasToBeNamed() {
        assertThat(Run.of("export", before, "--to", "flyway").err()).startsWith("error C001");
        assertThat(
                        Run.of(
                                        "export",
                                        before,
                                        "--to",
                                        "flyway",
                                        "--dialect",
                                        "h2",
                                        "--number",
                                        "x")
                                .err())
                .startsWith("error C001");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(files)) {
            return all.map(f -> f.getFileName().toString()).toList();
        }
    }
}
