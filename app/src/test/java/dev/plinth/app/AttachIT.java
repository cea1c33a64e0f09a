package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.settings.Attached;
import dev.plinth.app.settings.Settings;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class AttachIT {
    static Stream<TestDatabase> databases() {
        List<String> names = List.of("postgresql", "sqlite", "h2-file");
        return TestDatabases.selected().stream().filter(d -> names.contains(d.name()));
    }

    private static void fill(FreshDatabase fresh) throws SQLException {
        fresh.execute(
                "CREATE TABLE \"author\" (\"id\" integer PRIMARY KEY, \"name\" varchar(50) NOT"
                        + " NULL)",
                "CREATE TABLE \"book\" (\"id\" integer PRIMARY KEY, \"title\" varchar(50),"
                        + " \"author_id\" integer REFERENCES \"author\" (\"id\"))",
                "INSERT INTO \"author\" VALUES (1, 'Ursula'), (2, 'Italo')",
                "INSERT INTO \"book\" VALUES (10, 'Lathe', 1), (11, 'Cities', 2)");
    }

    static Settings with(Settings settings, Attached... attached) {
        return settings.withAttached(List.of(attached));
    }

    private static Attached attached(FreshDatabase fresh, String role, String... schemas) {
        return new Attached(
                "library",
                fresh.url(),
                fresh.user(),
                fresh.password(),
                List.of(schemas),
                Optional.ofNullable(role),
                true,
                true);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aDatabaseMadeByOthersIsServedAndNotTouched(TestDatabase database) throws SQLException {
        try (FreshDatabase fresh = database.fresh()) {
            fill(fresh);
            List<String> before = tables(fresh);
            try (RunningServer server =
                    RunningServer.start(settings -> with(settings, attached(fresh, "admin")))) {
                Browser anybody = server.browser();
                anybody.get("/p/library/rest/v1/book?select=title,author(name)&order=id")
                        .is(200)
                        .has("\"Lathe\"", "\"Ursula\"");
                anybody.post("/p/library/rest/v1/author", "{\"id\":3,\"name\":\"Stanislaw\"}")
                        .is(201);
                anybody.post(
                                "/p/library/rest/v1/author",
                                "{\"id\":4,\"name\":\"Nobody\"}",
                                "Prefer",
                                "tx=rollback")
                        .is(201);
                anybody.post(
                                "/p/library/rest/v1/author",
                                "{\"id\":4,\"name\":\"Nobody\"}",
                                "Idempotency-Key",
                                "k")
                        .is(400)
                        .has("PLN102");
                anybody.get("/p/library/rest/v1/author?select=count()").is(200).has("3");

                anybody.get("/api/projects/library/model").isRefused(401, "B401");
                Browser ada = server.administrator();
                Answer model = ada.get("/api/projects/library/model").is(200).has("author_id");
                ada.get("/api/projects").is(200).has("\"attached\":true");
                ada.post(
                                "/api/projects/library/model/edits",
                                "{\"base\":%d,\"remove\":[\"%s\"]}"
                                        .formatted(
                                                model.at("/revision").asLong(),
                                                model.text("/model/tables/0/id")))
                        .isRefused(409, "B104");
                ada.post("/api/projects/library/environments/attached/plan", "")
                        .isRefused(409, "B104");
            }
            assertThat(tables(fresh)).isEqualTo(before);
        }
    }

    @Test
    void withoutARoleNobodyGetsIn() throws SQLException {
        try (FreshDatabase fresh = TestDatabases.SQLITE.fresh()) {
            fill(fresh);
            try (RunningServer server =
                    RunningServer.start(settings -> with(settings, attached(fresh, null)))) {
                server.browser().get("/p/library/rest/v1/book").is(404).lacks("Lathe");
                server.administrator().get("/p/library/rest/v1/book").is(200).has("Lathe");
            }
        }
    }

    @Test
    void schemasAreChosenByProfile() throws SQLException {
        try (FreshDatabase fresh = TestDatabases.POSTGRESQL.fresh()) {
            fresh.execute(
                    "CREATE SCHEMA one",
                    "CREATE SCHEMA two",
                    "CREATE TABLE one.thing (id integer PRIMARY KEY)",
                    "CREATE TABLE two.thing (id integer PRIMARY KEY, colour text)",
                    "INSERT INTO two.thing VALUES (1, 'red')",
                    "CREATE FUNCTION two.first() RETURNS SETOF two.thing LANGUAGE sql STABLE AS"
                            + " 'SELECT * FROM two.thing'");
            try (RunningServer server =
                    RunningServer.start(
                            settings -> with(settings, attached(fresh, "admin", "one", "two")))) {
                Browser anybody = server.browser();
                anybody.get("/p/library/rest/v1/thing").is(200).has("[]");
                anybody.get("/p/library/rest/v1/thing", "Accept-Profile", "two").is(200).has("red");
                anybody.get("/p/library/rest/v1/thing", "Accept-Profile", "three").is(406);
                anybody.get("/p/library/rest/v1/rpc/first").is(404);
                anybody.get("/p/library/rest/v1/rpc/first", "Accept-Profile", "two")
                        .is(200)
                        .has("red");
            }
        }
    }

    @Test
    void functionsAreOpenedByRoles() throws SQLException {
        try (FreshDatabase fresh = TestDatabases.POSTGRESQL.fresh()) {
            fresh.execute(
                    "CREATE FUNCTION answer(n integer) RETURNS integer LANGUAGE sql STABLE"
                            + " AS 'SELECT n'");
            try (RunningServer server =
                    RunningServer.start(settings -> with(settings, attached(fresh, "guest")))) {
                Browser ada = server.administrator();
                Answer routines = ada.get("/api/projects/library/routines").is(200);
                String id = routines.text("/0/id");
                assertThat(routines.text("/0/name")).isEqualTo("answer");
                String role = "/api/projects/library/roles/0123456789ab";
                ada.put(role, "{\"name\":\"guest\"}").is(200);
                Browser anybody = server.browser();
                anybody.get("/p/library/rest/v1/rpc/answer?n=7").is(404).has("PGRST202");
                ada.put(role, "{\"name\":\"guest\",\"routines\":[\"" + id + "\"]}").is(200);
                anybody.get("/p/library/rest/v1/rpc/answer?n=7").is(200).has("7");
                ada.put(role, "{\"name\":\"guest\",\"title\":\"Guest\"}").is(200).has(id);
                ada.put(role, "{\"name\":\"guest\",\"routines\":[\"a b\"]}").isRefused(422, "B004");
                anybody.get("/api/projects/library/routines").isRefused(401, "B401");
            }
        }
    }

    @Test
    void aSecondStartSeesWhatChangedAndKeepsRolesAndKeys() throws SQLException {
        try (FreshDatabase fresh = TestDatabases.POSTGRESQL.fresh()) {
            fill(fresh);
            RunningServer first =
                    RunningServer.start(settings -> with(settings, attached(fresh, "admin")));
            first.administrator()
                    .put(
                            "/api/projects/library/roles/reader000000",
                            "{\"id\":\"reader000000\",\"name\":\"reader\",\"title\":\"Reader\",\"grants\":[]}")
                    .is(200);
            first.stop();
            fresh.execute("ALTER TABLE \"book\" ADD COLUMN \"pages\" integer");
            try (RunningServer second =
                    RunningServer.at(
                            first.home(), settings -> with(settings, attached(fresh, "admin")))) {
                second.browser().get("/p/library/rest/v1/book?select=pages").is(200);
                second.administrator().get("/api/projects/library/roles").is(200).has("Reader");
            }
        }
    }

    private static List<String> tables(FreshDatabase fresh) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var connection = fresh.connect();
                var rows =
                        connection
                                .getMetaData()
                                .getTables(
                                        connection.getCatalog(),
                                        null,
                                        "%",
                                        new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_SCHEM") + "." + rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
