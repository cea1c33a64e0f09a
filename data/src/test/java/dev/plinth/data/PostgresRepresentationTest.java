package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Domains whose values are shown and read by functions of the database. */
class PostgresRepresentationTest {
    private static final String SQL =
            """
            SET client_min_messages = error;
            CREATE DOMAIN color AS int;
            CREATE FUNCTION shown(color) RETURNS json IMMUTABLE LANGUAGE sql
                AS $$ SELECT to_json('#' || lpad(upper(to_hex($1)), 6, '0')) $$;
            CREATE FUNCTION color(text) RETURNS color IMMUTABLE LANGUAGE sql
                AS $$ SELECT (('x' || lpad($1, 8, '0'))::bit(32)::int)::color $$;
            CREATE FUNCTION color(json) RETURNS color IMMUTABLE LANGUAGE sql
                AS $$ SELECT color(ltrim($1 #>> '{}', '#')) $$;
            CREATE CAST (color AS json) WITH FUNCTION shown(color) AS IMPLICIT;
            CREATE CAST (json AS color) WITH FUNCTION color(json) AS IMPLICIT;
            CREATE CAST (text AS color) WITH FUNCTION color(text) AS IMPLICIT;
            CREATE TABLE pens (id int PRIMARY KEY, ink color DEFAULT 255);
            CREATE VIEW inks AS SELECT id, ink FROM pens;
            INSERT INTO pens VALUES (1, 0), (2, 256), (3, NULL);
            """;
    private Attached pens;

    @BeforeEach
    void open() throws SQLException {
        pens = new Attached(TestDatabases.POSTGRESQL, Dialects.named("postgres"), SQL, "public");
    }

    @AfterEach
    void close() {
        pens.close();
    }

    private void get(String path, String answer) throws IOException {
        assertThat(pens.get(path).toString()).as(path).isEqualTo("200 " + answer);
    }

    @Test
    void showValues() throws IOException {
        get("pens?id=eq.2", "[{\"id\":2,\"ink\":\"#000100\"}]");
        get(
                "inks?select=dye:ink&order=id",
                "[{\"dye\":\"#000000\"},{\"dye\":\"#000100\"},{\"dye\":null}]");
        get("pens?select=id&ink=eq.000100", "[{\"id\":2}]");
        get("pens?select=id&ink=in.(0,100)&order=id", "[{\"id\":1},{\"id\":2}]");
        get("pens?select=id&ink=not.eq.0", "[{\"id\":2}]");
        get("pens?select=id&ink=is.null", "[{\"id\":3}]");
    }

    @Test
    void readValues() throws IOException {
        assertThat(
                        pens.send(
                                        "POST",
                                        "pens",
                                        "[{\"id\":4,\"ink\":\"#00000F\"},{\"id\":5,\"ink\":null}]",
                                        "Prefer: return=representation")
                                .toString())
                .isEqualTo("201 [{\"id\":4,\"ink\":\"#00000F\"},{\"id\":5,\"ink\":null}]");
        assertThat(
                        pens.send(
                                        "PATCH",
                                        "inks?ink=eq.F&select=ink",
                                        "{\"ink\":\"#0000AA\"}",
                                        "Prefer: return=representation")
                                .toString())
                .isEqualTo("200 [{\"ink\":\"#0000AA\"}]");
        assertThat(
                        pens.send(
                                        "POST",
                                        "pens?select=ink",
                                        "{\"id\":1,\"ink\":\"#000001\"}",
                                        "Prefer: return=representation,"
                                                + " resolution=merge-duplicates")
                                .text())
                .isEqualTo("[{\"ink\":\"#000001\"}]");
    }

    @Test
    void showNothingThatIsHidden() throws IOException {
        pens.caller = Caller.user("2", "bob@example.org", "Bob", Set.of("r"));
        Grant hides =
                new Grant(
                        pens.table("pens"),
                        Set.of(Action.READ),
                        Set.of(pens.column("pens", "ink")),
                        Set.of(),
                        null);
        pens.roles(new Role("r", "r", "R", List.of(hides)));
        get("pens?id=eq.2", "[{\"id\":2}]");
        assertThat(pens.get("pens?ink=eq.0").toString()).startsWith("400").contains("42703");
    }
}
