package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Expression;
import dev.plinth.testing.TestDatabases;
import dev.plinth.testing.requests.RandomRequests;
import dev.plinth.testing.requests.Seeds;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The same request for the same rows has the same answer, whatever the database behind. */
class SameAnswerTest {
    private static final Caller ADMINISTRATOR = Caller.administrator("1", "ada@example.org", "Ada");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final Map<String, Shop> SHOPS = new LinkedHashMap<>();

    @BeforeAll
    static void open() throws SQLException, IOException {
        SHOPS.put("h2", Samples.open(TestDatabases.H2, Dialects.named("h2")));
        SHOPS.put("hsqldb", Samples.open(TestDatabases.HSQLDB, Dialects.named("hsqldb")));
        SHOPS.put("derby", Samples.open(TestDatabases.DERBY, Dialects.named("derby")));
        SHOPS.put("sqlite", Samples.open(TestDatabases.SQLITE, Dialects.named("sqlite")));
        SHOPS.put("duckdb", Samples.open(TestDatabases.DUCKDB, Dialects.named("duckdb")));
        SHOPS.put("postgres", Samples.open(TestDatabases.POSTGRESQL, Dialects.named("postgres")));
        SHOPS.put("mariadb", Samples.open(TestDatabases.MARIADB, Dialects.named("mariadb")));
    }

    @AfterAll
    static void close() {
        SHOPS.values().forEach(Shop::close);
    }

    @Test
    void readsAreAnsweredAlike() {
        compare(250);
    }

    @Test
    void valuesThatADatabaseLacksAreRefused() throws IOException {
        for (String name : List.of("sqlite", "mariadb")) {
            Shop shop = Objects.requireNonNull(SHOPS.get(name));
            assertThat(shop.get("samples?ratio=eq.NaN").toString())
                    .startsWith("400")
                    .contains("22003");
            String row = "{\"part\":\"a\",\"number\":99,\"ratio\":\"NaN\"}";
            assertThat(shop.send("POST", "samples", row).toString())
                    .startsWith("400")
                    .contains("22003");
        }
    }

    @Test
    void soAreThoseOfCallersWhoSeeLess() {
        SHOPS.values().forEach(SameAnswerTest::showLess);
        try {
            compare(200);
        } finally {
            SHOPS.values().forEach(shop -> shop.caller = ADMINISTRATOR);
        }
    }

    @Test
    void whatIsWrittenNestedIsWrittenAlike() {
        Seeds.each(
                60,
                random -> {
                    String batch = new RandomBodies(random).next();
                    String expected = written("postgres", batch);
                    assertThat(expected).doesNotStartWith("5");
                    for (String name : List.of("h2", "hsqldb", "sqlite", "mariadb")) {
                        assertThat(written(name, batch))
                                .as(name + " beside postgres: " + batch)
                                .isEqualTo(expected);
                    }
                });
    }

    /** What a batch that is only tried leads to, rows of a table in any order. */
    private static String written(String name, String batch) throws IOException {
        Shop.Answer answer =
                Objects.requireNonNull(SHOPS.get(name))
                        .send("POST", "", batch, "Prefer: tx=rollback");
        JsonNode told = JSON.readTree(answer.text());
        if (told.at("/code").asString().startsWith("23") && told.at("/details/1").isMissingNode()) {
            // Of all that is wrong with a statement each database tells something else.
            return "refused by the database";
        }
        if (answer.status() != 200) {
            return answer.status() + " " + told.at("/code") + told.at("/details");
        }
        StringBuilder all = new StringBuilder();
        for (JsonNode part : told) {
            all.append(part.at("/status")).append(' ');
            List<String> rows = new ArrayList<>();
            part.at("/body").forEach(row -> rows.add(row.toString()));
            rows.stream().sorted().forEach(all::append);
        }
        return all.toString();
    }

    static void showLess(Shop shop) {
        Set<Action> read = Set.of(Action.READ);
        Grant some =
                new Grant(
                        shop.table("samples"),
                        read,
                        Set.of(),
                        Set.of(),
                        cel("(whole == null || whole > 0) && name != 'bob' && part != user.name"));
        Grant most =
                new Grant(
                        shop.table("samples"),
                        read,
                        Set.of(shop.column("samples", "state"), shop.column("samples", "price")),
                        Set.of(),
                        cel("day > date('2000-01-01') || notes.contains('line')"));
        Grant parts =
                new Grant(shop.table("parts"), read, Set.of(), Set.of(), cel("title != 'Two'"));
        Grant makers = new Grant(shop.table("makers"), read, Set.of(), Set.of(), null);
        shop.roles(new Role("r", "reader", "Reader", List.of(some, most, parts, makers)));
        shop.caller = Caller.user("7", "bob@example.org", "z", Set.of("r"));
    }

    private static Expression cel(String text) {
        return new Expression(Expression.Language.CEL, text);
    }

    private static void compare(int count) {
        Seeds.each(
                count,
                random -> {
                    String path = new RandomRequests(random).next();
                    Map<String, String> answers = new LinkedHashMap<>();
                    for (var shop : SHOPS.entrySet()) {
                        if (shop.getKey().equals("derby") && path.hashCode() % 4 != 0) {
                            // It compiles each statement to a class of Java, which takes long.
                            continue;
                        }
                        if (shop.getValue().lacks(path)) {
                            assertThat(shop.getValue().get(path).toString())
                                    .startsWith("400")
                                    .contains("PLN102");
                            continue;
                        }
                        answers.put(shop.getKey(), answer(shop.getValue(), path));
                    }
                    for (var answer : answers.entrySet()) {
                        assertThat(answer.getValue())
                                .as(answer.getKey() + " beside postgres: " + path)
                                .isEqualTo(answers.get("postgres"));
                    }
                });
    }

    /** Spaces in documents aside, which PostgreSQL puts there. */
    private static String answer(Shop shop, String path) throws IOException {
        Shop.Answer answer = shop.get(path, "Prefer: count=exact");
        return answer.status()
                + " "
                + JSON.readTree(answer.text())
                + "\n"
                + answer.header("Content-Range")
                + " "
                + answer.header("Next-Cursor");
    }
}
