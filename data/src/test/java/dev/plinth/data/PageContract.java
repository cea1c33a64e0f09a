package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.requests.SampleRows;
import dev.plinth.testing.requests.Seeds;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Pages that follow one another by cursors, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageContract {
    private static final Caller ADMINISTRATOR = Caller.administrator("1", "ada@example.org", "Ada");
    private Shop shop;

    abstract Dialect dialect();

    abstract TestDatabase database();

    @BeforeAll
    void open() throws SQLException, IOException {
        shop = Samples.open(database(), dialect());
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @AfterEach
    void administratorAgain() {
        shop.roles();
        shop.caller = ADMINISTRATOR;
    }

    @Test
    void eachRowComesOnceInAnyOrder() {
        Seeds.each(
                60,
                random -> {
                    String order = order(random);
                    String path =
                            "samples?select=part,number"
                                    + (order.contains("parts(") ? ",parts(code)" : "")
                                    + (random.nextInt(3) == 0 ? "&small=gte.0" : "")
                                    + "&order="
                                    + order;
                    // Without a cursor the key must be named for the order to be one.
                    boolean descending = order.replaceAll(".*,", "").contains(".desc");
                    String ending = descending ? ".desc" : "";
                    String all = shop.get(path + ",part" + ending + ",number" + ending).text();
                    assertThat(walk(path, 1 + random.nextInt(40))).as(path).isEqualTo(rows(all));
                });
    }

    @Test
    void whatDoesNotCompareIsRefused() throws IOException {
        for (String path : List.of("samples?order=raw", "samples?raw=eq.AQ==")) {
            Shop.Answer answer = shop.get(path);
            if (dialect().types().compares(new BinaryType(0))) {
                assertThat(answer.status()).as(path).isEqualTo(200);
            } else {
                assertThat(answer.toString())
                        .startsWith("400 ")
                        .contains("PLN102")
                        .contains("compare or sort");
            }
        }
    }

    /** One to three keys of any type and direction, and at times one of a related row. */
    private String order(Random random) {
        List<String> keys = new ArrayList<>();
        List<SampleRows.Column> columns = new ArrayList<>(List.of(SampleRows.Column.values()));
        columns.remove(SampleRows.Column.DATA);
        if (!dialect().types().compares(new BinaryType(0))) {
            columns.remove(SampleRows.Column.RAW);
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String key =
                    switch (random.nextInt(8)) {
                        case 0 -> "parts(title)";
                        case 1 -> shop.hasPathsIntoJson() ? "data->>b" : "part";
                        case 2 -> "part";
                        default -> columns.remove(random.nextInt(columns.size())).title;
                    };
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        List<String> order = new ArrayList<>();
        for (String key : keys) {
            String direction = List.of("", ".asc", ".desc").get(random.nextInt(3));
            String nulls = List.of("", ".nullsfirst", ".nullslast").get(random.nextInt(3));
            order.add(key + direction + nulls);
        }
        return String.join(",", order);
    }

    private List<String> walk(String path, int limit) throws IOException {
        List<String> rows = new ArrayList<>();
        String cursor = "";
        do {
            Shop.Answer page = shop.get(path + "&limit=" + limit + "&after=" + cursor);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            List<String> found = rows(page.text());
            cursor = page.header("Next-Cursor");
            if (!cursor.isEmpty()) {
                assertThat(found).hasSize(limit);
            }
            rows.addAll(found);
            assertThat(rows).hasSizeLessThanOrEqualTo(SampleRows.PARTS.size() * SampleRows.NUMBERS);
        } while (!cursor.isEmpty());
        return rows;
    }

    /** The objects of a list, each of which begins with "part". */
    private static List<String> rows(String json) {
        String inside = json.substring(1, json.length() - 1);
        return inside.isEmpty() ? List.of() : List.of(inside.split(",(?=\\{\"part\")"));
    }

    @Test
    void pagesGoOnWhileRowsComeAndGo() throws IOException {
        String path = "codes?select=code&order=code&limit=2&after=";
        shop.send("POST", "codes", "[{\"code\":\"a\"},{\"code\":\"b\"},{\"code\":\"d\"}]");
        Shop.Answer first = shop.get(path);
        shop.send("DELETE", "codes?code=eq.b", "");
        shop.send("POST", "codes", "[{\"code\":\"c\"},{\"code\":\"0\"}]");
        Shop.Answer second = shop.get(path + first.header("Next-Cursor"));
        shop.send("DELETE", "codes?code=in.(0,a,c,d)", "");
        assertThat(first.text()).isEqualTo("[{\"code\":\"a\"},{\"code\":\"b\"}]");
        assertThat(second.text()).isEqualTo("[{\"code\":\"c\"},{\"code\":\"d\"}]");
    }

    @Test
    void aJumpIsFollowedByCursors() throws IOException {
        String path = "samples?select=part,number&part=eq.a&order=number";
        Shop.Answer jump = shop.get(path + "&offset=20&limit=3&after=", "Prefer: count=exact");
        assertThat(jump.header("Content-Range")).isEqualTo("20-22/25");
        Shop.Answer next =
                shop.get(
                        path + "&limit=3&after=" + jump.header("Next-Cursor"),
                        "Prefer: count=exact");
        assertThat(next.toString())
                .isEqualTo("206 [{\"part\":\"a\",\"number\":24},{\"part\":\"a\",\"number\":25}]");
        assertThat(next.header("Content-Range")).isEqualTo("*/25");
        assertThat(next.header("Next-Cursor")).isEmpty();
        assertThat(shop.get(path + "&limit=3").header("Next-Cursor")).isEmpty();
    }

    @Test
    void otherFormsHaveCursorsToo() throws IOException {
        String path = "makers?select=id&order=id&limit=2&after=";
        Shop.Answer csv = shop.get(path, "Accept: text/csv");
        assertThat(csv.text()).isEqualTo("id\n1\n2");
        assertThat(shop.send("HEAD", path, "").header("Next-Cursor"))
                .isEqualTo(csv.header("Next-Cursor"))
                .isNotEmpty();
        assertThat(shop.get("makers?select=id&after=", "Range: 0-1").header("Next-Cursor"))
                .isNotEmpty();
        assertThat(shop.get(path + "&limit=0").text()).isEqualTo("[]");
    }

    @Test
    void aUniqueKeyWillDo() throws IOException {
        Shop.Answer first = shop.get("codes?select=label&order=label&limit=1&after=");
        assertThat(first.text()).isEqualTo("[{\"label\":\"l\"}]");
        assertThat(
                        shop.get(
                                        "codes?select=label&order=label&limit=1&after="
                                                + first.header("Next-Cursor"))
                                .text())
                .isEqualTo("[{\"label\":null}]");
    }

    @Test
    void aCursorIsOfItsOrderAlone() throws IOException {
        String cursor = shop.get("makers?order=name&limit=1&after=").header("Next-Cursor");
        refuse("makers?order=name.desc&limit=1&after=" + cursor, "another order");
        refuse("makers?order=id&limit=1&after=" + cursor, "another order");
        refuse("makers?order=name.nullsfirst&after=" + cursor, "another order");
        refuse("codes?after=" + cursor, "another order");
        assertThat(shop.get("makers?order=name.asc&country=eq.DE&after=" + cursor).status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoCursor() throws IOException {
        for (String wrong :
                List.of("x", "%21", "WyIi", "W10", "bnVsbA", "eyJhIjoxfQ", "%01", "%C3%A9")) {
            refuse("makers?order=id&after=" + wrong, "cursor");
        }
        String cursor = shop.get("makers?order=id&limit=1&after=").header("Next-Cursor");
        String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        for (String value : List.of("\"x\"", "1", "\"1\",\"2\"", "{}", "\"1 or 1=1\"")) {
            String made = json.replaceAll("\"1\"", value);
            refuse("makers?order=id&after=" + encoded(made), "cursor");
        }
        String none = encoded(json.replaceAll("\"1\"", "null"));
        assertThat(shop.get("makers?order=id&after=" + none).toString()).isEqualTo("200 []");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesWhatHasNoPlaceInAnOrder() throws IOException {
        refuse("loose?after=", "it has no key");
        refuse("samples?select=count()&after=", "Groups");
        String longText = "x".repeat(9000);
        shop.send(
                "POST", "samples", "{\"part\":\"a\",\"number\":99,\"notes\":\"" + longText + "\"}");
        refuse("samples?order=notes.desc.nullslast&notes=gte.x&limit=1&after=", "too long");
        shop.send("DELETE", "samples?number=eq.99", "");
    }

    @Test
    void aCursorShowsNothingThatIsHidden() throws IOException {
        Set<Action> read = Set.of(Action.READ);
        String samples = shop.table("samples");
        Grant hidesKey =
                new Grant(samples, read, Set.of(shop.column("samples", "number")), Set.of(), null);
        as(hidesKey);
        refuse("samples?select=part&limit=1&after=", "no key that is open to you");

        // Two grants: names are shown in rows of part "a" alone, and are NULL in others.
        Grant all =
                new Grant(samples, read, Set.of(shop.column("samples", "name")), Set.of(), null);
        Grant some =
                new Grant(
                        samples,
                        read,
                        Set.of(),
                        Set.of(),
                        new Expression(Expression.Language.CEL, "part == 'a'"));
        as(all, some);
        String path = "samples?select=part,number,name&order=name.desc.nullsfirst";
        List<String> rows = walk(path, 7);
        assertThat(rows).isEqualTo(rows(shop.get(path + ",part.desc,number.desc").text()));
        assertThat(rows).hasSize(150);
        String cursor = shop.get(path + "&part=eq.A&limit=1&after=").header("Next-Cursor");
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                .contains(",null,\"A\",\"25\"]");

        Grant hidesName =
                new Grant(samples, read, Set.of(shop.column("samples", "name")), Set.of(), null);
        as(hidesName);
        assertThat(shop.get("samples?order=name&limit=1&after=").toString()).startsWith("400");
    }

    private void as(Grant... grants) {
        shop.roles(new Role("r", "reader", "Reader", List.of(grants)));
        shop.caller = Caller.user("7", "bob@example.org", "Bob", Set.of("r"));
    }

    @Test
    void aColumnMayBeCalledAfter() throws IOException {
        Shop.Answer answer = shop.get("makers?after=eq.5");
        assertThat(answer.text()).contains("42703", "makers.after");
    }

    private void refuse(String path, String part) throws IOException {
        Shop.Answer answer = shop.get(path);
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(400);
        assertThat(answer.text()).as(path).contains("PLN103", part);
    }
}
