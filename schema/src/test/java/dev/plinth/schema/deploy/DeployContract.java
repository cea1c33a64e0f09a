package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a deployment promises, on whatever database. */
abstract class DeployContract {
    private static final Set<Risk> ALL = Set.of(Risk.LOSSY, Risk.DESTRUCTIVE);

    private FreshDatabase database;
    private Deployer deployer;

    abstract TestDatabase databases();

    abstract Dialect dialect();

    /**
     * Whether a deployment waits for a session that changed rows of a table; else it goes ahead and
     * the session is told that it came too late.
     */
    boolean isHeldUpByOthers() {
        return true;
    }

    /** What a deployment is refused with that is held up by others. */
    String heldUp() {
        return "D208";
    }

    @BeforeEach
    void start() {
        database = databases().fresh();
        deployer = new Deployer(dialect(), database::connect, List.of());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aDeployedModelLeavesNothingToDo() {
        deploy(shop());
        assertThat(titles(shop())).isEmpty();
    }

    @Test
    void deployingAnEmptyModelTakesOurTablesAwayButNoOthers() throws SQLException {
        execute("CREATE TABLE foreign_one (id INTEGER NOT NULL PRIMARY KEY)");
        deploy(shop());
        deploy(Model.empty());
        execute("INSERT INTO foreign_one VALUES (1)");
        assertThat(deployer.prepare(Model.empty()).live().tables())
                .extracting(t -> t.name().name().toLowerCase(java.util.Locale.ROOT))
                .containsExactly("foreign_one");
    }

    @Test
    void aRenamedColumnKeepsItsValues() throws SQLException {
        deploy(people(text("full_name", 80)));
        insert("people", "full_name", "'Ada Lovelace'");
        Model renamed = people(text("full_name", 80).withName("name"));
        assertThat(titles(renamed)).containsExactly("Rename column people.full_name to name");
        deploy(renamed);
        assertThat(values("people", "name")).containsExactly("Ada Lovelace");
        assertThat(titles(renamed)).isEmpty();
    }

    @Test
    void aRenamedTableKeepsItsRowsAndRelations() throws SQLException {
        deploy(parentAndChild("parent"));
        insert("parent", "id", "1");
        execute(
                "INSERT INTO "
                        + quote("child")
                        + " ("
                        + quote("id")
                        + ", "
                        + quote("parent_id")
                        + ") VALUES (7, 1)");
        deploy(parentAndChild("mother"));
        assertThat(values("mother", "id")).containsExactly("1");
        assertThat(values("child", "parent_id")).containsExactly("1");
        assertThat(titles(parentAndChild("mother"))).isEmpty();
    }

    @Test
    void namesCanBeSwapped() throws SQLException {
        deploy(people(text("first", 20), text("last", 20)));
        execute(
                "INSERT INTO "
                        + quote("people")
                        + " ("
                        + quote("id")
                        + ", "
                        + quote("first")
                        + ", "
                        + quote("last")
                        + ") VALUES (1, 'Lovelace', 'Ada')");
        deploy(people(text("first", 20).withName("last"), text("last", 20).withName("first")));
        assertThat(values("people", "first")).containsExactly("Ada");
        assertThat(values("people", "last")).containsExactly("Lovelace");
    }

    @Test
    void aNameIsSplitWithoutLosingAnything() throws SQLException {
        deploy(people(text("full_name", 80)));
        insert("people", "full_name", "'Ada'");
        Column split =
                text("given", 80)
                        .withRequired(true)
                        .withBackfill(Expression.sql(quote("full_name")));
        deploy(people(text("full_name", 80), split));
        assertThat(values("people", "given")).containsExactly("Ada");
        deploy(people(split));
        assertThat(values("people", "given")).containsExactly("Ada");
    }

    @Test
    void aNewColumnThatMayStayEmptyIsFilledToo() throws SQLException {
        deploy(people(text("full_name", 80)));
        insert("people", "full_name", "'Ada'");
        Column given =
                text("given", 80)
                        .withDefault(new Default.Value("nobody"))
                        .withBackfill(Expression.sql(quote("full_name")));
        deploy(people(text("full_name", 80), given));
        assertThat(values("people", "given")).containsExactly("Ada");
        execute("UPDATE " + quote("people") + " SET " + quote("id") + " = 0");
        insert("people", "full_name", "'Alan'");
        assertThat(values("people", "given")).containsExactly("Ada", "nobody");
    }

    @Test
    void aRequiredColumnIsRefusedWhileRowsLackIt() throws SQLException {
        deploy(people(text("email", 80)));
        insert("people", "email", "NULL");
        Model required = people(text("email", 80).withRequired(true));
        Prepared prepared = deployer.prepare(required);
        assertThat(prepared.isBlocked()).isTrue();
        assertThat(prepared.findings()).extracting(Finding::count).containsExactly(1L);
        assertThat(examples(required)).containsExactly("id 1");
        PlinthException refusal = refusal(required);
        assertThat(refusal.problems()).extracting(p -> p.code()).containsExactly("D203");
        assertThat(values("people", "id")).hasSize(1);

        deploy(
                people(
                        text("email", 80)
                                .withRequired(true)
                                .withBackfill(Expression.sql("'nobody@example.org'"))));
        assertThat(values("people", "email")).containsExactly("nobody@example.org");
    }

    @Test
    void aNewRequiredColumnNeverGetsMadeUpValues() throws SQLException {
        deploy(people(text("email", 80)));
        insert("people", "email", "'a@b.c'");
        Column age = column("age", IntegerType.NORMAL).withRequired(true);
        assertThat(refusal(people(text("email", 80), age)).problems())
                .extracting(p -> p.code())
                .containsExactly("D203");
        deploy(people(text("email", 80), age.withDefault(new Default.Value("18"))));
        assertThat(values("people", "age")).containsExactly("18");
    }

    @Test
    void whatIsLostNeedsConsentByName() throws SQLException {
        deploy(people(text("email", 80), text("phone", 20)));
        insert("people", "phone", "'123'");
        Model without = people(text("email", 80));
        Prepared prepared = deployer.prepare(without);
        assertThat(prepared.consentNeeded()).containsExactly(Risk.DESTRUCTIVE);
        assertThat(prepared.findings())
                .extracting(f -> f.count() + " " + f.preflight().question())
                .containsExactly("1 values in people.phone");
        PlinthException refusal =
                catchThrowableOfType(
                        PlinthException.class,
                        () ->
                                deployer.deploy(
                                        without,
                                        prepared.plan().fingerprint(),
                                        Set.of(),
                                        Progress.SILENT));
        assertThat(refusal.problems()).extracting(p -> p.code()).containsExactly("D202");
        assertThat(values("people", "phone")).containsExactly("123");
        deploy(without);
        assertThat(titles(without)).isEmpty();
    }

    @Test
    void textBecomesNumbersOnlyIfItIsNumbers() throws SQLException {
        deploy(people(text("amount", 20)));
        insert("people", "amount", "'Product 1'");
        Model numbers = people(text("amount", 20).withType(IntegerType.NORMAL));
        Prepared prepared = deployer.prepare(numbers);
        assertThat(prepared.findings())
                .extracting(Finding::examples)
                .containsExactly(List.of("Product 1 (id 1)"));
        assertThat(refusal(numbers).problems()).extracting(p -> p.code()).containsExactly("D203");
        assertThat(values("people", "amount")).containsExactly("Product 1");
        execute("UPDATE " + quote("people") + " SET " + quote("amount") + " = '42'");
        deploy(numbers);
        assertThat(values("people", "amount")).containsExactly("42");
        assertThat(titles(numbers)).isEmpty();
    }

    @Test
    void everyAspectOfAColumnCanChange() throws SQLException {
        deploy(people(text("a", 20), column("n", IntegerType.NORMAL)));
        execute(
                "INSERT INTO "
                        + quote("people")
                        + " ("
                        + quote("id")
                        + ", "
                        + quote("a")
                        + ", "
                        + quote("n")
                        + ") VALUES (1, 'x', 5)");
        Model changed =
                people(
                        text("a", 40)
                                .withRequired(true)
                                .withDefault(new Default.Value("it's"))
                                .withComment("what's \"a\"?"),
                        column("n", IntegerType.BIG).withDefault(new Default.Value("-7")));
        deploy(changed);
        assertThat(titles(changed)).isEmpty();
        execute("INSERT INTO " + quote("people") + " (" + quote("id") + ") VALUES (2)");
        assertThat(values("people", "a")).containsExactly("x", "it's");
        assertThat(values("people", "n")).containsExactly("5", "-7");
        deploy(people(text("a", 20), column("n", IntegerType.NORMAL)));
        assertThat(values("people", "a")).containsExactly("x", "it's");
    }

    @Test
    void keysAndIndexesComeAndGo() throws SQLException {
        Model plain = people(text("email", 80), text("city", 40));
        deploy(plain);
        insert("people", "email", "'a@b.c'");
        Table table = plain.tables().getFirst();
        Table keyed =
                table.withUniques(
                                List.of(
                                        new UniqueKey(
                                                "u1", "people_email_key", List.of("email"), true)))
                        .withIndexes(
                                List.of(
                                        new Index(
                                                "i1",
                                                "people_city_idx",
                                                List.of(
                                                        Index.Part.column("city"),
                                                        Index.Part.column("email")),
                                                false,
                                                null,
                                                "")));
        Model with = new Model(List.of(keyed), List.of(), List.of());
        deploy(with);
        assertThat(titles(with)).isEmpty();
        assertThat(values("people", "email")).containsExactly("a@b.c");
        deploy(plain);
        assertThat(titles(plain)).isEmpty();
    }

    @Test
    void aComputedColumnThatIsNeverEmptyComesToRowsAndStandsAside() throws SQLException {
        Column amount = column("amount", IntegerType.NORMAL).withRequired(true);
        Column rest =
                column("rest", IntegerType.BIG)
                        .withRequired(true)
                        .withGenerated(new Generated(Expression.cel("amount % 10"), true));
        deploy(people(amount));
        execute(
                "INSERT INTO "
                        + quote("people")
                        + " ("
                        + quote("id")
                        + ", "
                        + quote("amount")
                        + ") VALUES (1, 27)");
        deploy(people(amount, rest));
        assertThat(values("people", "rest")).containsExactly("7");
        Model renamed =
                people(
                        amount.withName("sum"),
                        rest.withGenerated(new Generated(Expression.cel("sum % 10"), true)));
        deploy(renamed);
        assertThat(values("people", "rest")).containsExactly("7");
        assertThat(titles(renamed)).isEmpty();
    }

    @Test
    void aComputedColumnComesAlongWithWhatItIsComputedFrom() throws SQLException {
        Column rest =
                column("rest", IntegerType.BIG)
                        .withGenerated(new Generated(Expression.cel("amount % 10"), true));
        deploy(people());
        Model model = people(rest, column("amount", IntegerType.NORMAL));
        deploy(model);
        assertThat(titles(model)).isEmpty();
    }

    @Test
    void aNumberedColumnGoesWithAllKeysThatBeginWithIt() throws SQLException {
        Table plain = people(text("email", 80)).tables().getFirst();
        List<Column> columns = new ArrayList<>(plain.columns());
        columns.add(
                column("number", IntegerType.BIG)
                        .withRequired(true)
                        .withIdentity(Identity.BY_DEFAULT));
        List<String> key = List.of("number", "id");
        Table numbered =
                plain.withColumns(columns)
                        .withPrimaryKey(new PrimaryKey("", List.of("number")))
                        .withUniques(List.of(new UniqueKey("u1", "people_key", key, true)));
        Model before = new Model(List.of(numbered), List.of(), List.of());
        Model after = new Model(List.of(plain), List.of(), List.of());
        deploy(before);
        insert("people", "email", "'a@b.c'");
        deploy(after);
        assertThat(titles(after)).isEmpty();
        deploy(before);
        assertThat(titles(before)).isEmpty();
        assertThat(values("people", "number")).containsExactly("1");
        assertThat(values("people", "email")).containsExactly("a@b.c");
    }

    @Test
    void aRelationIsRefusedWhileRowsPointNowhere() throws SQLException {
        Model linked = parentAndChild("parent");
        if (!dialect().limits().relations()) {
            assertThat(PortabilityCheck.problems(linked, dialect()))
                    .extracting(p -> p.code())
                    .containsExactly("M123");
            return;
        }
        Model loose =
                linked.withTables(
                        linked.tables().stream().map(t -> t.withRelations(List.of())).toList());
        deploy(loose);
        insert("child", "parent_id", "99");
        assertThat(examples(linked)).containsExactly("id 1");
        assertThat(refusal(linked).problems()).extracting(p -> p.code()).containsExactly("D203");
        execute("UPDATE " + quote("child") + " SET " + quote("parent_id") + " = NULL");
        deploy(linked);
        assertThat(titles(linked)).isEmpty();
    }

    @Test
    void rowsThatAreEqualInAKeyAreShownByWhatTheyShare() throws SQLException {
        Table people = people(text("email", 80)).tables().getFirst();
        Table keyed =
                people.withUniques(
                        List.of(new UniqueKey("u1", "people_mail", List.of("email"), true)));
        deploy(new Model(List.of(people), List.of(), List.of()));
        for (int id = 1; id <= 4; id++) {
            execute(
                    "INSERT INTO "
                            + quote("people")
                            + " ("
                            + quote("id")
                            + ", "
                            + quote("email")
                            + ") VALUES ("
                            + id
                            + ", "
                            + List.of("'a@b.c'", "NULL", "'a@b.c'", "NULL").get(id - 1)
                            + ")");
        }
        Model wanted = new Model(List.of(keyed), List.of(), List.of());
        assertThat(examples(wanted)).containsExactly("email a@b.c");
        assertThat(refusal(wanted).problems()).extracting(p -> p.code()).containsExactly("D203");
        if (dialect().can(Capability.NULLS_NOT_DISTINCT)) {
            UniqueKey strict = new UniqueKey("u1", "people_mail", List.of("email"), false);
            Table stricter = people.withUniques(List.of(strict));
            assertThat(examples(new Model(List.of(stricter), List.of(), List.of())))
                    .containsExactlyInAnyOrder("email a@b.c", "email without a value");
        }
    }

    private List<String> examples(Model wanted) {
        return deployer.prepare(wanted).findings().stream()
                .flatMap(f -> f.examples().stream())
                .toList();
    }

    @Test
    void viewsAreMadeInTheOrderInWhichTheyReadOneAnother() throws SQLException {
        Table people = people(text("email", 80)).tables().getFirst();
        View inner = view("zinner", "people", "email");
        View outer = view("aouter", "zinner", "email");
        Model before = new Model(List.of(people), List.of(outer, inner), List.of());
        deploy(before);
        insert("people", "email", "'a@b.c'");
        assertThat(values("aouter", "email")).containsExactly("a@b.c");
        assertThat(titles(before)).isEmpty();

        Table longer = people(text("email", 200)).tables().getFirst();
        Model after = new Model(List.of(longer), List.of(outer, inner), List.of());
        deploy(after);
        assertThat(titles(after)).isEmpty();
        assertThat(values("aouter", "email")).containsExactly("a@b.c");

        View narrower =
                new View(
                        inner.id(),
                        inner.name(),
                        "",
                        List.of(),
                        inner.query() + " WHERE " + quote("email") + " = 'x'",
                        "");
        Model third = new Model(List.of(longer), List.of(outer, narrower), List.of());
        deploy(third);
        assertThat(values("aouter", "email")).isEmpty();
        deploy(new Model(List.of(longer), List.of(), List.of()));
        assertThat(values("people", "email")).containsExactly("a@b.c");
    }

    @Test
    void aViewThatNamesWhatGetsAnotherNameFollowsOrIsTold() throws SQLException {
        Table people = people(text("email", 80)).tables().getFirst();
        View view = view("shown", "people", "email");
        deploy(new Model(List.of(people), List.of(view), List.of()));
        insert("people", "email", "'a@b.c'");
        Table renamed = people.withName(TableName.of("persons"));
        Model stale = new Model(List.of(renamed), List.of(view), List.of());
        List<Problem> told =
                deployer.prepare(stale).plan().notes().stream()
                        .filter(n -> n.code().equals("D220"))
                        .toList();
        if (dialect().statements().viewsFollowRenames()) {
            assertThat(told).isEmpty();
            deploy(stale);
            assertThat(values("shown", "email")).containsExactly("a@b.c");
            return;
        }
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().toString()).contains("people", "persons");
        View changed = view("shown", "persons", "email");
        Model right = new Model(List.of(renamed), List.of(changed), List.of());
        assertThat(deployer.prepare(right).plan().notes()).noneMatch(n -> n.code().equals("D220"));
        deploy(right);
        assertThat(values("shown", "email")).containsExactly("a@b.c");
    }

    @Test
    void aViewOfAllColumnsGoesOnWhateverTheyAreCalled() throws SQLException {
        Table people = people(text("email", 80), text("phone", 20)).tables().getFirst();
        String query = "SELECT * FROM " + quote("people");
        View all = new View("all", TableName.of("all_people"), "", List.of(), query, "");
        View outer = view("ids", "all_people", "id");
        deploy(new Model(List.of(people), List.of(all, outer), List.of()));
        insert("people", "email", "'a@b.c'");
        Table changed =
                people(text("email", 120).withName("mail"), text("phone", 20)).tables().getFirst();
        Model renamed = new Model(List.of(changed), List.of(all, outer), List.of());
        deploy(renamed);
        assertThat(values("ids", "id")).hasSize(1);
        assertThat(titles(renamed)).isEmpty();
        Model narrow =
                new Model(
                        people(text("email", 120).withName("mail")).tables(),
                        List.of(all, outer),
                        List.of());
        deploy(narrow);
        assertThat(values("all_people", "mail")).containsExactly("a@b.c");
        assertThat(titles(narrow)).isEmpty();
    }

    private View view(String name, String from, String column) {
        String columns = column.equals("id") ? "" : ", " + quote(column);
        String query = "SELECT " + quote("id") + columns + " FROM " + quote(from);
        return new View(name, TableName.of(name), "", List.of(), query, "");
    }

    @Test
    void tablesMayPointAtEachOther() {
        Model cycle = cycle();
        deploy(cycle);
        assertThat(titles(cycle)).isEmpty();
        deploy(Model.empty());
    }

    @Test
    void aPlanForAnotherStructureIsRefused() throws SQLException {
        deploy(people(text("email", 80)));
        Model wanted = people(text("email", 80), text("phone", 20));
        String shown = deployer.prepare(wanted).plan().fingerprint();
        execute("CREATE TABLE intruder (id INTEGER NOT NULL PRIMARY KEY)");
        PlinthException refusal =
                catchThrowableOfType(
                        PlinthException.class,
                        () -> deployer.deploy(wanted, shown, ALL, Progress.SILENT));
        assertThat(refusal.problems()).extracting(p -> p.code()).containsExactly("D201");
    }

    @Test
    void aDeploymentDoesNotWaitForeverForOthers() throws SQLException {
        deploy(people(text("email", 80)));
        insert("people", "email", "'a@b.c'");
        Model wanted = people(text("email", 80).withType(IntegerType.NORMAL));
        execute("UPDATE " + quote("people") + " SET " + quote("email") + " = '1'");
        String shown = deployer.prepare(wanted).plan().fingerprint();
        Timeouts impatient = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(30));
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE " + quote("people") + " SET " + quote("email") + " = '2'");
            if (!isHeldUpByOthers()) {
                deployer.deploy(wanted, Consent.to(shown, ALL), impatient, Progress.SILENT);
                assertThatThrownBy(other::commit).isInstanceOf(SQLException.class);
                assertThat(values("people", "email")).containsExactly("1");
                return;
            }
            PlinthException refusal =
                    catchThrowableOfType(
                            PlinthException.class,
                            () ->
                                    deployer.deploy(
                                            wanted,
                                            Consent.to(shown, ALL),
                                            impatient,
                                            Progress.SILENT));
            assertThat(refusal.problems()).extracting(p -> p.code()).first().isEqualTo(heldUp());
            other.rollback();
        }
        deploy(wanted);
        assertThat(values("people", "email")).containsExactly("1");
    }

    @Test
    void aCancelledDeploymentIsGoneOnWith() {
        Model wanted = shop();
        Prepared prepared = deployer.prepare(wanted);
        Progress stopping =
                new Progress() {
                    private int seen;

                    @Override
                    public boolean isCancelled() {
                        return seen++ == 2;
                    }
                };
        PlinthException stopped =
                catchThrowableOfType(
                        PlinthException.class,
                        () ->
                                deployer.deploy(
                                        wanted, prepared.plan().fingerprint(), ALL, stopping));
        assertThat(stopped.problems()).extracting(p -> p.code()).containsExactly("D207");
        deploy(wanted);
        assertThat(titles(wanted)).isEmpty();
    }

    private void deploy(Model model) {
        Prepared prepared = deployer.prepare(model);
        deployer.deploy(model, prepared.plan().fingerprint(), ALL, Progress.SILENT);
    }

    private PlinthException refusal(Model model) {
        String shown = deployer.prepare(model).plan().fingerprint();
        return catchThrowableOfType(
                PlinthException.class, () -> deployer.deploy(model, shown, ALL, Progress.SILENT));
    }

    private List<String> titles(Model model) {
        return deployer.prepare(model).plan().steps().stream().map(Step::title).toList();
    }

    private String quote(String name) {
        return dialect().names().quote(name);
    }

    private void insert(String table, String column, String value) throws SQLException {
        String columns = column.equals("id") ? quote("id") : quote("id") + ", " + quote(column);
        String values = column.equals("id") ? value : "1, " + value;
        execute("INSERT INTO " + quote(table) + " (" + columns + ") VALUES (" + values + ")");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> values(String table, String column) throws SQLException {
        List<String> values = new ArrayList<>();
        String sql =
                "SELECT " + quote(column) + " FROM " + quote(table) + " ORDER BY " + quote("id");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }

    private static Column column(String name, ColumnType type) {
        return Column.of(name, name, type);
    }

    private static Column text(String name, int length) {
        return column(name, ColumnTypes.parse("text(" + length + ")").orElseThrow());
    }

    private static Model people(Column... columns) {
        return new Model(List.of(table("people", columns)), List.of(), List.of());
    }

    private static Table table(String name, Column... columns) {
        List<Column> all =
                Stream.concat(
                                Stream.of(column("id", IntegerType.NORMAL).withRequired(true)),
                                Stream.of(columns))
                        .collect(Collectors.toList());
        return Table.of(name, name, all).withPrimaryKey(new PrimaryKey("", List.of("id")));
    }

    private static Relation relation(String id, String column, String target) {
        return new Relation(
                id,
                "",
                "",
                "",
                List.of(column),
                target,
                List.of("id"),
                Action.NO_ACTION,
                Action.NO_ACTION);
    }

    private static Model parentAndChild(String parentName) {
        Table parent = table("parent").withName(TableName.of(parentName));
        Table child =
                table("child", column("parent_id", IntegerType.NORMAL))
                        .withRelations(List.of(relation("r1", "parent_id", "parent")));
        return new Model(List.of(parent, child), List.of(), List.of());
    }

    private static Model cycle() {
        Table a =
                table("a", column("b_id", IntegerType.NORMAL))
                        .withRelations(List.of(relation("r1", "b_id", "b")));
        Table b =
                table("b", column("a_id", IntegerType.NORMAL))
                        .withRelations(List.of(relation("r2", "a_id", "a")));
        return new Model(List.of(a, b), List.of(), List.of());
    }

    private static Model shop() {
        Choice status =
                new Choice(
                        "s1",
                        "status",
                        List.of(
                                new Choice.Option("open", "Open", ""),
                                new Choice.Option("it's paid", "Paid", "")));
        Table customer =
                table(
                                "customer",
                                text("email", 80).withRequired(true),
                                column("since", ColumnTypes.parse("date").orElseThrow()),
                                column("note", ColumnTypes.parse("longtext").orElseThrow()))
                        .withUniques(List.of(new UniqueKey("u1", "", List.of("email"), true)));
        Column id =
                column("id", IntegerType.BIG).withRequired(true).withIdentity(Identity.BY_DEFAULT);
        Table order =
                Table.of(
                                "order",
                                "order",
                                List.of(
                                        id,
                                        column("customer", IntegerType.NORMAL).withRequired(true),
                                        column("status", new ChoiceType("s1"))
                                                .withDefault(new Default.Value("open")),
                                        column(
                                                        "placed",
                                                        ColumnTypes.parse("timestamptz")
                                                                .orElseThrow())
                                                .withDefault(new Default.Now()),
                                        column(
                                                        "total",
                                                        ColumnTypes.parse("decimal(12,2)")
                                                                .orElseThrow())
                                                .withRequired(true)
                                                .withDefault(new Default.Value("0"))))
                        .withPrimaryKey(new PrimaryKey("", List.of("id")))
                        .withRelations(List.of(relation("r1", "customer", "customer")))
                        .withIndexes(
                                List.of(
                                        new Index(
                                                "i1",
                                                "",
                                                List.of(Index.Part.column("placed")),
                                                false,
                                                null,
                                                "")));
        return new Model(List.of(customer, order), List.of(), List.of(status));
    }
}
