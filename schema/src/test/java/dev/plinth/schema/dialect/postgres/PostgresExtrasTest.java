package dev.plinth.schema.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.dialect.Extras;
import dev.plinth.schema.dialect.Extras.Representation;
import dev.plinth.schema.dialect.Extras.ViewColumn;
import dev.plinth.schema.dialect.Routine;
import dev.plinth.schema.dialect.Routine.Kind;
import dev.plinth.schema.dialect.Routine.Parameter;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.NativeType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What databases offer besides tables and views. */
class PostgresExtrasTest {
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

    private Extras extras(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return dialect.inspector().extras(connection, List.of("public", "other"));
    }

    private static Routine routine(Extras extras, String name) {
        return extras.routines().stream()
                .filter(r -> r.name().equals(TableName.parse(name)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void parametersOfFunctions() throws SQLException {
        Extras found =
                extras(
                        """
                        CREATE SCHEMA other;
                        CREATE FUNCTION f(a int, b char(3) DEFAULT 'x', VARIADIC c text[] DEFAULT '{}')
                            RETURNS int STABLE LANGUAGE sql AS 'SELECT 1';
                        COMMENT ON FUNCTION f IS 'Does it';
                        CREATE FUNCTION other.g(json) RETURNS void LANGUAGE sql AS '';
                        CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql
                            AS 'BEGIN RETURN NULL; END';
                        CREATE PROCEDURE p() LANGUAGE sql AS '';
                        """);
        assertThat(found.routines()).hasSize(2);
        Routine f = routine(found, "f");
        assertThat(f.comment()).isEqualTo("Does it");
        assertThat(f.changesNothing()).isTrue();
        assertThat(f.parameters())
                .extracting(
                        Parameter::name, Parameter::sql, Parameter::required, Parameter::variadic)
                .containsExactly(
                        tuple("a", "integer", true, false),
                        tuple("b", "bpchar", false, false),
                        tuple("c", "text[]", false, true));
        Routine g = routine(found, "other.g");
        assertThat(g.changesNothing()).isFalse();
        assertThat(g.result().kind()).isEqualTo(Kind.NOTHING);
        assertThat(g.parameters()).extracting(Parameter::name).containsExactly("");
    }

    @Test
    void resultsOfFunctions() throws SQLException {
        Extras found =
                extras(
                        """
                        CREATE SCHEMA other;
                        CREATE TABLE t (id int, name varchar(9));
                        CREATE DOMAIN a_row AS t;
                        CREATE DOMAIN "text/html" AS text;
                        CREATE FUNCTION many() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
                        CREATE FUNCTION one() RETURNS SETOF t ROWS 1 LANGUAGE sql
                            AS 'SELECT * FROM t';
                        CREATE FUNCTION wrapped() RETURNS a_row LANGUAGE sql
                            AS $$ SELECT ROW(1, 'x')::a_row $$;
                        CREATE FUNCTION made() RETURNS TABLE (a int, b jsonb) LANGUAGE sql
                            AS $$ SELECT 1, '2'::jsonb $$;
                        CREATE FUNCTION page() RETURNS "text/html" LANGUAGE sql
                            AS $$ SELECT 'x'::"text/html" $$;
                        CREATE FUNCTION of_row(t) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
                        """);
        Routine many = routine(found, "many");
        assertThat(many.result().table()).isEqualTo(TableName.of("t"));
        assertThat(many.result().isSet()).isTrue();
        assertThat(many.result().columns()).extracting(Column::name).containsExactly("id", "name");
        Routine one = routine(found, "one");
        assertThat(one.result().table()).isEqualTo(TableName.of("t"));
        assertThat(one.result().isOneAtMost()).isTrue();
        assertThat(routine(found, "wrapped").result().table()).isEqualTo(TableName.of("t"));
        Routine made = routine(found, "made");
        assertThat(made.result().kind()).isEqualTo(Kind.ROWS);
        assertThat(made.result().table()).isNull();
        assertThat(made.result().columns())
                .extracting(Column::name, c -> c.type().text())
                .containsExactly(tuple("a", "integer"), tuple("b", "json"));
        Routine page = routine(found, "page");
        assertThat(page.result().mediaType()).isEqualTo("text/html");
        assertThat(page.result().type().text()).isEqualTo("longtext");
        assertThat(routine(found, "of_row").rowOf()).isEqualTo(TableName.of("t"));
    }

    @Test
    void tablesThatColumnsOfViewsComeFrom() throws SQLException {
        Extras found =
                extras(
                        """
                        CREATE SCHEMA other;
                        CREATE TABLE other.a (id int PRIMARY KEY, "odd :resorigtbl 1" text);
                        CREATE VIEW v AS
                            SELECT id AS number, "odd :resorigtbl 1" AS odd, id + 1 AS more FROM other.a;
                        CREATE MATERIALIZED VIEW w AS SELECT number, more FROM v;
                        """);
        TableName a = new TableName("other", "a");
        assertThat(found.viewColumns())
                .containsExactlyInAnyOrder(
                        new ViewColumn(TableName.of("v"), "number", a, "id"),
                        new ViewColumn(TableName.of("v"), "odd", a, "odd :resorigtbl 1"),
                        new ViewColumn(TableName.of("w"), "more", TableName.of("v"), "more"),
                        new ViewColumn(TableName.of("w"), "number", a, "id"));
    }

    @Test
    void functionsThatShowAndReadDomains() throws SQLException {
        Extras found =
                extras(
                        """
                        SET client_min_messages = error;
                        CREATE SCHEMA other;
                        CREATE DOMAIN color AS int;
                        CREATE FUNCTION other.shown(color) RETURNS json LANGUAGE sql
                            AS 'SELECT to_json($1::int)';
                        CREATE FUNCTION color(text) RETURNS color LANGUAGE sql AS 'SELECT 1::color';
                        CREATE CAST (color AS json) WITH FUNCTION other.shown(color) AS IMPLICIT;
                        CREATE CAST (text AS color) WITH FUNCTION color(text) AS IMPLICIT;
                        CREATE DOMAIN unused AS int;
                        CREATE FUNCTION unused(json) RETURNS unused LANGUAGE sql
                            AS 'SELECT 1::unused';
                        CREATE CAST (json AS unused) WITH FUNCTION unused(json);
                        """);
        assertThat(found.representations())
                .containsExactly(
                        new Representation(
                                new NativeType("color"),
                                new TableName("other", "shown"),
                                null,
                                TableName.of("color")));
    }
}
