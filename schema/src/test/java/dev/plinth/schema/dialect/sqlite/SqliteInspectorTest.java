package dev.plinth.schema.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What other programs made is read as well as what Plinth made. */
class SqliteInspectorTest {
    private final SqliteDialect dialect = new SqliteDialect();
    private FreshDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabases.SQLITE.fresh();
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, bigint",
        "INT, integer",
        "MEDIUMINT UNSIGNED, bigint",
        "TINYINT, smallint",
        "NVARCHAR(160), text(160)",
        "CHARACTER VARYING(20), text(20)",
        "VARCHAR, longtext",
        "CLOB, longtext",
        "DOUBLE PRECISION, double",
        "FLOAT, double",
        "'NUMERIC(10,2)', 'decimal(10,2)'",
        "'NUMERIC(20,2)', 'native(NUMERIC(20,2))'",
        "NUMERIC, native(NUMERIC)",
        "DATETIME, timestamp(6)",
        "TIMESTAMP WITH TIME ZONE, timestamptz(6)",
        "BOOL, boolean",
        "JSON, json",
        "GEOMETRY, native(GEOMETRY)",
        "'', native(BLOB)",
    })
    void declaredTypes(String declared, String expected) throws SQLException {
        execute("CREATE TABLE t (a " + declared + ")");
        assertThat(table("t").columns().getFirst().type().text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "INT, -5, Value[text=-5]",
                "VARCHAR(9), 'it''s', Value[text=it's]",
                "BOOLEAN, 1, Value[text=true]",
                "BOOLEAN, FALSE, Value[text=false]",
                "DATETIME, CURRENT_TIMESTAMP, Now[]",
                "DATE, CURRENT_DATE, Now[]",
                "VARCHAR(9), CURRENT_DATE, Sql[text=CURRENT_DATE]",
                "INT, (1 + 2), Sql[text=1 + 2]",
                "INT, NULL, null",
                "BLOB, x'00ff', Value[text=AP8=]",
            })
    void defaults(String type, String value, String expected) throws SQLException {
        execute("CREATE TABLE t (a " + type + " DEFAULT " + value + ")");
        Default found = table("t").columns().getFirst().defaultValue();
        assertThat(String.valueOf(found)).isEqualTo(expected);
    }

    @Test
    void constraintsInEverySpelling() throws SQLException {
        execute(
                "CREATE TABLE Target (Id INTEGER PRIMARY KEY, a, b, UNIQUE (a, b))",
                """
                CREATE TABLE t ( -- a comment with ) and , in it
                  "id" INTEGER NOT NULL CONSTRAINT "key" PRIMARY KEY,
                  [a b] VARCHAR(10) COLLATE NOCASE UNIQUE ON CONFLICT REPLACE CHECK ([a b] <> ',)'),
                  `c` INT DEFAULT 7 /* , */ REFERENCES target ON DELETE SET NULL,
                  d INT CONSTRAINT "d's" CHECK (d IN (1, 2) AND 'x' <> ')'),
                  e, f,
                  g INT GENERATED ALWAYS AS (c * (2 + 1)) VIRTUAL,
                  CONSTRAINT "a ""pair" UNIQUE (E, f DESC)
                  CHECK (e < f),
                  FOREIGN KEY (e, f) REFERENCES TARGET (A, B) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
                )\
                """);
        Table t = table("t");
        assertThat(t.columns())
                .extracting(Column::name)
                .containsExactly("id", "a b", "c", "d", "e", "f", "g");
        assertThat(t.primaryKey().name()).isEqualTo("key");
        assertThat(t.column(t.keyColumns().getFirst()).orElseThrow().identity())
                .isEqualTo(Identity.BY_DEFAULT);
        assertThat(t.uniques())
                .extracting(u -> u.name() + t.columnNames(u.columns()))
                .containsExactly("a \"pair[e, f]", "t_a b_key[a b]");
        assertThat(t.checks())
                .extracting(c -> c.name() + ": " + c.expression().text())
                .containsExactly(
                        "d's: d IN (1, 2) AND 'x' <> ')'",
                        "t_check: [a b] <> ',)'",
                        "t_check2: e < f");
        Table target = table("Target");
        assertThat(t.relations())
                .extracting(
                        r ->
                                r.name()
                                        + target.columnNames(r.targetColumns())
                                        + r.onDelete()
                                        + r.onUpdate()
                                        + r.deferral())
                .containsExactly(
                        "t_c_fkey[Id]" + Action.SET_NULL + Action.NO_ACTION + Deferral.NONE,
                        "t_e_f_fkey[a, b]" + Action.NO_ACTION + Action.CASCADE + Deferral.DEFERRED);
        assertThat(t.columnNamed("g").orElseThrow().generated().expression().text())
                .isEqualTo("c * (2 + 1)");
        assertThat(inspect().notes())
                .extracting(Problem::code, Problem::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "I003",
                                "The table \"t\" uses COLLATE NOCASE, ON CONFLICT,"
                                        + " which a model cannot hold."));
    }

    @Test
    void indexesInEverySpelling() throws SQLException {
        execute(
                "CREATE TABLE t (a, \"b,)\", c)",
                "CREATE UNIQUE INDEX IF NOT EXISTS one ON t (a, \"b,)\" DESC, lower(c) ASC)"
                        + " WHERE a > 1 AND c <> ')'",
                "CREATE INDEX two ON t ((a + 1) * (2), A COLLATE NOCASE)");
        Table t = table("t");
        assertThat(t.indexes())
                .extracting(
                        i ->
                                i.parts().stream()
                                                .map(
                                                        p ->
                                                                (p.isColumn()
                                                                                ? t.columnName(
                                                                                        p.column())
                                                                                : p.expression())
                                                                        + p.descending())
                                                .toList()
                                        + String.valueOf(i.where()))
                .containsExactly(
                        "[afalse, b,)true, lower(c)false]Expression[language=SQL, text=a > 1 AND c"
                                + " <> ')']",
                        "[(a + 1) * (2)false, A COLLATE NOCASEfalse]null");
        assertThat(t.indexes().getFirst().unique()).isTrue();
    }

    @Test
    void viewsAreReadEvenBesideBrokenOnes() throws SQLException {
        execute(
                "CREATE TABLE t (a VARCHAR(5), b INT)",
                "CREATE VIEW plain AS SELECT a, b FROM t",
                "CREATE VIEW named (x, y) AS SELECT a, b FROM t",
                "CREATE VIEW broken AS SELECT * FROM nowhere");
        Inspection found = inspect();
        assertThat(found.model().views())
                .extracting(v -> v.name().name())
                .containsExactly("broken", "named", "plain");
        View named = found.model().views().get(1);
        assertThat(named.columns()).extracting(Column::name).containsExactly("x", "y");
        assertThat(named.columns().getFirst().type().text()).isEqualTo("text(5)");
        assertThat(found.notes()).extracting(Problem::code).containsExactly("I022");
        execute(
                "DROP VIEW named",
                "CREATE VIEW named AS " + named.query(),
                "INSERT INTO t VALUES ('q', 1)");
        assertThat(inspect().model().views().get(1).columns()).isEqualTo(named.columns());
    }

    @Test
    void triggersAndVirtualTablesAreNotedAndLeftAlone() throws SQLException {
        execute(
                "CREATE TABLE t (a)",
                "CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END",
                "CREATE VIRTUAL TABLE search USING fts5(text)");
        Inspection found = inspect();
        assertThat(found.model().tables()).extracting(t -> t.name().name()).containsExactly("t");
        assertThat(found.notes()).extracting(Problem::code).containsExactly("I020", "I002");
        assertThat(found.triggers()).extracting(t -> t.name() + t.on()).containsExactly("trt");
    }

    @Test
    void anAttachedFileIsASchema() throws SQLException {
        execute(
                "CREATE TABLE t (a)",
                "ATTACH ':memory:' AS other",
                "CREATE TABLE other.t (a INTEGER PRIMARY KEY)",
                "CREATE TABLE other.u (t INT REFERENCES t)");
        Model model = dialect.inspector().inspect(connection, List.of("main", "other")).model();
        assertThat(model.tables())
                .extracting(t -> t.name().toString())
                .containsExactly("t", "other.t", "other.u");
        assertThat(model.tables().getLast().relations())
                .extracting(r -> r.target())
                .containsExactly(model.tables().get(1).id());
    }

    private Inspection inspect() throws SQLException {
        return dialect.inspector().inspect(connection, List.of());
    }

    private Table table(String name) throws SQLException {
        return inspect().model().tableNamed(TableName.of(name)).orElseThrow();
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
