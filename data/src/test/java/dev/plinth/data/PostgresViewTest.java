package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Views that show tables which requests cannot name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresViewTest {
    private static final String SQL =
            """
            CREATE SCHEMA api;
            CREATE SCHEMA kept;
            CREATE TABLE kept.actors (id int PRIMARY KEY, name text, salary int);
            CREATE TABLE kept.films (id int PRIMARY KEY, title text);
            CREATE TABLE kept.parts (actor int REFERENCES kept.actors, film int REFERENCES kept.films,
                PRIMARY KEY (actor, film));
            CREATE TABLE kept.prizes (id int PRIMARY KEY, actor int REFERENCES kept.actors);
            CREATE TABLE api.reviews (id int PRIMARY KEY, stars int,
                film int REFERENCES kept.films);
            INSERT INTO kept.actors VALUES (1, 'Ann', 5), (2, 'Ben', 6);
            INSERT INTO kept.films VALUES (1, 'Up'), (2, 'Down');
            INSERT INTO kept.parts VALUES (1, 1), (1, 2), (2, 2);
            INSERT INTO kept.prizes VALUES (1, 2);
            INSERT INTO api.reviews VALUES (1, 4, 2);
            CREATE VIEW api.actors AS SELECT id, name FROM kept.actors;
            CREATE VIEW api.films AS SELECT id AS number, title FROM kept.films;
            CREATE VIEW api.parts AS SELECT actor, film FROM kept.parts;
            """;
    private Attached films;

    @BeforeAll
    void open() throws SQLException {
        films = new Attached(TestDatabases.POSTGRESQL, Dialects.named("postgres"), SQL, "api");
    }

    @AfterAll
    void close() {
        films.close();
    }

    @BeforeEach
    void everybodyMayAll() {
        films.caller = Caller.administrator("1", "ada@example.org", "Ada");
        films.roles();
    }

    private void get(String path, String answer) throws IOException {
        assertThat(films.get(path).toString()).as(path).isEqualTo("200 " + answer);
    }

    @Test
    void areRelatedAsTheirTablesAre() throws IOException {
        get(
                "parts?select=actors(name),films(title)&order=actor,film&limit=1",
                "[{\"actors\":{\"name\":\"Ann\"},\"films\":{\"title\":\"Up\"}}]");
        get(
                "films?select=title,reviews(stars)&order=number",
                "[{\"title\":\"Up\",\"reviews\":[]},{\"title\":\"Down\",\"reviews\":[{\"stars\":4}]}]");
        get("reviews?select=films(title)", "[{\"films\":{\"title\":\"Down\"}}]");
        get(
                "actors?select=name,films(title)&order=id&films.order=title",
                "[{\"name\":\"Ann\",\"films\":[{\"title\":\"Down\"},{\"title\":\"Up\"}]},"
                        + "{\"name\":\"Ben\",\"films\":[{\"title\":\"Down\"}]}]");
    }

    @Test
    void haveTheKeysOfTheirTables() throws IOException {
        assertThat(
                        films.send(
                                        "POST",
                                        "actors",
                                        "{\"id\":9,\"name\":\"Cy\"}",
                                        "Prefer: return=representation, tx=rollback")
                                .toString())
                .isEqualTo("201 [{\"id\":9,\"name\":\"Cy\"}]");
        assertThat(
                        films.send(
                                        "POST",
                                        "films",
                                        "{\"number\":9,\"title\":\"Cy\"}",
                                        "Prefer: return=headers-only, tx=rollback")
                                .header("Location"))
                .isEqualTo("/films?number=eq.9");
    }

    @Test
    void showNothingElseOfThem() throws IOException {
        assertThat(films.get("prizes").toString()).startsWith("404");
        assertThat(films.get("kept.prizes").toString()).startsWith("404");
        assertThat(films.get("prizes", "Accept-Profile: kept").toString()).startsWith("406");
        assertThat(films.get("actors?select=prizes(id)").toString())
                .startsWith("400")
                .contains("PGRST200");
        assertThat(films.get("actors?select=salary").toString()).contains("42703");
    }

    @Test
    void areClosedWhereARoleDoesNotOpenThem() throws IOException {
        films.caller = Caller.user("2", "bob@example.org", "Bob", Set.of("r"));
        Grant hidesActor =
                new Grant(
                        films.table("parts"),
                        Set.of(Action.READ),
                        Set.of(films.column("parts", "actor")),
                        Set.of(),
                        null);
        films.roles(
                new Role(
                        "r",
                        "r",
                        "R",
                        List.of(
                                Grant.all(films.table("actors")),
                                Grant.all(films.table("films")),
                                hidesActor)));
        assertThat(films.get("actors?select=films(title)").toString()).contains("PGRST200");
        assertThat(films.get("films?select=reviews(id)").toString()).contains("PGRST200");
        get("parts?select=films(title)&film=eq.1", "[{\"films\":{\"title\":\"Up\"}}]");
    }
}
