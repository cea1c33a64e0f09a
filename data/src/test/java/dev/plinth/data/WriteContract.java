package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Caller;
import dev.plinth.data.run.Outbox;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What writes do on every database. */
abstract class WriteContract {
    private static final String SHOW = "Prefer: return=representation";
    private static final String SINGLE = "Accept: application/vnd.pgrst.object+json";
    Shop shop;

    abstract Dialect dialect();

    abstract TestDatabase database();

    @BeforeEach
    void open() throws SQLException, IOException {
        shop = new Shop(database(), dialect());
        send("POST", "customers", "[{\"id\":1,\"name\":\"Ada\"},{\"id\":2,\"name\":\"Bob\"}]");
        send("POST", "orders", "{\"customer_id\":1,\"total\":5}");
        send("POST", "tags", "[{\"id\":1,\"label\":\"urgent\"},{\"id\":2,\"label\":\"gift\"}]");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Shop.Answer send(String method, String path, String body, String... headers)
            throws IOException {
        return shop.send(method, path, body, headers);
    }

    private String rows(String path) throws IOException {
        return shop.get(path).text();
    }

    @Test
    void insertsAndShowsTheRow() throws IOException {
        Shop.Answer answer =
                send(
                        "POST",
                        "orders?select=id,total,note,customer:customer_id(name)",
                        "{\"customer_id\":2,\"total\":\"1.50\",\"note\":null}",
                        SHOW,
                        SINGLE);
        assertThat(answer.toString())
                .isEqualTo(
                        "201 {\"id\":2,\"total\":1.50,\"note\":null,\"customer\":{\"name\":\"Bob\"}}");
        assertThat(answer.header("Preference-Applied")).isEqualTo("return=representation");
        assertThat(answer.header("ETag")).isNotEmpty();
    }

    @Test
    void valuesThatCannotBeKeptAreRefused() throws IOException {
        Shop.Answer half = send("POST", "customers", "{\"id\":7,\"name\":\"\\ud800x\"}");
        assertThat(half.toString()).startsWith("400").contains("PGRST102", "half of a character");
        assertThat(send("POST", "tags", "{\"id\":7,\"label\":\"\\ud83d\\ude00\"}").status())
                .isEqualTo(201);
        assertThat(rows("tags?select=label&id=eq.7")).isEqualTo("[{\"label\":\"😀\"}]");
    }

    @Test
    void fractionsOfASecondAreRoundedEverywhere() throws IOException {
        send(
                "POST",
                "customers",
                """
                [{"id":7,"name":"a","joined":"2024-02-29T23:59:59.1234567"},
                 {"id":8,"name":"b","joined":"2024-02-29T23:59:59.9999996"},
                 {"id":9,"name":"c","joined":"2024-02-29T23:59:59.1234564"}]
                """);
        assertThat(rows("customers?select=joined&id=gt.6&order=id"))
                .isEqualTo(
                        "[{\"joined\":\"2024-02-29T23:59:59.123457\"},"
                                + "{\"joined\":\"2024-03-01T00:00:00\"},"
                                + "{\"joined\":\"2024-02-29T23:59:59.123456\"}]");
    }

    @Test
    void upsertsGoByAKeyThatThereIs() throws IOException {
        String merge = "Prefer: resolution=merge-duplicates";
        for (String columns : List.of("name", "id,name", "country")) {
            Shop.Answer answer =
                    send(
                            "POST",
                            "customers?on_conflict=" + columns,
                            "{\"id\":9,\"name\":\"Ada\",\"country\":\"DE\"}",
                            merge);
            assertThat(answer.toString()).startsWith("400").contains("42P10");
        }
        assertThat(rows("customers?select=id&order=id")).isEqualTo("[{\"id\":1},{\"id\":2}]");
    }

    @Test
    void insertsManyInTheirOrder() throws IOException {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 1200; i > 0; i--) {
            rows.append("{\"id\":").append(i + 10).append(",\"name\":\"n").append(i).append("\"},");
        }
        rows.setCharAt(rows.length() - 1, ']');
        String answer = send("POST", "customers?select=id", rows.toString(), SHOW).text();
        assertThat(answer).startsWith("[{\"id\":1210},{\"id\":1209},").endsWith(",{\"id\":11}]");
        assertThat(answer.split("id", -1)).hasSize(1201);
    }

    @Test
    void saysWhereTheRowIs() throws IOException {
        Shop.Answer answer =
                send(
                        "POST",
                        "lines",
                        "{\"order_id\":1,\"line_no\":7,\"product\":\"x\",\"quantity\":1}",
                        "Prefer: return=headers-only");
        assertThat(answer.toString()).isEqualTo("201 ");
        assertThat(answer.header("Location")).isEqualTo("/lines?order_id=eq.1&line_no=eq.7");
    }

    @Test
    void takesDefaultsForWhatIsMissing() throws IOException {
        send(
                "POST",
                "orders",
                "[{\"customer_id\":1,\"total\":1},{\"customer_id\":1,\"total\":2,\"note\":\"x\"}]",
                "Prefer: missing=default");
        assertThat(rows("orders?select=note&id=gt.1&order=id"))
                .isEqualTo("[{\"note\":\"none\"},{\"note\":\"x\"}]");
        assertThat(send("POST", "orders", "[{\"customer_id\":1,\"total\":1},{\"total\":2}]").text())
                .contains("PGRST102");
        Shop.Answer patched =
                send(
                        "PATCH",
                        "orders?columns=total,note&id=eq.3&select=total,note",
                        "{\"total\":7}",
                        "Prefer: missing=default, return=representation");
        if (dialect().queries().canUpdateToDefault()) {
            assertThat(patched).hasToString("200 [{\"total\":7.00,\"note\":\"none\"}]");
        } else {
            assertThat(patched.toString()).startsWith("400").contains("PLN102");
        }
        assertThat(
                        send(
                                        "POST",
                                        "customers?columns=id,name&select=id,name,big",
                                        "{\"id\":9,\"name\":\"Z\",\"big\":3,\"other\":1}",
                                        SHOW)
                                .text())
                .isEqualTo("[{\"id\":9,\"name\":\"Z\",\"big\":null}]");
    }

    @Test
    void givesUuidsAndComputedColumns() throws IOException {
        assertThat(
                        send("POST", "tasks?select=title,done,doubled", "{\"title\":\"ab\"}", SHOW)
                                .text())
                .isEqualTo("[{\"title\":\"ab\",\"done\":false,\"doubled\":\"abab\"}]");
        assertThat(send("POST", "tasks", "{\"title\":\"a\",\"doubled\":\"b\"}").toString())
                .startsWith("400")
                .contains("428C9");
    }

    @Test
    void readsCsv() throws IOException {
        assertThat(
                        send(
                                        "POST",
                                        "customers?select=id,name,country",
                                        "id,name,country\n5,\"A, \"\"b\"\"\",NULL\n6,c,DE\n",
                                        "Content-Type: text/csv",
                                        "Accept: text/csv",
                                        SHOW)
                                .text())
                .isEqualTo("id,name,country\n5,\"A, \"\"b\"\"\",\n6,c,DE");
    }

    @Test
    void updatesAndDeletes() throws IOException {
        Shop.Answer answer =
                send(
                        "PATCH",
                        "customers?id=eq.1&select=name,orders!orders_customer(total)",
                        "{\"name\":\"Eva\"}",
                        SHOW);
        assertThat(answer.toString())
                .isEqualTo("200 [{\"name\":\"Eva\",\"orders\":[{\"total\":5.00}]}]");
        assertThat(answer.header("Content-Range")).isEqualTo("0-0/*");
        assertThat(send("PATCH", "tags?id=eq.2", "{\"id\":20}", SHOW).text())
                .isEqualTo("[{\"id\":20,\"label\":\"gift\"}]");
        assertThat(send("PATCH", "customers?id=eq.9", "{\"name\":\"x\"}").toString())
                .isEqualTo("204 ");
        assertThat(send("DELETE", "tags?id=eq.20&select=label", "", SHOW).toString())
                .isEqualTo("200 [{\"label\":\"gift\"}]");
        assertThat(send("DELETE", "tags?id=eq.1", "").toString()).isEqualTo("204 ");
        assertThat(rows("tags")).isEqualTo("[]");
    }

    @Test
    void refusesToTouchAllRowsUnasked() throws IOException {
        assertThat(send("DELETE", "tags", "").toString()).startsWith("400").contains("PLN101");
        assertThat(send("PATCH", "tags", "{\"label\":\"x\"}").toString())
                .startsWith("400")
                .contains("PLN101");
        assertThat(send("DELETE", "tags", "", "Prefer: max-affected=1").toString())
                .startsWith("400")
                .contains("PGRST124", "2 rows");
        assertThat(rows("tags?select=id&order=id")).isEqualTo("[{\"id\":1},{\"id\":2}]");
        assertThat(send("DELETE", "tags", "", "Prefer: max-affected=2").status()).isEqualTo(204);
        assertThat(rows("tags")).isEqualTo("[]");
    }

    @Test
    void upsertsRowsInTheirOrder() throws IOException {
        StringBuilder rows = new StringBuilder("[");
        for (int i = 1; i <= 700; i++) {
            rows.append("{\"id\":%d,\"label\":\"l%d\"},".formatted(i, i));
        }
        rows.append("{\"id\":3,\"label\":\"x\"},{\"id\":900,\"label\":\"l3\"},");
        rows.append("{\"id\":900,\"label\":\"y\"},{\"id\":2,\"label\":\"l3\"}]");
        Shop.Answer answer =
                send(
                        "POST",
                        "tags?select=id",
                        rows.toString(),
                        SHOW,
                        "Prefer: resolution=merge-duplicates, count=exact");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Content-Range")).isEqualTo("*/704");
        assertThat(answer.text()).endsWith("{\"id\":3},{\"id\":900},{\"id\":900},{\"id\":2}]");
        assertThat(rows("tags?id=in.(1,2,3,900)&order=id&select=label"))
                .isEqualTo(
                        "[{\"label\":\"l1\"},{\"label\":\"l3\"},{\"label\":\"x\"},{\"label\":\"y\"}]");
    }

    @Test
    void upserts() throws IOException {
        Shop.Answer merged =
                send(
                        "POST",
                        "tags",
                        "[{\"id\":2,\"label\":\"new\"},{\"id\":3,\"label\":\"c\"}]",
                        SHOW,
                        "Prefer: resolution=merge-duplicates");
        assertThat(merged.toString())
                .isEqualTo("201 [{\"id\":2,\"label\":\"new\"},{\"id\":3,\"label\":\"c\"}]");
        assertThat(
                        send(
                                        "POST",
                                        "tags",
                                        "[{\"id\":2,\"label\":\"x\"},{\"id\":4,\"label\":\"d\"}]",
                                        SHOW,
                                        "Prefer: resolution=ignore-duplicates")
                                .toString())
                .isEqualTo("201 [{\"id\":4,\"label\":\"d\"}]");
        assertThat(
                        send(
                                        "POST",
                                        "tags?on_conflict=label",
                                        "[{\"id\":44,\"label\":\"d\"}]",
                                        SHOW,
                                        "Prefer: resolution=merge-duplicates")
                                .toString())
                .isEqualTo("200 [{\"id\":44,\"label\":\"d\"}]");
        assertThat(send("PUT", "tags?id=eq.5", "{\"id\":5,\"label\":\"e\"}", SHOW).toString())
                .isEqualTo("201 [{\"id\":5,\"label\":\"e\"}]");
        assertThat(send("PUT", "tags?id=eq.5", "{\"id\":5,\"label\":\"f\"}", SHOW).toString())
                .isEqualTo("200 [{\"id\":5,\"label\":\"f\"}]");
        assertThat(send("PUT", "tags?id=eq.6", "{\"id\":5,\"label\":\"f\"}").text())
                .contains("PGRST115");
        assertThat(send("PUT", "tags?label=eq.f", "{\"id\":5,\"label\":\"f\"}").text())
                .contains("PGRST105");
    }

    @Test
    void rollsBackOnRequest() throws IOException {
        assertThat(send("DELETE", "tags?id=eq.1", "", "Prefer: tx=rollback").status())
                .isEqualTo(204);
        assertThat(rows("tags?select=id&id=eq.1")).isEqualTo("[{\"id\":1}]");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(send("POST", "tags", "{\"id\":1,\"label\":\"other\"}").toString())
                .startsWith("409")
                .contains("23505")
                .doesNotContain("INSERT");
        assertThat(send("POST", "tags", "{\"id\":7,\"label\":\"gift\"}").toString())
                .startsWith("409")
                .contains("23505", "Key (label)=(gift) already exists.");
        if (dialect().limits().relations()) {
            assertThat(send("POST", "orders", "{\"customer_id\":99,\"total\":1}").toString())
                    .startsWith("409")
                    .contains("23503", "customers");
            assertThat(send("DELETE", "customers?id=eq.1", "").toString())
                    .startsWith("409")
                    .contains("23503");
        }
        assertThat(send("POST", "customers", "{\"id\":10}").toString())
                .startsWith("400")
                .contains("23502", "name");
        assertThat(send("POST", "customers", "{\"id\":10,\"name\":\"x\",\"nope\":1}").toString())
                .startsWith("400")
                .contains("PGRST204", "nope");
        assertThat(send("POST", "customers", "{\"id\":1.5,\"name\":\"x\"}").toString())
                .startsWith("400")
                .contains("22P02", "\"column\":\"id\"");
        assertThat(
                        send(
                                        "POST",
                                        "customers",
                                        "[{\"id\":\"a\",\"name\":\"x\",\"big\":1},"
                                            + "{\"id\":12,\"name\":\"x\",\"big\":99999999999999999999}]")
                                .toString())
                .startsWith("400")
                .contains("PLN105", "\"row\":\"1\"", "\"row\":\"2\"", "\"column\":\"big\"");
        assertThat(send("POST", "customers", "{").text()).contains("PGRST102");
        assertThat(
                        send("POST", "orders", "{\"customer_id\":1,\"total\":1,\"state\":\"odd\"}")
                                .text())
                .contains("22P02", "new, paid, off");
    }

    @Test
    void validatesBeforeItWrites() throws IOException {
        assertThat(send("POST", "orders", "{\"customer_id\":1,\"total\":-1}").toString())
                .startsWith("400")
                .contains("23514", "The total cannot be negative.", "\"column\":\"total\"");
        assertThat(
                        send(
                                        "POST",
                                        "orders",
                                        "{\"customer_id\":1,\"total\":-1,\"note\":\"012345678901234567890\"}")
                                .text())
                .contains("PLN105", "The total cannot be negative.", "note_short");
        assertThat(send("PATCH", "orders?id=eq.1", "{\"total\":-2}").toString())
                .startsWith("400")
                .contains("The total cannot be negative.");
        assertThat(rows("orders?select=total")).isEqualTo("[{\"total\":5.00}]");
    }

    @Test
    void keepsNumbersExactBothWays() throws IOException {
        send(
                "POST",
                "customers",
                "{\"id\":8,\"name\":\"x\",\"big\":9007199254740993,\"credit\":12345678901234.567891}");
        assertThat(rows("customers?select=big,credit&id=eq.8"))
                .isEqualTo("[{\"big\":9007199254740993,\"credit\":12345678901234.567891}]");
        send(
                "POST",
                "customers",
                "{\"id\":9,\"name\":\"x\",\"big\":\"9007199254740995\",\"credit\":\"12345678901234.567893\"}");
        assertThat(rows("customers?select=big,credit&id=eq.9"))
                .isEqualTo("[{\"big\":9007199254740995,\"credit\":12345678901234.567893}]");
        assertThat(
                        send("POST", "customers", "{\"id\":10,\"name\":\"x\",\"credit\":0.1234567}")
                                .text())
                .contains("22003");
    }

    @Test
    void refusesToOverwriteWhatChanged() throws IOException {
        Shop.Answer read = shop.get("tags?id=eq.1", SINGLE);
        String tag = read.header("ETag");
        assertThat(tag).isNotEmpty();
        assertThat(shop.get("tags?id=eq.1", SINGLE, "If-None-Match: " + tag).status())
                .isEqualTo(304);
        Shop.Answer written =
                send("PATCH", "tags?id=eq.1", "{\"label\":\"mine\"}", SHOW, "If-Match: " + tag);
        assertThat(written.status()).isEqualTo(200);
        assertThat(written.header("ETag")).isNotEmpty().isNotEqualTo(tag);
        Shop.Answer late =
                send("PATCH", "tags?id=eq.1", "{\"label\":\"theirs\"}", "If-Match: " + tag);
        assertThat(late.toString())
                .startsWith("412")
                .contains("PLN104", "\"details\":{\"id\":1,\"label\":\"mine\"}");
        assertThat(send("DELETE", "tags?id=eq.1", "", "If-Match: " + tag).status()).isEqualTo(412);
        assertThat(rows("tags?select=label&id=eq.1")).isEqualTo("[{\"label\":\"mine\"}]");
    }

    @Test
    void runsTriggers() throws IOException, SQLException {
        shop.caller = Caller.administrator("7", "eve@example.org", "Eve");
        send("POST", "tasks", "{\"title\":\"dig\"}");
        assertThat(
                        send("PATCH", "tasks?title=eq.dig&select=done_by", "{\"done\":true}", SHOW)
                                .text())
                .isEqualTo("[{\"done_by\":\"Eve\"}]");
        send("DELETE", "tasks?title=eq.dig", "");
        assertThat(rows("history?select=title"))
                .isEqualTo("[{\"title\":\"dig\"},{\"title\":\"dig\"},{\"title\":\"dig\"}]");
        try (Connection connection = shop.connect()) {
            Outbox outbox = new Outbox(dialect());
            List<Outbox.Call> due = outbox.due(connection, Instant.now().plusSeconds(5), 10);
            assertThat(due).hasSize(1);
            assertThat(due.getFirst().url()).isEqualTo("https://example.org/hook");
            assertThat(due.getFirst().body())
                    .contains("\"type\":\"DELETE\"", "\"title\":\"dig\"", "\"done\":true");
            Instant later = Instant.now().plusSeconds(60);
            assertThat(outbox.postpone(connection, due.getFirst(), later)).isTrue();
            assertThat(outbox.postpone(connection, due.getFirst(), later)).isFalse();
            assertThat(outbox.due(connection, Instant.now().plusSeconds(5), 10)).isEmpty();
            outbox.done(connection, due.getFirst());
            assertThat(outbox.due(connection, later.plusSeconds(1), 10)).isEmpty();
        }
    }

    @Test
    void aFailedWriteLeavesNothing() throws IOException {
        send("POST", "tasks", "[{\"title\":\"a\"},{\"title\":null}]");
        assertThat(rows("tasks")).isEqualTo("[]");
        assertThat(rows("history")).isEqualTo("[]");
    }

    @Test
    void writesTablesWithoutAKey() throws IOException {
        assertThat(
                        send(
                                        "POST",
                                        "log",
                                        "[{\"line\":\"a\",\"level\":1},{\"line\":\"b\",\"level\":2}]")
                                .status())
                .isEqualTo(201);
        assertThat(send("PATCH", "log?line=eq.a", "{\"level\":3}").status()).isEqualTo(204);
        assertThat(rows("log?select=level&order=level")).isEqualTo("[{\"level\":2},{\"level\":3}]");
        boolean has = shop.catalog().dialect().queries().rowAddress().isPresent();
        shows(
                has,
                "[{\"line\":\"b\",\"level\":4}]",
                send("PATCH", "log?line=eq.b", "{\"level\":4}", SHOW));
        Shop.Answer inserted = send("POST", "log", "{\"line\":\"c\",\"level\":5}", SHOW);
        shows(isGivenBack(), 201, "[{\"line\":\"c\",\"level\":5}]", inserted);
        shows(has, "[{\"line\":\"a\",\"level\":3}]", send("DELETE", "log?line=eq.a", "", SHOW));
        assertThat(rows("log?line=eq.a")).isEqualTo(has ? "[]" : "[{\"line\":\"a\",\"level\":3}]");
    }

    /** Whether an insert gives back what the database calls its row by. */
    private boolean isGivenBack() {
        Queries queries = dialect().queries();
        return queries.rowAddress()
                .flatMap(
                        address ->
                                queries.returning(
                                        "INSERT", false, List.of(address.sql()), List.of()))
                .isPresent();
    }

    private static void shows(boolean has, String rows, Shop.Answer answer) {
        shows(has, 200, rows, answer);
    }

    private static void shows(boolean has, int status, String rows, Shop.Answer answer) {
        if (has) {
            assertThat(answer.toString()).isEqualTo(status + " " + rows);
        } else {
            refusesWithoutKey(answer);
        }
    }

    private static void refusesWithoutKey(Shop.Answer answer) {
        assertThat(answer.toString()).startsWith("400").contains("PLN106", "primary key");
    }

    @Test
    void doesNotTakeAColumnForWhatTheDatabaseCallsARowBy() throws IOException {
        send("POST", "shadows", "[{\"rowid\":1,\"note\":\"a\"},{\"rowid\":1,\"note\":\"b\"}]");
        Shop.Answer shown = send("PATCH", "shadows?note=eq.a", "{\"note\":\"c\"}", SHOW);
        boolean has = Set.of("h2", "postgres").contains(dialect().name());
        shows(has, "[{\"rowid\":1,\"note\":\"c\"}]", shown);
        assertThat(rows("shadows?select=note&order=note"))
                .isEqualTo(
                        "[{\"note\":\""
                                + (has ? "b\"},{\"note\":\"c" : "a\"},{\"note\":\"b")
                                + "\"}]");
    }
}
