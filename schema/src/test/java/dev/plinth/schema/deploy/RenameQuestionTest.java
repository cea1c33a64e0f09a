package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.diff.Answers.Pair;
import dev.plinth.schema.document.PlanJson;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.plan.Question;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What may be a rename is asked, and nothing runs until somebody has said. */
class RenameQuestionTest {
    private static final String DATABASES = "dev.plinth.testing.TestDatabases#selected";
    private static final Model BEFORE = model(people("people", "name text(40)", "fax text(20)"));
    private static final Model AFTER = model(people("people", "name text(40)", "telefax text(20)"));
    private static final Pair FAX = new Pair("people.fax", "telefax");

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aColumnOfADatabaseMadeByOthersIsAskedAbout(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.execute(
                    "CREATE TABLE \"people\" (\"id\" INTEGER NOT NULL PRIMARY KEY, \"name\""
                            + " VARCHAR(40), \"fax\" VARCHAR(20))",
                    "INSERT INTO \"people\" VALUES (1, 'Ada', '123')");
            Prepared open = lab.deployer().prepare(AFTER);
            assertThat(open.plan().questions())
                    .extracting(Question::sentence)
                    .containsExactly("Is people.fax renamed to telefax?");
            assertThat(open.plan().steps())
                    .extracting(Step::title)
                    .anyMatch(t -> t.toLowerCase(Locale.ROOT).contains("add column people.telefax"))
                    .anyMatch(t -> t.toLowerCase(Locale.ROOT).contains("drop column people.fax"));
            assertThat(refusal(lab, AFTER, Answers.NONE)).containsExactly("D214");

            deploy(lab, AFTER, renamed(FAX));
            assertThat(lab.rows("SELECT \"telefax\" FROM \"people\"")).containsExactly("123");
            assertThat(lab.titles(AFTER)).isEmpty();
            assertThat(lab.deployer().prepare(AFTER, renamed(FAX)).plan().steps()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aModelWrittenByHandIsAskedAbout(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(BEFORE);
            lab.execute("INSERT INTO \"people\" (\"id\", \"fax\") VALUES (1, '123')");
            Answers no = new Answers(Set.of(), Set.of(FAX));
            Prepared answered = lab.deployer().prepare(AFTER, no);
            assertThat(answered.plan().questions()).isEmpty();
            assertThat(answered.plan().fingerprint())
                    .isEqualTo(lab.deployer().prepare(AFTER).plan().fingerprint());
            deploy(lab, AFTER, no);
            assertThat(lab.rows("SELECT \"telefax\" FROM \"people\"")).containsExactly("null");
            assertThat(lab.deployer().kept()).hasSize(1);
            // What is kept under its id comes back, so that is no question.
            assertThat(lab.deployer().prepare(BEFORE).plan().questions()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aTableIsAskedAboutAndItsColumnsAfterIt(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(model(people("people", "name text(40)", "fax text(20)", "age integer")));
            lab.execute(
                    "INSERT INTO \"people\" (\"id\", \"name\", \"fax\") VALUES (1, 'Ada', '123')");
            Model wanted =
                    model(people("persons", "name text(40)", "telefax text(20)", "age integer"));
            Pair table = new Pair("people", "persons");
            List<Question> first = lab.deployer().prepare(wanted).plan().questions();
            assertThat(first).extracting(Question::pair).containsExactly(table);
            assertThat(first.getFirst().answers())
                    .extracting(Question.Answer::answer)
                    .containsExactly("rename", "dropAndAdd");
            assertThat(lab.deployer().prepare(wanted, renamed(table)).plan().questions())
                    .extracting(Question::pair)
                    .containsExactly(FAX);
            Answers all = renamed(table, FAX);
            deploy(lab, wanted, all);
            assertThat(lab.rows("SELECT \"id\", \"name\", \"telefax\" FROM \"persons\""))
                    .containsExactly("1,Ada,123");
            assertThat(lab.deployer().prepare(wanted, all).plan().steps()).isEmpty();
            assertThat(lab.deployer().kept()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void nothingIsAskedWhereIdsSayIt(TestDatabase product) {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(model(Warehouse.table("parts", Warehouse.column("fax", "text(20)"))));
            Model other = model(Warehouse.table("parts", Warehouse.column("telefax", "text(20)")));
            assertThat(lab.deployer().prepare(other).plan().questions()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aRenameThatCannotBeIsRefused(TestDatabase product) {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(BEFORE);
            for (Pair wrong :
                    List.of(
                            new Pair("people.fox", "telefax"),
                            new Pair("people.fax", "phone"),
                            new Pair("people.name", "telefax"),
                            new Pair("fax", "telefax"))) {
                PlinthException refused =
                        catchThrowableOfType(
                                PlinthException.class,
                                () -> lab.deployer().prepare(AFTER, renamed(wrong)));
                assertThat(refused.problems()).extracting(Problem::code).containsExactly("D215");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aKeptPlanKeepsItsAnswers(TestDatabase product) {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(BEFORE);
            Prepared prepared = lab.deployer().prepare(AFTER, renamed(FAX));
            String text =
                    PlanJson.writeFile(prepared.plan(), prepared.findings(), AFTER, renamed(FAX));
            assertThat(PlanJson.readFile("plan", text).answers()).isEqualTo(renamed(FAX));
            assertThat(PlanJson.readFile("plan", text).fingerprint())
                    .isEqualTo(prepared.plan().fingerprint());
        }
    }

    private static Answers renamed(Pair... pairs) {
        return new Answers(Set.of(pairs), Set.of());
    }

    private static void deploy(Lab lab, Model model, Answers answers) {
        String shown = lab.deployer().prepare(model, answers).plan().fingerprint();
        lab.deployer()
                .deploy(
                        model,
                        new Consent(shown, Lab.ALL, answers),
                        Timeouts.DEFAULT,
                        Progress.SILENT);
    }

    private static List<String> refusal(Lab lab, Model model, Answers answers) {
        return catchThrowableOfType(PlinthException.class, () -> deploy(lab, model, answers))
                .problems()
                .stream()
                .map(Problem::code)
                .toList();
    }

    private static Model model(Table... tables) {
        return new Model(List.of(tables), List.of(), List.of());
    }

    /** As from a file without ids. */
    private static Table people(String name, String... columns) {
        TableName table = TableName.of(name);
        List<Column> all =
                Stream.concat(Stream.of("id integer"), Stream.of(columns))
                        .map(c -> c.split(" "))
                        .map(
                                c ->
                                        Column.of(
                                                        DerivedIds.column(table, c[0]),
                                                        c[0],
                                                        ColumnTypes.parse(c[1]).orElseThrow())
                                                .withRequired(c[0].equals("id")))
                        .toList();
        return Table.of(DerivedIds.table(table), name, all)
                .withPrimaryKey(new PrimaryKey("", List.of(all.getFirst().id())));
    }
}
