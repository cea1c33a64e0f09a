package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column that goes to another table takes its values along. */
class MovedColumnTest {
    private static final Column CITY = Warehouse.column("city", "text(40)");
    private static final Column OWNER = Warehouse.column("owner", "integer");

    static List<TestDatabase> joining() {
        return TestDatabases.selected().stream().filter(d -> !isLoose(d)).toList();
    }

    static List<TestDatabase> loose() {
        return TestDatabases.selected().stream().filter(MovedColumnTest::isLoose).toList();
    }

    /** DuckDB's relations stay in the model, so nothing in it joins two tables. */
    private static boolean isLoose(TestDatabase product) {
        return product.name().startsWith("duckdb");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("loose")
    void isToldWhereNothingJoinsTheTables(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(model(people(CITY), things()));
            fill(lab);
            Model after = model(people(), things(CITY));
            assertThat(lab.deployer().prepare(after).plan().notes())
                    .extracting(Problem::code)
                    .contains("D217");
            lab.deploy(after);
            assertThat(lab.deployer().kept()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("joining")
    void toTheTableThatPointsHere(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(model(people(CITY), things()));
            fill(lab);
            Model after = model(people(), things(CITY.withRequired(true)));
            List<Step> steps = lab.deployer().prepare(after).plan().steps();
            assertThat(steps)
                    .extracting(s -> s.title().toLowerCase(Locale.ROOT))
                    .anyMatch(t -> t.contains("add column things.city, moved from people.city"))
                    .anyMatch(t -> t.contains("drop column people.city, moved to things.city"));
            assertThat(steps)
                    .extracting(Step::loss)
                    .anyMatch(l -> l.contains("moved to things.city"));
            lab.deploy(after);
            assertThat(lab.rows("SELECT \"id\", \"city\" FROM \"things\" ORDER BY \"id\""))
                    .containsExactly("10,Bern", "11,Bern", "12,Rom");
            assertThat(lab.titles(after)).isEmpty();
            assertThat(lab.deployer().kept()).hasSize(1);

            lab.deploy(lab.deployer().previous().orElseThrow());
            assertThat(lab.rows("SELECT \"id\", \"city\" FROM \"people\" ORDER BY \"id\""))
                    .containsExactly("1,Bern", "2,Rom");
        }
    }

    @ParameterizedTest
    @MethodSource("joining")
    void toTheTableThatItPointsAt(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(model(people(), things(CITY)));
            fillThings(lab, "Rom");
            Model after = model(people(CITY), things());
            Prepared blocked = lab.deployer().prepare(after);
            assertThat(blocked.findings().stream().filter(f -> f.blocks()))
                    .extracting(f -> f.count() + " " + f.preflight().question())
                    .containsExactly("1 rows of people whose rows of things differ in city");
            PlinthException refused =
                    catchThrowableOfType(PlinthException.class, () -> lab.deploy(after));
            assertThat(refused.problems()).extracting(Problem::code).containsExactly("D203");
            lab.execute("UPDATE \"things\" SET \"city\" = 'Bern' WHERE \"id\" = 11");
            lab.deploy(after);
            assertThat(lab.rows("SELECT \"id\", \"city\" FROM \"people\" ORDER BY \"id\""))
                    .containsExactly("1,Bern", "2,null");
            assertThat(lab.titles(after)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("joining")
    void whileTablesAndColumnsAreRenamed(TestDatabase product) throws SQLException {
        try (Lab lab = Lab.on(product)) {
            lab.deploy(model(people(CITY), things()));
            fill(lab);
            Column other = Warehouse.column("other", "text(40)").withName("city");
            Model after =
                    model(
                            people(other).withName(TableName.of("persons")),
                            things(CITY.withName("town"), OWNER.withName("person"))
                                    .withName(TableName.of("items")));
            lab.deploy(after);
            assertThat(lab.rows("SELECT \"id\", \"town\", \"person\" FROM \"items\" ORDER BY 1"))
                    .containsExactly("10,Bern,1", "11,Bern,1", "12,Rom,2");
            assertThat(lab.rows("SELECT \"id\", \"city\" FROM \"persons\" ORDER BY 1"))
                    .containsExactly("1,null", "2,null");
            assertThat(lab.titles(after)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("joining")
    void whatNoRelationJoinsStaysInQuarantineAndThePlanSaysSo(TestDatabase product)
            throws SQLException {
        try (Lab lab = Lab.on(product)) {
            Table loose = things().withRelations(List.of());
            lab.deploy(model(people(CITY), loose));
            fill(lab);
            Model after = model(people(), things(CITY).withRelations(List.of()));
            assertThat(lab.deployer().prepare(after).plan().notes())
                    .extracting(Problem::code)
                    .contains("D217");
            Model given =
                    model(
                            people(),
                            things(CITY.withBackfill(Expression.sql("'nowhere'")))
                                    .withRelations(List.of()));
            assertThat(lab.deployer().prepare(given).plan().notes())
                    .extracting(Problem::code)
                    .doesNotContain("D217");
            lab.deploy(given);
            assertThat(lab.rows("SELECT DISTINCT \"city\" FROM \"things\""))
                    .containsExactly("nowhere");
        }
    }

    private static void fill(Lab lab) throws SQLException {
        lab.execute(
                "INSERT INTO \"people\" (\"id\", \"city\") VALUES (1, 'Bern')",
                "INSERT INTO \"people\" (\"id\", \"city\") VALUES (2, 'Rom')",
                "INSERT INTO \"things\" (\"id\", \"owner\") VALUES (10, 1)",
                "INSERT INTO \"things\" (\"id\", \"owner\") VALUES (11, 1)",
                "INSERT INTO \"things\" (\"id\", \"owner\") VALUES (12, 2)");
    }

    private static void fillThings(Lab lab, String second) throws SQLException {
        lab.execute(
                "INSERT INTO \"people\" (\"id\") VALUES (1)",
                "INSERT INTO \"people\" (\"id\") VALUES (2)",
                "INSERT INTO \"things\" (\"id\", \"owner\", \"city\") VALUES (10, 1, 'Bern')",
                "INSERT INTO \"things\" (\"id\", \"owner\", \"city\") VALUES (11, 1, '"
                        + second
                        + "')");
    }

    private static Model model(Table... tables) {
        return new Model(List.of(tables), List.of(), List.of());
    }

    private static Table people(Column... columns) {
        return Warehouse.table("people", columns);
    }

    private static Table things(Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        if (all.stream().noneMatch(c -> c.id().equals(OWNER.id()))) {
            all.add(OWNER);
        }
        return Warehouse.table("things", all.toArray(Column[]::new))
                .withRelations(
                        List.of(
                                new Relation(
                                        "r_owner",
                                        "",
                                        "",
                                        "",
                                        List.of("owner"),
                                        "people",
                                        List.of("id"),
                                        Relation.Action.NO_ACTION,
                                        Relation.Action.NO_ACTION)));
    }
}
