package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Caller;
import dev.plinth.data.run.KeptAnswers;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes that are sent again. */
class RepeatTest extends ShopTests {
    private static final String SHOW = "Prefer: return=representation";
    private static final String KEY = "Idempotency-Key: 5f0c";

    private static Shop.Answer add(String title, String... headers) throws IOException {
        return shop.send("POST", "history?select=title", "{\"title\":\"" + title + "\"}", headers);
    }

    private static String count() throws IOException {
        return shop.get("history?select=count()").text();
    }

    @Test
    void theSameAnswerIsGivenAgain() throws Exception {
        Shop.Answer first = add("a", KEY, SHOW);
        assertThat(first.toString()).isEqualTo("201 [{\"title\":\"a\"}]");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        Shop.Answer again = add("a", KEY, SHOW);
        assertThat(again).hasToString(first.toString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        for (String name :
                List.of("ETag", "Content-Type", "Content-Length", "Preference-Applied")) {
            assertThat(again.header(name)).isEqualTo(first.header(name)).isNotEmpty();
        }
        assertThat(count()).isEqualTo("[{\"count\":1}]");
        assertThat(add("b", KEY, SHOW).toString()).startsWith("422 ").contains("PLN112");
        assertThat(add("a", KEY).toString()).startsWith("422 ").contains("PLN112");
        shop.caller = Caller.administrator("2", "bob@example.org", "Bob");
        assertThat(add("b", KEY).toString()).isEqualTo("201 ");
        assertThat(add("b", KEY).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count()).isEqualTo("[{\"count\":2}]");
    }

    @Test
    void soAreThoseOfAllWrites() throws Exception {
        Shop.Answer changed = shop.send("PATCH", "tags?id=eq.1", "{\"id\":9}", SHOW, KEY + "1");
        assertThat(shop.send("PATCH", "tags?id=eq.1", "{\"id\":9}", SHOW, KEY + "1"))
                .hasToString("200 [{\"id\":9,\"label\":\"urgent\"}]")
                .hasToString(changed.toString());
        assertThat(shop.send("DELETE", "tags?id=eq.9", "", SHOW, KEY + "2").text())
                .isEqualTo(shop.send("DELETE", "tags?id=eq.9", "", SHOW, KEY + "2").text())
                .contains("urgent");
        String put = "{\"id\":5,\"label\":\"e\"}";
        assertThat(shop.send("PUT", "tags?id=eq.5", put, SHOW, KEY + "3").status())
                .isEqualTo(201)
                .isEqualTo(shop.send("PUT", "tags?id=eq.5", put, SHOW, KEY + "3").status());
        String batch =
                "[{\"method\":\"POST\",\"path\":\"history\",\"body\":{\"title\":\"x\"}},"
                        + "{\"method\":\"GET\",\"path\":\"history?select=title\"}]";
        assertThat(shop.send("POST", "", batch, KEY + "4").text())
                .contains("[{\"title\":\"x\"}]")
                .isEqualTo(shop.send("POST", "", batch, KEY + "4").text());
        assertThat(count()).isEqualTo("[{\"count\":1}]");
        assertThat(shop.get("tags?select=id", KEY + "1").text()).contains("[{");
        assertThat(shop.send("POST", "import/tags", "[]", KEY + "5").toString())
                .startsWith("400 ")
                .contains("PGRST127");
        assertThat(shop.send("POST", "tags", "[]", "Idempotency-Key: a b").toString())
                .startsWith("400 ")
                .contains("22023");
    }

    @Test
    void whatWasNotDoneIsNotKept() throws Exception {
        String twice = "{\"id\":1,\"label\":\"x\"}";
        assertThat(shop.send("POST", "tags", twice, KEY).toString())
                .startsWith("409 ")
                .contains("23505", "Key (id)=(1) already exists.");
        assertThat(shop.send("DELETE", "tags?id=eq.1", "", KEY).status()).isEqualTo(204);
        assertThat(add("a", KEY + "2", "Prefer: tx=rollback").status()).isEqualTo(201);
        assertThat(add("a", KEY + "2", "Prefer: tx=commit").status()).isEqualTo(201);
        assertThat(count()).isEqualTo("[{\"count\":1}]");
        shop.settings(new DataSettings(null, true, true, false, 30, 1000, false));
        assertThat(add("a", KEY).toString()).startsWith("400 ").contains("PLN102");
    }

    @Test
    void theAnswerIsThereIfAndOnlyIfTheRowIs() throws Exception {
        add("made ready", KEY + "0");
        shop.dieAtCommit(false);
        assertThat(add("a", KEY).status()).isGreaterThanOrEqualTo(500);
        assertThat(count()).isEqualTo("[{\"count\":1}]");
        shop.dieAtCommit(true);
        assertThat(add("a", KEY).status()).isGreaterThanOrEqualTo(500);
        assertThat(count()).isEqualTo("[{\"count\":2}]");
        Shop.Answer again = add("a", KEY);
        assertThat(again.toString()).isEqualTo("201 ");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(count()).isEqualTo("[{\"count\":2}]");
    }

    @Test
    void ofManyAtOnceOneWrites() throws Exception {
        List<Shop.Answer> answers =
                AtOnce.run(
                        6,
                        caller -> {
                            Shop.Answer answer = add("a", KEY, SHOW);
                            for (int i = 0; i < 100 && answer.status() == 409; i++) {
                                assertThat(answer.text()).contains("PLN113");
                                assertThat(answer.header("Retry-After")).isEqualTo("1");
                                answer = add("a", KEY, SHOW);
                            }
                            return answer;
                        });
        assertThat(answers).allSatisfy(a -> assertThat(a).hasToString("201 [{\"title\":\"a\"}]"));
        assertThat(answers.stream().filter(a -> a.header("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(count()).isEqualTo("[{\"count\":1}]");
    }

    @Test
    void oldAnswersAreForgotten() throws Exception {
        add("a", KEY);
        try (Connection connection = shop.connect()) {
            age(connection);
            add("a", KEY);
            assertThat(count()).isEqualTo("[{\"count\":2}]");
            String row = "{\"line\":\"" + "x".repeat(90) + "\"}";
            shop.send("POST", "log", "[" + (row + ",").repeat(300) + row + "]");
            String read = "{\"method\":\"GET\",\"path\":\"log\"}";
            String many = "[" + (read + ",").repeat(40) + read + "]";
            assertThat(shop.send("POST", "", many, KEY + "2").text()).hasSizeGreaterThan(1 << 20);
            Shop.Answer again = shop.send("POST", "", many, KEY + "2");
            assertThat(again).hasToString("200 ");
            assertThat(again.header("Content-Type")).isEmpty();
            assertThat(shop.dialect().inspector().inspect(connection, List.of()).model().tables())
                    .noneMatch(t -> t.name().name().toLowerCase(Locale.ROOT).contains("plinth"));
            KeptAnswers answers = new KeptAnswers(shop.dialect());
            Instant now = Instant.now().plusSeconds(5);
            assertThat(answers.forget(connection, now.minusSeconds(3600), 1)).isZero();
            assertThat(answers.forget(connection, now, 1)).isEqualTo(1);
            assertThat(answers.forget(connection, now, 9)).isEqualTo(1);
            assertThat(answers.forget(connection, now, 9)).isZero();
        }
    }

    private static void age(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE %s SET %s = '2020-01-01T00:00:00.000001Z'"
                            .formatted(
                                    shop.dialect().names().quote("plinth_answers"),
                                    shop.dialect().names().quote("sent_at")));
        }
    }
}
