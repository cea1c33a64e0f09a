package dev.plinth.schema.deploy;

import static dev.plinth.schema.deploy.DeployModels.column;
import static dev.plinth.schema.deploy.DeployModels.people;
import static dev.plinth.schema.deploy.DeployModels.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Columns that are renamed, filled, computed and of another type. */
interface ColumnDeployContract extends OnLab {
    @Test
    default void aRenamedColumnKeepsItsValues() throws SQLException {
        deploy(people(text("full_name", 80)));
        insert("people", "full_name", "'Ada Lovelace'");
        Model renamed = people(text("full_name", 80).withName("name"));
        assertThat(titles(renamed)).containsExactly("Rename column people.full_name to name");
        deploy(renamed);
        assertThat(values("people", "name")).containsExactly("Ada Lovelace");
        assertThat(titles(renamed)).isEmpty();
    }

    @Test
    default void namesCanBeSwapped() throws SQLException {
        deploy(people(text("first", 20), text("last", 20)));
        execute(
                "INSERT INTO \"people\" (\"id\", \"first\", \"last\") VALUES (1, 'Lovelace',"
                        + " 'Ada')");
        deploy(people(text("first", 20).withName("last"), text("last", 20).withName("first")));
        assertThat(values("people", "first")).containsExactly("Ada");
        assertThat(values("people", "last")).containsExactly("Lovelace");
    }

    @Test
    default void aNameIsSplitWithoutLosingAnything() throws SQLException {
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
    default void aNewColumnThatMayStayEmptyIsFilledToo() throws SQLException {
        deploy(people(text("full_name", 80)));
        insert("people", "full_name", "'Ada'");
        Column given =
                text("given", 80)
                        .withDefault(new Default.Value("nobody"))
                        .withBackfill(Expression.sql(quote("full_name")));
        deploy(people(text("full_name", 80), given));
        assertThat(values("people", "given")).containsExactly("Ada");
        execute("UPDATE \"people\" SET \"id\" = 0");
        insert("people", "full_name", "'Alan'");
        assertThat(values("people", "given")).containsExactly("Ada", "nobody");
    }

    @Test
    default void textBecomesNumbersOnlyIfItIsNumbers() throws SQLException {
        deploy(people(text("amount", 20)));
        insert("people", "amount", "'Product 1'");
        Model numbers = people(text("amount", 20).withType(IntegerType.NORMAL));
        Prepared prepared = prepare(numbers);
        assertThat(prepared.findings())
                .extracting(Finding::examples)
                .containsExactly(List.of("Product 1 (id 1)"));
        assertThat(refusal(numbers).problems()).extracting(p -> p.code()).containsExactly("D203");
        assertThat(values("people", "amount")).containsExactly("Product 1");
        execute("UPDATE \"people\" SET \"amount\" = '42'");
        deploy(numbers);
        assertThat(values("people", "amount")).containsExactly("42");
        assertThat(titles(numbers)).isEmpty();
    }

    @Test
    default void everyAspectOfAColumnCanChange() throws SQLException {
        deploy(people(text("a", 20), column("n", IntegerType.NORMAL)));
        execute("INSERT INTO \"people\" (\"id\", \"a\", \"n\") VALUES (1, 'x', 5)");
        Model changed =
                people(
                        text("a", 40)
                                .withRequired(true)
                                .withDefault(new Default.Value("it's"))
                                .withComment("what's \"a\"?"),
                        column("n", IntegerType.BIG).withDefault(new Default.Value("-7")));
        deploy(changed);
        assertThat(titles(changed)).isEmpty();
        execute("INSERT INTO \"people\" (\"id\") VALUES (2)");
        assertThat(values("people", "a")).containsExactly("x", "it's");
        assertThat(values("people", "n")).containsExactly("5", "-7");
        deploy(people(text("a", 20), column("n", IntegerType.NORMAL)));
        assertThat(values("people", "a")).containsExactly("x", "it's");
    }

    @Test
    default void aComputedColumnThatIsNeverEmptyComesToRowsAndStandsAside() throws SQLException {
        Column amount = column("amount", IntegerType.NORMAL).withRequired(true);
        Column rest =
                column("rest", IntegerType.BIG)
                        .withRequired(true)
                        .withGenerated(new Generated(Expression.cel("amount % 10"), true));
        deploy(people(amount));
        execute("INSERT INTO \"people\" (\"id\", \"amount\") VALUES (1, 27)");
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
    default void aComputedColumnComesAlongWithWhatItIsComputedFrom() throws SQLException {
        Column rest =
                column("rest", IntegerType.BIG)
                        .withGenerated(new Generated(Expression.cel("amount % 10"), true));
        deploy(people());
        Model model = people(rest, column("amount", IntegerType.NORMAL));
        deploy(model);
        assertThat(titles(model)).isEmpty();
    }

    @Test
    default void aNumberedColumnGoesWithAllKeysThatBeginWithIt() throws SQLException {
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

    /** Some catalogs keep no such character, by which what they show is not what they do. */
    @Test
    default void aDefaultMayHaveCharactersBeyondTheFirst65536() throws SQLException {
        Model model =
                people(
                        text("mood", 20)
                                .withDefault(new Default.Value("gr\u00fcn \ud83d\ude00"))
                                .withComment("\ud83d\ude00"));
        deploy(model);
        assertThat(titles(model)).isEmpty();
        execute("INSERT INTO \"people\" (\"id\") VALUES (1)");
        assertThat(values("people", "mood")).containsExactly("gr\u00fcn \ud83d\ude00");
    }

    @Test
    default void aColumnMayBeComputedFromWhatStandsAfterIt() throws SQLException {
        Column number = column("number", IntegerType.NORMAL).withRequired(true);
        Model model = people(digit(), number);
        deploy(model);
        assertThat(titles(model)).isEmpty();
        execute("INSERT INTO \"people\" (\"id\", \"number\") VALUES (1, 25)");
        assertThat(values("people", "digit")).containsExactly("5");
    }

    /** The table may be made anew under its new name, but not as it was before. */
    @Test
    default void whatWasComputedIsStoredInATableThatGetsAnotherName() throws SQLException {
        Column number = column("number", IntegerType.NORMAL).withRequired(true);
        deploy(people(number, digit()));
        execute("INSERT INTO \"people\" (\"id\", \"number\") VALUES (1, 25)");
        Table stored = people(number, digit().withGenerated(null)).tables().getFirst();
        Model model =
                new Model(List.of(stored.withName(TableName.of("persons"))), List.of(), List.of());
        deploy(model);
        assertThat(titles(model)).isEmpty();
        assertThat(values("persons", "digit")).containsExactly("5");
    }

    /** Nothing of the rows before stands in the way of the key. */
    @Test
    default void whatWasEmptyOrOfAnotherTypeMayBecomeTheKey() throws SQLException {
        Column code = column("code", IntegerType.NORMAL);
        deploy(people(code));
        execute("INSERT INTO \"people\" (\"id\", \"code\") VALUES (1, NULL)");
        Column filled = code.withRequired(true).withBackfill(Expression.sql("7"));
        for (Column key :
                List.of(
                        filled,
                        column("code", IntegerType.BIG).withRequired(true),
                        column("code", new TextType(20)).withRequired(true))) {
            Table table = people(key).tables().getFirst();
            Model model =
                    new Model(
                            List.of(
                                    table.withPrimaryKey(
                                            new PrimaryKey("", List.of("id", key.id())))),
                            List.of(),
                            List.of());
            deploy(model);
            assertThat(titles(model)).isEmpty();
            assertThat(values("people", "code")).containsExactly("7");
        }
    }

    @Test
    default void aNewColumnThatMayStayEmptyBeginsWithItsDefault() throws SQLException {
        deploy(people());
        execute("INSERT INTO \"people\" (\"id\") VALUES (1)");
        Model model = people(text("state", 20).withDefault(new Default.Value("new")));
        deploy(model);
        assertThat(titles(model)).isEmpty();
        assertThat(values("people", "state")).containsExactly("new");
    }

    /** The numbers of a column are found by the column, not by what it is called in the model. */
    @Test
    default void aNumberedColumnGivesItsPlaceToOneOfAnotherId() throws SQLException {
        Column number =
                Column.of("before", "number", IntegerType.BIG)
                        .withRequired(true)
                        .withIdentity(Identity.BY_DEFAULT);
        Table plain = people(text("email", 80)).tables().getFirst();
        List<Column> columns = new ArrayList<>(plain.columns());
        columns.add(number);
        Table numbered =
                plain.withColumns(columns).withPrimaryKey(new PrimaryKey("", List.of(number.id())));
        deploy(new Model(List.of(numbered), List.of(), List.of()));
        insert("people", "email", "'a@b.c'");
        columns.set(columns.size() - 1, Column.of("after", "number", FloatType.DOUBLE));
        Model after = new Model(List.of(plain.withColumns(columns)), List.of(), List.of());
        if (lab().dialect().name().equals("generic")) {
            assertThatThrownBy(() -> deploy(after))
                    .hasMessageContaining("cannot be told from its driver");
            return;
        }
        deploy(after);
        assertThat(titles(after)).isEmpty();
        assertThat(values("people", "email")).containsExactly("a@b.c");
    }

    private static Column digit() {
        return column("digit", IntegerType.BIG)
                .withGenerated(new Generated(Expression.cel("row.`number` % 10"), false));
    }
}
