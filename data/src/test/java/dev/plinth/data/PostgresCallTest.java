package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Expression;
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

/** Calls of functions, which of the tested databases only PostgreSQL has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresCallTest {
    private static final String SQL =
            """
            CREATE TABLE makers (id int PRIMARY KEY, name text);
            CREATE TABLE cars (id int PRIMARY KEY, name text, secret text,
                maker_id int REFERENCES makers);
            INSERT INTO makers VALUES (1, 'Audi'), (2, 'BMW');
            INSERT INTO cars VALUES (1, 'A4', 'x', 1), (2, 'A6', 'y', 1), (3, 'M3', 'z', 2);
            CREATE TYPE place AS (x int, y numeric);
            CREATE DOMAIN "text/plain" AS text;
            CREATE DOMAIN "image/gif" AS bytea;

            CREATE FUNCTION add(a int, b int DEFAULT 10) RETURNS int LANGUAGE sql IMMUTABLE
                AS 'SELECT a + b';
            CREATE FUNCTION add(a text) RETURNS text LANGUAGE sql AS 'SELECT a';
            CREATE FUNCTION size(name text) RETURNS int LANGUAGE sql AS 'SELECT length(name)';
            CREATE FUNCTION joined(VARIADIC parts text[] DEFAULT '{}') RETURNS text LANGUAGE sql
                AS $$ SELECT array_to_string(parts, '-') $$;
            CREATE FUNCTION numbers(most int) RETURNS SETOF int LANGUAGE sql
                AS 'SELECT generate_series(1, most)';
            CREATE FUNCTION somewhere() RETURNS place LANGUAGE sql
                AS 'SELECT 1, 12345678901234567890.5';
            CREATE FUNCTION pairs() RETURNS TABLE (a int, b text) LANGUAGE sql
                AS $$ SELECT 1, 'one' UNION ALL SELECT 2, 'two' $$;
            CREATE FUNCTION anything() RETURNS record LANGUAGE sql AS $$ SELECT 1 AS p, 'q' AS q $$;
            CREATE FUNCTION all_cars() RETURNS SETOF cars LANGUAGE sql STABLE
                AS 'SELECT * FROM cars';
            CREATE FUNCTION one_car(id int) RETURNS cars LANGUAGE sql STABLE
                AS 'SELECT * FROM cars WHERE cars.id = one_car.id';
            CREATE FUNCTION rename(car int, name text) RETURNS void LANGUAGE sql
                AS 'UPDATE cars SET name = rename.name WHERE id = car';
            CREATE FUNCTION of_json(jsonb) RETURNS jsonb LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION of_text(text) RETURNS "text/plain" LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION of_bytes(bytea) RETURNS "image/gif" LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION twice(json) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION twice(jsonb) RETURNS int LANGUAGE sql AS 'SELECT 2';
            CREATE FUNCTION of_makers() RETURNS SETOF makers LANGUAGE sql STABLE
                AS 'SELECT * FROM makers';
            CREATE FUNCTION lowered(maker makers, times int) RETURNS text LANGUAGE sql STABLE
                AS 'SELECT lower(maker.name)';
            CREATE FUNCTION label(cars) RETURNS text LANGUAGE sql STABLE
                AS $$ SELECT upper($1.name) || $1.secret $$;
            CREATE FUNCTION siblings(cars) RETURNS SETOF cars LANGUAGE sql STABLE
                AS 'SELECT * FROM cars WHERE maker_id = $1.maker_id AND id <> $1.id';
            CREATE FUNCTION teapot() RETURNS json LANGUAGE plpgsql AS $$ BEGIN
                PERFORM set_config('response.status', '418', true);
                PERFORM set_config('response.headers',
                    '[{"X-Tea": "green"}, {"Set-Cookie": "a=b"}]', true);
                RETURN current_setting('request.headers')::json; END $$;
            CREATE FUNCTION many_with_status(most int) RETURNS SETOF int LANGUAGE plpgsql AS $$ BEGIN
                PERFORM set_config('response.status', '203', true);
                RETURN QUERY SELECT generate_series(1, most); END $$;
            CREATE TABLE many AS SELECT id FROM generate_series(1, 5000) AS id;
            ANALYZE many;
            CREATE FUNCTION refuses() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
                RAISE SQLSTATE 'PT402' USING MESSAGE = 'Pay', DETAIL = 'Quota', HINT = 'Upgrade';
                END $$;
            """;
    private Attached cars;

    @BeforeAll
    void open() throws SQLException {
        cars = new Attached(TestDatabases.POSTGRESQL, Dialects.named("postgres"), SQL, "public");
    }

    @AfterAll
    void close() {
        cars.close();
    }

    @BeforeEach
    void everybodyMayAll() {
        cars.caller = Caller.administrator("1", "ada@example.org", "Ada");
        cars.roles();
    }

    private void get(String path, String answer, String... headers) throws IOException {
        assertThat(cars.get(path, headers).toString()).as(path).isEqualTo(answer);
    }

    private void post(String path, String body, String answer, String... headers)
            throws IOException {
        assertThat(cars.send("POST", path, body, headers).toString()).as(path).isEqualTo(answer);
    }

    @Test
    void functionsAreOperationsOfABatch() throws IOException {
        String calls =
                """
                [{"method":"POST","path":"rpc/teapot","headers":{"X-A":"1"}},
                 {"method":"POST","path":"rpc/add","body":{"a":1,"b":2}},
                 {"method":"GET","path":"rpc/all_cars?select=id&id=eq.3"},
                 {"method":"POST","path":"rpc/of_text","headers":{"Content-Type":"text/plain"},
                  "body":"no \\"JSON\\""},
                 {"method":"POST","path":"rpc/rename","body":{"car":3,"name":"M4"}},
                 {"method":"GET","path":"cars?id=eq.3&select=name"}]
                """;
        Shop.Answer answer = cars.send("POST", "", calls, "Prefer: tx=rollback");
        assertThat(answer.text())
                .startsWith("[{\"status\":418,\"headers\":{\"Content-Type\":")
                .contains(
                        "\"X-Tea\":\"green\"",
                        "\"body\":{\"x-a\":\"1\"}},{\"status\":200",
                        "\"body\":3},{\"status\":200",
                        "\"body\":[{\"id\":3}]},{\"status\":200",
                        "\"body\":\"no \\\"JSON\\\"\"},{\"status\":204",
                        "\"body\":[{\"name\":\"M4\"}]}]");
        get("cars?id=eq.3&select=name", "200 [{\"name\":\"M3\"}]");
        assertThat(
                        cars.send("POST", "", "[{\"method\":\"GET\",\"path\":\"rpc/size?name=x\"}]")
                                .text())
                .contains("PGRST127", "Call the function by POST.", "\"operation\":1");
        assertThat(
                        cars.send("POST", "", "[{\"method\":\"POST\",\"path\":\"rpc/refuses\"}]")
                                .toString())
                .startsWith("402 ")
                .contains("\"hint\":\"Upgrade\"", "\"operation\":1");
    }

    @Test
    void aCallCanBeSentAgain() throws IOException {
        String key = "Idempotency-Key: k";
        post("rpc/add", "{\"a\":1,\"b\":2}", "200 3", key);
        Shop.Answer again = cars.send("POST", "rpc/add", "{\"a\":1,\"b\":2}", key);
        assertThat(again).hasToString("200 3");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void findsTheFunctionByWhatItIsGiven() throws IOException {
        get("rpc/add?a=1&b=2", "200 3");
        post("rpc/add", "{\"a\":1,\"b\":2}", "200 3");
        get("rpc/size?name=four", "200 4");
        assertThat(cars.get("rpc/add?a=1").toString()).startsWith("300").contains("PGRST203");
        assertThat(cars.get("rpc/size?nam=x").toString())
                .startsWith("404")
                .contains("PGRST202", "Perhaps you meant to call the function public.size(name)");
        assertThat(cars.get("rpc/sise?name=x").text())
                .contains("Perhaps you meant to call the function public.size\"");
        assertThat(cars.get("rpc/size").text()).contains("without parameters");
        get("rpc/joined?parts=a&parts=b", "200 \"a-b\"");
        get("rpc/joined", "200 \"\"");
        post("rpc/joined", "{\"parts\":[\"a\",\"b,c\"]}", "200 \"a-b,c\"");
        post(
                "rpc/joined",
                "parts=x&parts=y",
                "200 \"x-y\"",
                "Content-Type: application/x-www-form-urlencoded");
    }

    @Test
    void takesTheWholeBody() throws IOException {
        post("rpc/of_json", "{\"b\":1.50}", "200 {\"b\": 1.50}");
        post("rpc/of_text", "plain text", "200 plain text", "Content-Type: text/plain");
        Shop.Answer bytes =
                cars.send("POST", "rpc/of_bytes", "GIF", "Content-Type: application/octet-stream");
        assertThat(bytes.toString()).isEqualTo("200 GIF");
        assertThat(bytes.header("Content-Type")).isEqualTo("image/gif");
        assertThat(bytes.header("Content-Security-Policy")).isEqualTo("sandbox");
        post("rpc/of_json", " 7 ", "200 7");
        assertThat(cars.send("POST", "rpc/of_json", "7 8").toString())
                .startsWith("400")
                .contains("PGRST102");
        assertThat(cars.send("POST", "rpc/anything", "nonsense").toString()).contains("PGRST102");
        assertThat(cars.send("POST", "rpc/anything", "x", "Content-Type: image/png").toString())
                .startsWith("415");
        post("rpc/add", "a,b\n1,2", "200 3", "Content-Type: text/csv");
        assertThat(cars.send("POST", "rpc/twice", "{\"a\":1}").toString())
                .startsWith("300")
                .contains("twice( => json), public.twice( => jsonb)");
        assertThat(cars.send("POST", "rpc/of_text", "x", "Content-Type: text/plain", "Accept: a/b"))
                .hasToString(
                        "406 {\"code\":\"PGRST107\",\"details\":null,\"hint\":null,\"message\":"
                                + "\"None of these media types are available: a/b\"}");
    }

    @Test
    void givesEachKindOfResult() throws IOException {
        get("rpc/numbers?most=3", "200 [1,2,3]");
        get("rpc/numbers?most=3&limit=1&offset=1", "206 [2]", "Prefer: count=exact");
        get("rpc/numbers?most=2", "200 numbers\n1\n2", "Accept: text/csv");
        get("rpc/somewhere", "200 {\"x\":1,\"y\":12345678901234567890.5}");
        get("rpc/pairs?select=b&order=a.desc", "200 [{\"b\":\"two\"},{\"b\":\"one\"}]");
        get("rpc/pairs?a=gt.1", "200 [{\"a\":2,\"b\":\"two\"}]");
        get("rpc/anything", "200 {\"p\":1,\"q\":\"q\"}");
        get(
                "rpc/one_car?id=3&select=name,makers(name)",
                "200 {\"name\":\"M3\",\"makers\":{\"name\":\"BMW\"}}");
        get("rpc/all_cars?select=id&id=gt.1&order=id.desc&limit=1", "200 [{\"id\":3}]");
        get(
                "rpc/all_cars?select=count(),maker_id&order=maker_id",
                "200 [{\"count\":2,\"maker_id\":1},{\"count\":1,\"maker_id\":2}]");
        assertThat(cars.get("rpc/all_cars", "Accept: a/b").status()).isEqualTo(406);
    }

    @Test
    void streamsWhatIsLarge() throws IOException {
        Shop.Answer answer = cars.get("rpc/numbers?most=200000");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).startsWith("[1,2,3,").endsWith(",199999,200000]");
        assertThat(answer.header("Content-Length")).isEmpty();
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        Shop.Answer told = cars.get("rpc/many_with_status?most=200000");
        assertThat(told.status()).isEqualTo(203);
        assertThat(told.text()).endsWith(",200000]");
    }

    @Test
    void countsByThePlan() throws IOException {
        assertThat(cars.get("cars?limit=1", "Prefer: count=exact").header("Content-Range"))
                .isEqualTo("0-0/3");
        String planned = cars.get("many?limit=1", "Prefer: count=planned").header("Content-Range");
        assertThat(planned).matches("0-0/[0-9]+");
        assertThat(Long.parseLong(planned.substring(4))).isBetween(4000L, 6000L);
        assertThat(cars.get("many?limit=1", "Prefer: count=estimated").header("Content-Range"))
                .isEqualTo(planned);
        assertThat(cars.get("cars?limit=1", "Prefer: count=estimated").header("Content-Range"))
                .isEqualTo("0-0/3");
        assertThat(cars.get("many?offset=100000", "Prefer: count=planned").text()).isEqualTo("[]");
    }

    @Test
    void writesOnlyWhenPosted() throws IOException {
        assertThat(cars.get("rpc/rename?car=1&name=A5").toString())
                .startsWith("405")
                .contains("25006");
        post("rpc/rename", "{\"car\":1,\"name\":\"A5\"}", "204 ", "Prefer: tx=rollback");
        get("cars?select=name&id=eq.1", "200 [{\"name\":\"A4\"}]");
        post("rpc/rename", "{\"car\":1,\"name\":\"A5\"}", "204 ");
        get("cars?select=name&id=eq.1", "200 [{\"name\":\"A5\"}]");
        post("rpc/rename", "{\"car\":1,\"name\":\"A4\"}", "204 ");
        assertThat(cars.send("OPTIONS", "rpc/all_cars", "").header("Allow"))
                .isEqualTo("OPTIONS,GET,HEAD,POST");
        assertThat(cars.send("OPTIONS", "rpc/rename", "").header("Allow"))
                .isEqualTo("OPTIONS,POST");
        assertThat(cars.send("PATCH", "rpc/rename", "").status()).isEqualTo(405);
    }

    @Test
    void sayHowTheAnswerLooks() throws IOException {
        Shop.Answer answer = cars.get("rpc/teapot", "X-Want: milk", "Authorization: Bearer s3cret");
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.header("X-Tea")).isEqualTo("green");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.text()).contains("milk").doesNotContain("s3cret");
        get(
                "rpc/refuses",
                "402 {\"code\":\"PT402\",\"details\":\"Quota\",\"hint\":\"Upgrade\",\"message\":\"Pay\"}");
    }

    @Test
    void areClosedUntilARoleOpensThem() throws IOException {
        cars.caller = Caller.user("2", "bob@example.org", "Bob", Set.of("r"));
        cars.roles(new Role("r", "r", "R", List.of(Grant.all(cars.table("cars")))));
        assertThat(cars.get("rpc/size?name=four").toString())
                .startsWith("404")
                .contains("PGRST202");
        assertThat(cars.get("rpc/size?name=four").text()).doesNotContain("Perhaps");
        assertThat(cars.send("OPTIONS", "rpc/size", "").status()).isEqualTo(404);
        assertThat(cars.get("cars?select=label").toString()).startsWith("400").contains("42703");
        assertThat(cars.get("cars?select=siblings(id)").toString())
                .startsWith("400")
                .contains("PGRST200");
        Set<String> open =
                Set.of(cars.routine("size"), cars.routine("label"), cars.routine("siblings"));
        cars.roles(new Role("r", "r", "R", List.of(Grant.all(cars.table("cars"))), open));
        get("rpc/size?name=four", "200 4");
        get("cars?select=label&id=eq.3", "200 [{\"label\":\"M3z\"}]");
        get("cars?select=siblings(id)&id=eq.1", "200 [{\"siblings\":[{\"id\":2}]}]");
    }

    @Test
    void showNoMoreOfATableThanTheTableDoes() throws IOException {
        cars.caller = Caller.user("2", "bob@example.org", "Bob", Set.of("r"));
        Set<String> open =
                Set.of(
                        cars.routine("all_cars"),
                        cars.routine("one_car"),
                        cars.routine("label"),
                        cars.routine("siblings"));
        Grant some =
                new Grant(
                        cars.table("cars"),
                        Set.of(Action.READ),
                        Set.of(cars.column("cars", "secret")),
                        Set.of(),
                        Expression.cel("maker_id == 1"));
        cars.roles(new Role("r", "r", "R", List.of(some), open));
        get(
                "rpc/all_cars?order=id",
                "200 [{\"id\":1,\"name\":\"A4\",\"maker_id\":1},{\"id\":2,\"name\":\"A6\",\"maker_id\":1}]");
        get("rpc/all_cars?select=count()", "200 [{\"count\":2}]");
        assertThat(cars.get("rpc/all_cars", "Prefer: count=exact").header("Content-Range"))
                .isEqualTo("0-1/2");
        get("rpc/one_car?id=1&select=name", "200 {\"name\":\"A4\"}");
        get("rpc/one_car?id=3", "200 null");
        assertThat(cars.get("rpc/all_cars?select=secret").toString()).contains("42703");
        assertThat(cars.get("rpc/all_cars?secret=eq.x").toString()).contains("42703");
        assertThat(cars.get("rpc/all_cars?select=label").toString()).contains("42703");
        assertThat(cars.get("rpc/all_cars?select=siblings(id)").toString()).contains("PGRST200");
        assertThat(cars.get("rpc/all_cars?select=makers(name)").toString()).contains("PGRST200");
        cars.roles(new Role("r", "r", "R", List.of(), open));
        assertThat(cars.get("rpc/all_cars").toString()).startsWith("403").contains("42501");
    }

    @Test
    void doNotTellOfHiddenTables() throws IOException {
        cars.caller = Caller.user("2", "bob@example.org", "Bob", Set.of("r"));
        Set<String> open =
                Set.of(cars.routine("of_makers"), cars.routine("size"), cars.routine("lowered"));
        cars.roles(new Role("r", "r", "R", List.of(), open));
        String newer = "Accept: application/vnd.oai.openapi+json";
        assertThat(cars.get("", newer).text())
                .contains("/rpc/lowered", "/rpc/size")
                .doesNotContain("makers");
        assertThat(cars.get("").text()).contains("/rpc/size").doesNotContain("makers");
        get(
                "rpc/of_makers",
                "403 {\"code\":\"42501\",\"details\":null,\"hint\":\"A role that calls it must also"
                        + " be able to read the table that they are of.\",\"message\":\"permission"
                        + " denied for the rows of function of_makers\"}");
        cars.roles(new Role("r", "r", "R", List.of(Grant.all(cars.table("makers"))), open));
        assertThat(cars.get("", newer).text()).contains("/rpc/of_makers", "\"makers\"");
    }

    @Test
    void haveTypesInPrograms() throws IOException {
        String types = cars.get("", "Accept: application/typescript").text();
        assertThat(types.replaceAll("\\s+", " "))
                .contains(
                        "add: { Args: { a: number | null b?: number | null } Returns: number | null"
                                + " } | { Args: { a: string | null } Returns: string | null }",
                        "parts?: string[] | null",
                        "Returns: { x: number | null y: number | null }",
                        "pairs: { Args: never Returns: { a: number | null b: string | null }[] }",
                        "anything: { Args: never Returns: Record<string, unknown> }",
                        "all_cars: { Args: never Returns:"
                            + " Database[\"public\"][\"Tables\"][\"cars\"][\"Row\"][] SetofOptions:"
                            + " { from: \"*\" to: \"cars\" isOneToOne: false isSetofReturn: true }"
                            + " }",
                        "Returns: undefined",
                        "of_json: { Args: { \"\": Json } Returns: Json }",
                        "label: string | null }",
                        "label: { Args: { \"\": Database[\"public\"][\"Tables\"][\"cars\"][\"Row\"]"
                                + " }",
                        "from: \"cars\" to: \"cars\"");

        Grant some =
                new Grant(
                        cars.table("cars"),
                        Set.of(Action.READ),
                        Set.of(cars.column("cars", "secret")),
                        Set.of(),
                        null);
        cars.roles(
                new Role("r", "clerk", "Clerk", List.of(some), Set.of(cars.routine("all_cars"))));
        cars.caller = Caller.user("7", "bob@example.org", "Bob", Set.of("r"));
        assertThat(cars.get("", "Accept: application/typescript").text())
                .contains("all_cars: {")
                .doesNotContain("secret", "label", "siblings", "add: {");
    }
}
