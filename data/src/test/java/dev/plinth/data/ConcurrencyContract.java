package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes at the same moment, on every database. */
abstract class ConcurrencyContract {
    private static final int CALLERS = 6;
    private static final String SHOWN = "Prefer: return=representation";
    private Shop shop;

    abstract Dialect dialect();

    abstract TestDatabase database();

    @BeforeEach
    void open() throws SQLException, IOException {
        shop = new Shop(database(), dialect());
        shop.send("POST", "customers", "{\"id\":1,\"name\":\"Ada\"}");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** Whether a request may lose to others though it touches no row of theirs. */
    boolean mayBeToldToTryAgain() {
        return false;
    }

    private Shop.Answer historic(String title) throws IOException {
        return shop.send(
                "POST",
                "history?select=title,id",
                "[{\"title\":\"%s a\"},{\"title\":\"%s b\"}]".formatted(title, title),
                SHOWN);
    }

    @Test
    void whoInsertsSeesTheirOwnRows() throws Exception {
        List<List<String>> answers =
                AtOnce.run(
                        CALLERS,
                        caller -> {
                            List<String> ids = new ArrayList<>();
                            for (int i = 0; i < 8; i++) {
                                String title = caller + "-" + i;
                                Shop.Answer answer = historic(title);
                                while (mayBeToldToTryAgain() && answer.status() == 409) {
                                    answer = historic(title);
                                }
                                assertThat(answer.toString())
                                        .matches(
                                                "201 \\[\\{\"title\":\"%s a\",\"id\":\\d+},\\{\"title\":\"%s b\",\"id\":\\d+}]"
                                                        .formatted(title, title));
                                ids.addAll(
                                        Stream.of(answer.text().split("\"id\":"))
                                                .skip(1)
                                                .map(part -> part.replaceAll("\\D.*", ""))
                                                .toList());
                            }
                            return ids;
                        });
        assertThat(answers.stream().flatMap(List::stream))
                .hasSize(CALLERS * 16)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRowIsGivenToOneOfThoseWhoWantIt() throws Exception {
        int rows = 30;
        String orders =
                String.join(
                        ",",
                        IntStream.rangeClosed(1, rows)
                                .mapToObj(i -> "{\"id\":" + i + ",\"customer_id\":1,\"total\":1}")
                                .toList());
        assertThat(shop.send("POST", "orders", "[" + orders + "]").status()).isEqualTo(201);
        List<List<String>> taken =
                AtOnce.run(
                        CALLERS,
                        caller -> {
                            List<String> mine = new ArrayList<>();
                            for (int id = 1; id <= rows; id++) {
                                Shop.Answer answer =
                                        shop.send(
                                                "PATCH",
                                                "orders?select=id&state=eq.new&id=eq." + id,
                                                "{\"state\":\"paid\",\"note\":\"" + caller + "\"}",
                                                SHOWN);
                                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                                if (!answer.text().equals("[]")) {
                                    mine.add(answer.text());
                                }
                            }
                            return mine;
                        });
        assertThat(taken.stream().flatMap(List::stream)).hasSize(rows).doesNotHaveDuplicates();
    }

    @Test
    void aRowIsMadeOnceByThoseWhoUpsertIt() throws Exception {
        for (int id = 1; id <= 8; id++) {
            String row = "{\"id\":" + id + ",\"label\":\"tag " + id + "\"}";
            List<Shop.Answer> answers =
                    AtOnce.run(
                            CALLERS,
                            caller ->
                                    shop.send(
                                            "POST",
                                            "tags",
                                            "[" + row + "]",
                                            "Prefer: return=representation,"
                                                    + "resolution=merge-duplicates"));
            assertThat(answers)
                    .allSatisfy(
                            answer -> {
                                assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
                                assertThat(answer.text()).isEqualTo("[" + row + "]");
                            });
        }
        assertThat(shop.get("tags?select=count()").text()).isEqualTo("[{\"count\":8}]");
    }

    @Test
    void aRowIsMadeOnceByThoseWhoLeaveItAlone() throws Exception {
        for (int id = 1; id <= 8; id++) {
            String label = "tag " + id;
            int base = id * 100;
            List<Shop.Answer> answers =
                    AtOnce.run(
                            CALLERS,
                            caller ->
                                    shop.send(
                                            "POST",
                                            "tags?select=id&on_conflict=label",
                                            "[{\"id\":%d,\"label\":\"%s\"}]"
                                                    .formatted(base + caller, label),
                                            "Prefer: return=representation,"
                                                    + "resolution=ignore-duplicates"));
            assertThat(answers)
                    .allSatisfy(
                            answer ->
                                    assertThat(answer.status())
                                            .as(answer.toString())
                                            .isIn(200, 201));
            assertThat(answers.stream().map(Shop.Answer::text).filter(t -> !t.equals("[]")))
                    .hasSize(1);
        }
    }

    @Test
    void oneOfThoseWhoInsertTheSameKeySucceeds() throws Exception {
        List<Shop.Answer> answers =
                AtOnce.run(
                        CALLERS,
                        caller ->
                                shop.send(
                                        "POST", "tags", "{\"id\":1,\"label\":\"" + caller + "\"}"));
        assertThat(answers.stream().map(Shop.Answer::status))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
    }
}
