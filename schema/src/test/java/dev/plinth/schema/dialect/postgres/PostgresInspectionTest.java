package dev.plinth.schema.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** What only PostgreSQL has, in databases made by others. */
class PostgresInspectionTest {
    private final Dialect dialect = Dialects.named("postgres");
    private FreshDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabases.POSTGRESQL.fresh();
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private Inspection inspect(String sql, String... schemas) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return dialect.inspector().inspect(connection, List.of(schemas));
    }

    private static Table table(Inspection found, String name) {
        return found.model().tableNamed(TableName.parse(name)).orElseThrow();
    }

    private static Column column(Inspection found, String table, String name) {
        return table(found, table).columnNamed(name).orElseThrow();
    }

    private ColumnType type(String sql) throws SQLException {
        Inspection found = inspect("CREATE TABLE t (a " + sql + ")");
        inspect("DROP TABLE t");
        return column(found, "t", "a").type();
    }

    @Test
    void typesThatAreOurs() throws SQLException {
        assertThat(type("varchar").text()).isEqualTo("longtext");
        assertThat(type("varchar(7)").text()).isEqualTo("text(7)");
        assertThat(type("numeric(7)").text()).isEqualTo("decimal(7,0)");
        assertThat(type("numeric(1000,500)").text()).isEqualTo("decimal(1000,500)");
        assertThat(type("timestamp").text()).isEqualTo("timestamp(6)");
        assertThat(type("timestamptz(0)").text()).isEqualTo("timestamptz(0)");
        assertThat(type("time(3)").text()).isEqualTo("time(3)");
        assertThat(type("jsonb").text()).isEqualTo("json");
        assertThat(type("bytea").text()).isEqualTo("binary");
    }

    @Test
    void typesThatAreKeptByTheirName() throws SQLException {
        inspect(
                "CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE DOMAIN email AS text CHECK (VALUE"
                    + " LIKE '%@%'); CREATE TYPE pair AS (x integer, y text); CREATE SCHEMA \"Far"
                    + " \"\"away\"; CREATE TYPE \"Far \"\"away\".mood AS ENUM ('a')");
        for (String sql :
                List.of(
                        "numeric",
                        "numeric(3,-2)",
                        "numeric(2,5)",
                        "character(5)",
                        "bit(3)",
                        "json",
                        "xml",
                        "money",
                        "inet",
                        "interval",
                        "time with time zone",
                        "int4range",
                        "tsvector",
                        "integer[]",
                        "character varying(9)[]",
                        "mood",
                        "mood[]",
                        "email",
                        "pair",
                        "\"Far \"\"away\".mood")) {
            assertThat(type(sql).text()).isEqualTo("native(" + sql + ")");
        }
    }

    @Test
    void numbersThatComeFromSequences() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE SEQUENCE shared; CREATE TABLE t (a serial, b bigserial,"
                                + " c bigint GENERATED ALWAYS AS IDENTITY,"
                                + " d bigint DEFAULT nextval('shared'))");
        assertThat(table(found, "t").columns())
                .extracting(Column::name, Column::identity, Column::required, Column::defaultValue)
                .containsExactly(
                        tuple("a", Identity.BY_DEFAULT, true, null),
                        tuple("b", Identity.BY_DEFAULT, true, null),
                        tuple("c", Identity.ALWAYS, true, null),
                        tuple("d", null, false, new Default.Sql("nextval('shared'::regclass)")));
    }

    @Test
    void defaultsAsPlainAsTheyAre() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE TABLE t (a timestamptz"
                            + " DEFAULT now(), b timestamp DEFAULT CURRENT_TIMESTAMP,c uuid DEFAULT"
                            + " gen_random_uuid(), d mood DEFAULT 'good',e text DEFAULT 'it''s' ||"
                            + " 'x', f integer DEFAULT (-5),g jsonb DEFAULT '{\"a\": [1]}', h"
                            + " text[] DEFAULT '{}',i bytea DEFAULT '\\x00ff', j interval DEFAULT"
                            + " '1 day',k text DEFAULT NULL, l timestamptz DEFAULT '2024-01-01"
                            + " 12:00+02')");
        assertThat(table(found, "t").columns())
                .extracting(Column::name, Column::defaultValue)
                .containsExactly(
                        tuple("a", new Default.Now()),
                        tuple("b", new Default.Now()),
                        tuple("c", new Default.NewUuid()),
                        tuple("d", new Default.Value("good")),
                        tuple("e", new Default.Sql("('it''s'::text || 'x'::text)")),
                        tuple("f", new Default.Value("-5")),
                        tuple("g", new Default.Value("{\"a\": [1]}")),
                        tuple("h", new Default.Value("{}")),
                        tuple("i", new Default.Value("AP8=")),
                        tuple("j", new Default.Value("1 day")),
                        tuple("k", null),
                        tuple("l", new Default.Value("2024-01-01T10:00:00+00:00")));
    }

    @Test
    void aPartitionedTableIsOneTable() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE sale (id integer, year integer, PRIMARY KEY (id, year))"
                                + " PARTITION BY LIST (year);"
                                + " CREATE TABLE sale_2024 PARTITION OF sale FOR VALUES IN (2024);"
                                + " CREATE TABLE refund (id integer, year integer,"
                                + " FOREIGN KEY (id, year) REFERENCES sale)");
        assertThat(found.model().tables())
                .extracting(t -> t.name().name())
                .containsExactly("refund", "sale");
        assertThat(table(found, "refund").relations()).hasSize(1);
        assertThat(found.notes())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("I004", "tables/sale"));
    }

    @Test
    void viewsOfEitherKindWithTheirColumns() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE t (id integer PRIMARY KEY, name varchar(20));"
                                + " CREATE VIEW v AS SELECT id, upper(name) AS big FROM t;"
                                + " COMMENT ON VIEW v IS 'seen';"
                                + " CREATE MATERIALIZED VIEW m AS SELECT count(*) FROM v");
        assertThat(found.model().views())
                .extracting(v -> v.name().name(), View::comment)
                .containsExactly(tuple("m", ""), tuple("v", "seen"));
        View view = found.model().views().getLast();
        assertThat(view.columns()).extracting(Column::name).containsExactly("id", "big");
        assertThat(view.query()).contains("FROM t").doesNotContain("public").doesNotEndWith(";");
        assertThat(found.notes())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("I004", "views/m"));
    }

    @Test
    void aMaterializedViewIsMadeAndDroppedAsWhatItIs() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE t (a integer);"
                                + " CREATE MATERIALIZED VIEW m AS SELECT a FROM t");
        View view = found.model().views().getFirst();
        assertThat(inspect(written(new Change.DropView(view))).model().views()).isEmpty();
        assertThat(inspect(written(new Change.CreateView(view))).model()).isEqualTo(found.model());
    }

    @Test
    void aMaterializedViewIsMadeAgainForTheSakeOfItsTableAndNotOfItsComment() throws SQLException {
        Model live =
                inspect(
                                "CREATE TABLE t (a integer);"
                                        + " CREATE VIEW v AS SELECT a FROM t;"
                                        + " CREATE MATERIALIZED VIEW m AS SELECT a FROM t")
                        .model();
        Table table = live.tables().getFirst();
        Table wider =
                table.withColumns(List.of(table.columns().getFirst().withType(IntegerType.BIG)));
        assertThat(
                        SchemaDiff.between(
                                live,
                                live.withTables(List.of(wider)),
                                Set.of(),
                                List.of(),
                                dialect))
                .extracting(c -> c.getClass().getSimpleName() + " " + c.on())
                .containsExactlyInAnyOrder(
                        "ChangeColumn t",
                        "DropView v",
                        "DropView m",
                        "CreateView m",
                        "CreateView v");
        Model said =
                live.withViews(
                        live.views().stream()
                                .map(
                                        v ->
                                                new View(
                                                        v.id(),
                                                        v.name(),
                                                        v.label(),
                                                        v.columns(),
                                                        v.query(),
                                                        "said"))
                                .toList());
        assertThat(SchemaDiff.between(live, said, Set.of(), List.of(), dialect))
                .extracting(c -> c.getClass().getSimpleName() + " " + c.on())
                .containsExactly("DropView v", "CreateView v");
    }

    private String written(Change change) {
        return String.join(";", dialect.statements().write(change));
    }

    @Test
    void indexesOfEveryKind() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE t (a text, b integer[], c text);"
                                + " CREATE INDEX one ON t (lower(a), c DESC) WHERE c <> '';"
                                + " CREATE INDEX two ON t USING gin (b);"
                                + " CREATE INDEX three ON t (a text_pattern_ops) INCLUDE (c);"
                                + " CREATE UNIQUE INDEX four ON t (a NULLS FIRST)");
        List<Index> indexes = table(found, "t").indexes();
        assertThat(indexes)
                .extracting(Index::name, Index::unique, Index::method)
                .containsExactly(
                        tuple("four", true, ""),
                        tuple("one", false, ""),
                        tuple("three", false, ""),
                        tuple("two", false, "gin"));
        Index one = indexes.get(1);
        assertThat(one.parts().getFirst().expression()).isEqualTo("lower(a)");
        assertThat(one.parts().getLast().descending()).isTrue();
        assertThat(one.where().text()).isEqualTo("(c <> ''::text)");
        assertThat(found.notes())
                .extracting(Problem::code, Problem::path)
                .containsExactly(
                        tuple("I003", "tables/t/indexes/four"),
                        tuple("I003", "tables/t/indexes/three"));
    }

    @Test
    void whatAModelCannotHoldIsNoted() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE t (a integer PRIMARY KEY DEFERRABLE, r int4range,"
                                + " CONSTRAINT apart EXCLUDE USING gist (r WITH &&));"
                                + " CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql"
                                + " AS 'BEGIN RETURN NEW; END';"
                                + " CREATE TRIGGER touch BEFORE INSERT ON t FOR EACH ROW"
                                + " EXECUTE FUNCTION f();"
                                + " CREATE POLICY own ON t USING (a > 0);"
                                + " CREATE RULE quiet AS ON DELETE TO t DO INSTEAD NOTHING");
        assertThat(found.notes())
                .extracting(Problem::code, Problem::path)
                .containsExactly(
                        tuple("I003", "tables/t/constraints/t_pkey"),
                        tuple("I002", "tables/t/exclusions/apart"),
                        tuple("I002", "tables/t/policies/own"),
                        tuple("I002", "tables/t/rules/quiet"),
                        tuple("I002", "tables/t/triggers/touch"));
        assertThat(table(found, "t").indexes()).isEmpty();
    }

    @Test
    void theTablesOfAnExtensionAreNotOurs() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE ours (id integer); CREATE TABLE brought (id integer);"
                                + " ALTER EXTENSION plpgsql ADD TABLE brought");
        assertThat(found.model().tables()).extracting(t -> t.name().name()).containsExactly("ours");
    }

    @Test
    void theSessionIsLeftAsItWas() throws SQLException {
        inspect("SET search_path TO pg_temp, public; SET TIME ZONE 'Asia/Tokyo'", "public");
        try (Statement statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT current_setting('search_path'),"
                                        + " current_setting('TimeZone')")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("pg_temp, public");
            assertThat(rows.getString(2)).isEqualTo("Asia/Tokyo");
        }
    }

    @Test
    void checksAreThoseOfTheTableAlone() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE DOMAIN positive AS integer CHECK (VALUE > 0); CREATE TABLE t (a"
                                + " positive NOT NULL, b integer CHECK (b IN (1, 2)))");
        assertThat(table(found, "t").checks())
                .extracting(c -> c.name(), c -> c.expression().text())
                .containsExactly(tuple("t_b_check", "(b = ANY (ARRAY[1, 2]))"));
    }

    @Test
    void aColumnComputedWhenReadIsTakenForStored() throws SQLException {
        Inspection found =
                inspect(
                        "CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1)"
                                + " VIRTUAL)");
        assertThat(column(found, "t", "b").generated().stored()).isTrue();
        assertThat(found.notes())
                .extracting(Problem::code, Problem::path)
                .containsExactly(tuple("I003", "tables/t/columns/b"));
    }
}
