package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Need;
import dev.plinth.schema.model.Origin;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** What tables need though it is part of none of them, and what only one database understands. */
class NeedsTest {
    private static final String[] CLINIC = {
        "CREATE TYPE species AS ENUM ('cat', 'dog''s')",
        "CREATE DOMAIN weight AS numeric(5,2) CHECK (VALUE > 0)",
        "CREATE TYPE dose AS (amount weight, unit varchar(5))",
        "CREATE SEQUENCE ticket INCREMENT BY 5",
        "CREATE FUNCTION bare(t text) RETURNS text LANGUAGE sql IMMUTABLE"
                + " AS 'SELECT replace(t, '' '', '''')'",
        "CREATE TABLE animal (id serial PRIMARY KEY, kind species DEFAULT 'cat', w weight,"
                + " given dose, number bigint DEFAULT nextval('ticket'), name text"
                + " CHECK (bare(name) <> ''))",
        "CREATE TABLE guest (id bigint DEFAULT nextval('animal_id_seq'), at tsvector)",
        "CREATE INDEX words ON guest USING gin (at)",
        "CREATE VIEW cats AS SELECT id FROM animal WHERE kind = 'cat'"
    };

    private static final String[] HERD = {
        "CREATE FUNCTION joined(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE"
                + " AS 'SELECT a || ''+'' || b'",
        "CREATE AGGREGATE herd(text) (SFUNC = joined, STYPE = text, INITCOND = 'it''s ',"
                + " PARALLEL = SAFE)",
        "CREATE TABLE cow (name text)",
        "CREATE VIEW cows AS SELECT herd(name) FROM cow"
    };

    private static Model inspected(Lab lab) throws SQLException {
        return lab.dialect().owning(lab.inspected());
    }

    /** Nothing differs, wherever the model went on the way. */
    private static Model madeAgain(TestDatabase database, String... script) throws SQLException {
        Model found;
        try (Lab theirs = Lab.on(database)) {
            theirs.execute(script);
            found = inspected(theirs);
            assertThat(theirs.titles(found)).isEmpty();
        }
        Model written = ModelText.read("m.yaml", ModelText.write("", found)).model();
        assertThat(written.origin()).isEqualTo(found.origin());
        try (Lab ours = Lab.on(database)) {
            ours.deploy(written);
            assertThat(inspected(ours).origin()).isEqualTo(found.origin());
            assertThat(ours.titles(written)).isEmpty();
        }
        return found;
    }

    @Test
    void typesSequencesAndFunctionsAreMadeBeforeTheTables() throws SQLException {
        Model found = madeAgain(TestDatabases.POSTGRESQL, CLINIC);
        assertThat(found.origin().dialect()).isEqualTo("postgres");
        assertThat(found.origin().needs())
                .extracting(Need::name)
                .containsExactly(
                        "species", "weight", "dose", "ticket", "bare(t text)", "animal_id_seq");
    }

    @Test
    void aggregatesAreMadeBeforeTheViews() throws SQLException {
        assertThat(madeAgain(TestDatabases.POSTGRESQL, HERD).origin().needs())
                .extracting(Need::name)
                .containsExactly("joined(a text, b text)", "herd(text)");
    }

    @Test
    void functionsThatViewsCallAreMadeBeforeThemOnMariaDb() throws SQLException {
        Model found =
                madeAgain(
                        TestDatabases.MARIADB,
                        "CREATE FUNCTION half(n INT) RETURNS INT DETERMINISTIC"
                                + " BEGIN RETURN n / 2; END",
                        "CREATE FUNCTION quarter(n INT) RETURNS INT DETERMINISTIC"
                                + " RETURN half(half(n))",
                        "CREATE FUNCTION unasked() RETURNS INT DETERMINISTIC RETURN 1",
                        "CREATE TABLE cake (pieces INT)",
                        "CREATE VIEW party AS SELECT quarter(pieces) AS each_one FROM cake");
        assertThat(found.origin().needs())
                .extracting(Need::name)
                .containsExactly("quarter", "half");
    }

    @Test
    void functionsThatFunctionsCallAreMadeToo() throws SQLException {
        Model found =
                madeAgain(
                        TestDatabases.POSTGRESQL,
                        "CREATE TABLE t (a integer, b integer)",
                        "CREATE FUNCTION std_inner(a integer) RETURNS integer LANGUAGE sql"
                                + " RETURN a + 1",
                        "CREATE FUNCTION std(a integer) RETURNS integer LANGUAGE sql"
                                + " RETURN std_inner(a)",
                        "CREATE FUNCTION \"Old Inner\"() RETURNS bigint LANGUAGE sql"
                                + " AS 'SELECT count(*) FROM t'",
                        "CREATE FUNCTION old() RETURNS bigint LANGUAGE plpgsql"
                                + " AS 'BEGIN RETURN \"Old Inner\" (); END'",
                        "CREATE FUNCTION joined(a text, b text) RETURNS text LANGUAGE sql"
                                + " AS 'SELECT a || b'",
                        "CREATE AGGREGATE uncalled(text) (SFUNC = joined, STYPE = text)",
                        "ALTER TABLE t ALTER a SET DEFAULT std(1), ALTER b SET DEFAULT old()");
        assertThat(found.origin().needs())
                .extracting(Need::name)
                .containsExactly(
                        "std_inner(a integer)", "std(a integer)", "\"Old Inner\"()", "old()");
    }

    @Test
    void sequencesAreMadeBeforeTheTables() throws SQLException {
        String sequence = "CREATE SEQUENCE \"ticket\" AS BIGINT START WITH 7 INCREMENT BY 5";
        String table = "CREATE TABLE \"t\" (\"n\" BIGINT DEFAULT NEXT VALUE FOR \"ticket\")";
        assertThat(madeAgain(TestDatabases.H2, sequence, table).origin().needs()).hasSize(1);
        madeAgain(
                TestDatabases.HSQLDB,
                sequence,
                table.replace("DEFAULT NEXT VALUE FOR \"ticket\"", ""));
    }

    @Test
    void whatOnlyOneDatabaseUnderstandsIsNamedForAllOthers() throws SQLException {
        Model found;
        try (Lab lab = Lab.on(TestDatabases.POSTGRESQL)) {
            lab.execute(CLINIC);
            found = inspected(lab);
        }
        String everything =
                """
                tables/animal/columns/kind
                tables/animal/columns/w
                tables/animal/columns/given
                tables/animal/columns/number
                tables/animal/checks/animal_name_check
                tables/guest/columns/id
                tables/guest/columns/at
                tables/guest/indexes/words
                views/cats\
                """;
        for (Dialect dialect : Dialects.all()) {
            String told =
                    PortabilityCheck.problems(found, dialect).stream()
                            .filter(p -> p.code().equals("M149") && p.isError())
                            .map(Problem::path)
                            .distinct()
                            .collect(Collectors.joining("\n"));
            assertThat(told)
                    .as(dialect.title())
                    .isEqualTo(dialect.speaks("postgres") ? "" : everything);
        }
    }

    @Test
    void aModelWithoutSqlIsOfNoDatabase() {
        Model plain =
                Model.empty()
                        .withTables(
                                List.of(Warehouse.table("t", Warehouse.column("c", "integer"))));
        assertThat(Dialects.named("h2").owning(plain).origin()).isEqualTo(Origin.NONE);
    }
}
