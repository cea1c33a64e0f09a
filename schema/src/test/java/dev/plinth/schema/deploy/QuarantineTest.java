package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.diff.Kept;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.List;

/** What a deployment drops is kept, and comes back when it is wanted again. */
class QuarantineTest {
    private static final String DATABASES = "dev.plinth.testing.TestDatabases#selected";
    private static final String LOST_KEY = "rows that lose the key they are kept by";

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatAModelDropsComesBackWithIt(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            lab.deploy(Warehouse.before());
            Warehouse.fill(lab);
            lab.deploy(Warehouse.after());
            assertThat(lab.rows(Warehouse.AFTER)).isEqualTo(Warehouse.ROWS_AFTER);
            assertThat(lab.deployer().kept())
                    .extracting(Kept::title)
                    .containsExactlyInAnyOrder("shelves", "items.note");
            assertThat(lab.titles(Warehouse.after())).isEmpty();

            lab.deploy(lab.deployer().previous().orElseThrow());
            assertThat(lab.rows(Warehouse.BEFORE)).isEqualTo(Warehouse.ROWS_BEFORE);
            assertThat(lab.rows(Warehouse.SHELVES)).isEqualTo(Warehouse.ROWS_SHELVES);
            assertThat(lab.titles(Warehouse.before())).isEmpty();
            assertThat(lab.deployer().kept())
                    .extracting(Kept::title)
                    .containsExactlyInAnyOrder("bins", "parts.grade", "parts.place");
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void itsNameIsFreeForAnotherTable(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            lab.deploy(Warehouse.before());
            Warehouse.fill(lab);
            Table shelves = Warehouse.before().tables().get(1);
            Model without =
                    new Model(List.of(Warehouse.before().tables().get(0)), List.of(), List.of());
            lab.deploy(without);
            Table another =
                    new Table(
                            "another",
                            shelves.name(),
                            "",
                            "",
                            shelves.columns(),
                            shelves.primaryKey(),
                            List.of(),
                            shelves.indexes(),
                            List.of(),
                            shelves.relations(),
                            List.of());
            Model with =
                    new Model(List.of(without.tables().getFirst(), another), List.of(), List.of());
            lab.deploy(with);
            assertThat(lab.rows(Warehouse.SHELVES)).isEmpty();
            lab.deploy(without);
            lab.deploy(Warehouse.before());
            assertThat(lab.rows(Warehouse.SHELVES)).isEqualTo(Warehouse.ROWS_SHELVES);
            assertThat(lab.deployer().kept())
                    .extracting(k -> k.origin().id())
                    .containsExactly("another");
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aTableWithComputedColumnsGoesAndComesBack(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Column amount = Warehouse.column("amount", "integer");
            Column rest = computed(Warehouse.column("rest", "bigint"), "amount");
            Model with = model(Warehouse.table("parts", amount, rest));
            lab.deploy(with);
            lab.execute("INSERT INTO \"parts\" (\"id\", \"amount\") VALUES (1, 27)");
            lab.deploy(Model.empty());
            lab.deploy(with);
            assertThat(lab.rows("SELECT \"rest\" FROM \"parts\"")).containsExactly("7");
            assertThat(lab.titles(with)).isEmpty();
        }
    }

    /** Some databases let a relation have an index for its own that it finds. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void indexesOfRelationsGoAndComeBackAloneAndWithTheirTable(TestDatabase database)
            throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Table shelves = Warehouse.table("shelves");
            Table plain =
                    Warehouse.table("parts", Warehouse.column("shelf", "integer"))
                            .withRelations(List.of(Warehouse.relation("shelf", "shelves")));
            Table indexed = plain.withIndexes(List.of(Warehouse.index("parts_shelf", "shelf")));
            Model with = new Model(List.of(shelves, indexed), List.of(), List.of());
            Model without = new Model(List.of(shelves, plain), List.of(), List.of());
            lab.deploy(with);
            lab.execute(
                    "INSERT INTO \"shelves\" (\"id\") VALUES (1)",
                    "INSERT INTO \"parts\" (\"id\", \"shelf\") VALUES (1, 1)");
            for (Model next : List.of(without, with, model(shelves), with)) {
                lab.deploy(next);
                assertThat(lab.titles(next)).isEmpty();
            }
            assertThat(lab.rows("SELECT \"shelf\" FROM \"parts\"")).containsExactly("1");
        }
    }

    /** The key of a table that comes back goes on under the name that it had meanwhile. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void numbersOfWhatIsKeptAreNotTakenByKeys(TestDatabase database) throws SQLException {
        Column note = Warehouse.column("note", "text(20)");
        Table bare = Warehouse.table("places");
        Table keyed =
                bare.withColumns(List.of(bare.columns().getFirst(), note))
                        .withPrimaryKey(new PrimaryKey("key_of_places", List.of("id")));
        Model with = new Model(List.of(keyed), List.of(), List.of());
        Model without =
                new Model(
                        List.of(keyed.withColumns(List.of(keyed.columns().getFirst()))),
                        List.of(),
                        List.of());
        try (Lab lab = Lab.on(database)) {
            lab.deploy(with);
            lab.execute("INSERT INTO \"places\" (\"id\", \"note\") VALUES (1, 'here')");
            lab.deploy(Model.empty());
            lab.deploy(with);
            lab.deploy(without);
            lab.deploy(with);
            assertThat(lab.rows("SELECT \"note\" FROM \"places\"")).containsExactly("here");
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aRequiredColumnComesBackFilled(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Column code = Warehouse.column("code", "text(20)").withRequired(true);
            Model with = model(Warehouse.table("parts", code));
            Model without = model(Warehouse.table("parts"));
            lab.deploy(with);
            lab.execute("INSERT INTO \"parts\" (\"id\", \"code\") VALUES (1, 'it''s')");
            lab.deploy(without);
            List<Step> back = lab.deployer().prepare(with).plan().steps();
            assertThat(back).extracting(Step::loss).containsOnly("");
            lab.deploy(with);
            assertThat(lab.rows("SELECT \"code\" FROM \"parts\"")).containsExactly("it's");
            assertThat(lab.deployer().kept()).isEmpty();
            assertThat(lab.titles(with)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void rowsThatCameSinceStandInTheWay(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Column code = Warehouse.column("code", "text(20)").withRequired(true);
            Model with = model(Warehouse.table("parts", code));
            Model without = model(Warehouse.table("parts"));
            lab.deploy(with);
            lab.execute("INSERT INTO \"parts\" (\"id\", \"code\") VALUES (1, 'a')");
            lab.deploy(without);
            lab.execute("INSERT INTO \"parts\" (\"id\") VALUES (2)");
            assertThat(lab.deployer().prepare(with).findings().stream().filter(f -> f.blocks()))
                    .extracting(f -> f.count() + " " + f.preflight().question())
                    .containsExactly("1 rows of parts that would have no value in code");
            assertThat(refusal(() -> lab.deploy(with))).containsExactly("D203");
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void withoutAKeyTheLossIsSaidToBeForGood(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Table parts = Warehouse.table("parts", Warehouse.column("code", "text(20)"));
            lab.deploy(model(parts.withPrimaryKey(null)));
            Table bare = Warehouse.table("parts").withPrimaryKey(null);
            assertThat(lab.deployer().prepare(model(bare)).plan().steps())
                    .extracting(Step::loss)
                    .containsExactly(
                            "every value in parts.code for good (there is no primary key to keep"
                                    + " them by)");
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsPurgedIsGone(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            lab.deploy(Warehouse.before());
            Warehouse.fill(lab);
            lab.deploy(Warehouse.after());
            List<Integer> numbers = lab.deployer().kept().stream().map(Kept::number).toList();
            assertThat(refusal(() -> lab.deployer().purge(List.of(99)))).containsExactly("D213");
            lab.deployer().purge(numbers);
            assertThat(lab.deployer().kept()).isEmpty();
            assertThat(lab.titles(Warehouse.after())).isEmpty();
            lab.deploy(Warehouse.before());
            assertThat(lab.rows(Warehouse.SHELVES)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void valuesComeBackByColumnsThatWereTheKey(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Table with = Warehouse.table("parts", Warehouse.column("code", "text(20)"));
            Table without = Warehouse.table("parts");
            lab.deploy(model(with));
            lab.execute("INSERT INTO \"parts\" (\"id\", \"code\") VALUES (1, 'a')");
            lab.deploy(model(without));
            lab.deploy(model(without.withPrimaryKey(null)));
            lab.deploy(model(with.withPrimaryKey(null)));
            assertThat(lab.rows("SELECT \"code\" FROM \"parts\"")).containsExactly("a");
            assertThat(lab.deployer().kept()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatFindsNoRowStaysKept(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Model with = model(Warehouse.table("parts", Warehouse.column("code", "text(20)")));
            lab.deploy(with);
            lab.execute("INSERT INTO \"parts\" (\"id\", \"code\") VALUES (1, 'a')");
            lab.deploy(model(Warehouse.table("parts")));
            lab.execute("UPDATE \"parts\" SET \"id\" = 2");
            lab.deploy(with);
            assertThat(lab.rows("SELECT \"code\" FROM \"parts\"")).containsExactly("null");
            assertThat(lab.deployer().kept())
                    .extracting(k -> k.title() + " " + k.outlook())
                    .containsExactly("parts.code LEFT_BEHIND");
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatCannotBeGivenBackStaysKept(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Column code = Warehouse.column("code", "text(20)");
            Column note = Warehouse.column("note", "text(20)");
            Table with = Warehouse.table("parts", code, note);
            lab.deploy(model(with));
            lab.execute("INSERT INTO \"parts\" (\"id\", \"code\", \"note\") VALUES (1, 'a', 'n')");
            Table bare = with.withColumns(List.of(note)).withPrimaryKey(null);
            assertThat(lab.deployer().prepare(model(bare)).plan().steps())
                    .extracting(Step::loss)
                    .anyMatch(
                            l ->
                                    l.contains("parts.code (kept as plinth_kept_")
                                            && l.contains(LOST_KEY));
            lab.deploy(model(bare));
            assertThat(lab.deployer().kept())
                    .extracting(k -> k.title() + " " + k.outlook())
                    .contains("parts.code KEY_LOST");
            Model back = model(bare.withColumns(List.of(code, note)));
            assertThat(lab.deployer().prepare(back).plan().notes())
                    .extracting(p -> p.code() + " " + p.path())
                    .containsExactly("D222 tables.parts.columns.code");
            lab.deploy(back);
            assertThat(lab.rows("SELECT \"code\", \"note\" FROM \"parts\""))
                    .containsExactly("null,n");
            assertThat(lab.deployer().kept())
                    .extracting(k -> k.title() + " " + k.outlook())
                    .containsExactlyInAnyOrder("parts.code LEFT_BEHIND", "parts.id KEY_LOST");
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatWasReplacedByComputedValuesComesBack(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Column code = Warehouse.column("code", "text(20)").withRequired(true);
            Column computed =
                    code.withRequired(false)
                            .withGenerated(new Generated(Expression.cel("'x'"), true));
            lab.deploy(model(Warehouse.table("parts", code)));
            lab.execute("INSERT INTO \"parts\" (\"id\", \"code\") VALUES (1, 'a')");
            lab.deploy(model(Warehouse.table("parts", computed)));
            assertThat(lab.rows("SELECT \"code\" FROM \"parts\"")).containsExactly("x");
            lab.deploy(model(Warehouse.table("parts", code)));
            assertThat(lab.rows("SELECT \"code\" FROM \"parts\"")).containsExactly("a");
            assertThat(lab.deployer().kept()).isEmpty();
        }
    }

    /** What is computed and what is stored change places while their base gets another name. */
    @ParameterizedTest
    @MethodSource(DATABASES)
    void computedColumnsAreStoredAndStoredOnesComputedWhileTheirBaseIsRenamed(TestDatabase database)
            throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Column amount = Warehouse.column("amount", "integer");
            Column rest = Warehouse.column("rest", "bigint");
            Column code = Warehouse.column("code", "bigint");
            Model before = model(Warehouse.table("parts", amount, computed(rest, "amount"), code));
            Model after =
                    model(
                            Warehouse.table(
                                    "parts", amount.withName("sum"), rest, computed(code, "sum")));
            lab.deploy(before);
            lab.execute("INSERT INTO \"parts\" (\"id\", \"amount\", \"code\") VALUES (1, 27, 5)");
            lab.deploy(after);
            String all = "SELECT \"%s\", \"rest\", \"code\" FROM \"parts\"";
            assertThat(lab.rows(all.formatted("sum"))).containsExactly("27,7,7");
            lab.execute("UPDATE \"parts\" SET \"rest\" = 8");
            assertThat(lab.titles(after)).isEmpty();
            lab.deploy(before);
            assertThat(lab.rows(all.formatted("amount"))).containsExactly("27,7,5");
            lab.deploy(after);
            assertThat(lab.rows(all.formatted("sum"))).containsExactly("27,8,7");
        }
    }

    private static Column computed(Column column, String from) {
        return column.withGenerated(new Generated(Expression.cel(from + " % 10"), true));
    }

    private static Model model(Table table) {
        return new Model(List.of(table), List.of(), List.of());
    }

    private static List<String> refusal(Runnable refused) {
        return catchThrowableOfType(PlinthException.class, refused::run).problems().stream()
                .map(p -> p.code())
                .toList();
    }
}
