package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.data.request.Representation;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Several operations in one transaction. */
class BatchTest extends ShopTests {
    private static final String SHOW = "\"headers\":{\"Prefer\":\"return=representation\"}";

    /** An operation; its body is JSON or empty. */
    private static String operation(String method, String path, String body, String... more) {
        String members = more.length == 0 ? "" : "," + String.join(",", more);
        String sent = body.isEmpty() ? "" : ",\"body\":" + body;
        return "{\"method\":\"" + method + "\",\"path\":\"" + path + "\"" + sent + members + "}";
    }

    private static Shop.Answer batch(String... operations) throws IOException {
        return shop.send("POST", "/", "[" + String.join(",", operations) + "]");
    }

    private static String state() throws IOException {
        return shop.get("customers?order=id").text()
                + shop.get("orders?order=id").text()
                + shop.get("tags?order=id").text();
    }

    @Test
    void laterOperationsSeeEarlierOnes() throws Exception {
        Shop.Answer answer =
                batch(
                        operation("POST", "customers", "{\"id\":7,\"name\":\"Eva\"}"),
                        operation(
                                "POST",
                                "orders?select=total,customer:customers!orders_customer(name)",
                                "{\"customer_id\":7,\"total\":3}",
                                SHOW),
                        operation("PATCH", "/customers?id=eq.7", "{\"name\":\"E+v%\"}"),
                        operation(
                                "GET",
                                "customers?select=id,name&name=eq.E%2Bv%25",
                                "",
                                "\"headers\":{\"Accept\":\"text/csv\"}"),
                        operation(
                                "POST",
                                "tags",
                                "\"id,label\\n8,x\\n\"",
                                "\"headers\":{\"Content-Type\":\"text/csv\"}"),
                        operation("HEAD", "tags", ""),
                        operation("PUT", "tags?id=eq.8", "{\"id\":8,\"label\":\"y\"}", SHOW),
                        operation("DELETE", "tags?id=eq.8", ""));
        assertThat(answer.toString())
                .isEqualTo(
                        "200 ["
                                + "{\"status\":201,\"headers\":{\"Content-Range\":\"*/*\"},"
                                + "\"body\":null},"
                                + "{\"status\":201,\"headers\":{\"Content-Range\":\"*/*\","
                                + "\"ETag\":%s,\"Preference-Applied\":"
                                        .formatted(tag(answer.text(), 0))
                                + "\"return=representation\",\"Content-Type\":"
                                + "\"application/json; charset=utf-8\"},\"body\":"
                                + "[{\"total\":3.00,\"customer\":{\"name\":\"Eva\"}}]},"
                                + "{\"status\":204,\"headers\":{\"Content-Range\":\"0-0/*\"},"
                                + "\"body\":null},"
                                + "{\"status\":200,\"headers\":{\"Content-Type\":"
                                + "\"text/csv; charset=utf-8\",\"Content-Range\":\"0-0/*\"},"
                                + "\"body\":\"id,name\\n7,E+v%\"},"
                                + "{\"status\":201,\"headers\":{\"Content-Range\":\"*/*\"},"
                                + "\"body\":null},"
                                + "{\"status\":200,\"headers\":{\"Content-Type\":"
                                + "\"application/json; charset=utf-8\","
                                + "\"Content-Range\":\"0-2/*\"},\"body\":null},"
                                + "{\"status\":200,\"headers\":{\"ETag\":%s,"
                                        .formatted(tag(answer.text(), 1))
                                + "\"Preference-Applied\":\"return=representation\","
                                + "\"Content-Type\":\"application/json; charset=utf-8\"},"
                                + "\"body\":[{\"id\":8,\"label\":\"y\"}]},"
                                + "{\"status\":204,\"headers\":{\"Content-Range\":\"*/*\"},"
                                + "\"body\":null}]");
        assertThat(batch().toString()).isEqualTo("200 []");
        assertThat(shop.get("customers?id=eq.7&select=name").text())
                .isEqualTo("[{\"name\":\"E+v%\"}]");
    }

    /** The tag that a batch tells, as it is in the JSON. */
    private static String tag(String text, int which) {
        String from = text.split("\"ETag\":", -1)[which + 1];
        return from.substring(0, from.indexOf(",\"Pref"));
    }

    @Test
    void oneRefusalUndoesAll() throws Exception {
        String before = state();
        String fine = operation("POST", "customers", "{\"id\":7,\"name\":\"Eva\"}");
        String order =
                operation("POST", "orders", "{\"customer_id\":7,\"seller_id\":99,\"total\":3}");
        if (shop.dialect().limits().relations()) {
            assertThat(batch(fine, order).toString())
                    .startsWith("409 ")
                    .contains("23503", "\"operation\":2")
                    .doesNotContain("orders_customer");
        }
        String known = operation("POST", "customers", "{\"id\":1,\"name\":\"x\"}");
        assertThat(batch(fine, known).toString())
                .startsWith("409 ")
                .contains("23505", "Key (id)=(1) already exists.", "\"operation\":2");
        assertThat(batch(fine, fine).toString())
                .startsWith("409 ")
                .contains("23505", "\"operation\":2");
        assertThat(
                        batch(fine, operation("POST", "orders", "{\"customer_id\":7,\"total\":-1}"))
                                .toString())
                .startsWith("400 ")
                .contains("23514", "The total cannot be negative.", "\"operation\":2");
        assertThat(batch(fine, operation("DELETE", "customers", "")).toString())
                .startsWith("400 ")
                .contains("PLN101", "\"hint\":\"Add a filter", "\"operation\":2");
        assertThat(batch(fine, operation("GET", "custmers", "")).toString())
                .startsWith("404 ")
                .contains("PGRST205", "Perhaps you meant", "\"operation\":2");
        assertThat(
                        batch(
                                        fine,
                                        operation(
                                                "PATCH",
                                                "customers?id=eq.7",
                                                "{\"name\":\"x\"}",
                                                "\"headers\":{\"If-Match\":\"\\\"old\\\"\"}"))
                                .toString())
                .startsWith("412 ")
                .contains("PLN104", "\"operation\":2");
        Shop.Answer range =
                batch(
                        fine,
                        operation(
                                "GET",
                                "tags?offset=9",
                                "",
                                "\"headers\":{\"Prefer\":\"count=exact\"}"));
        assertThat(range.toString()).startsWith("416 ").contains("\"operation\":2");
        assertThat(range.header("Content-Range")).isEqualTo("*/2");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aTrialLeavesNothing() throws Exception {
        String before = state();
        String made = operation("POST", "customers", "{\"id\":7,\"name\":\"Eva\"}");
        String seen = operation("GET", "customers?select=name&id=eq.7", "");
        Shop.Answer trial =
                shop.send("POST", "", "[" + made + "," + seen + "]", "Prefer: tx=rollback");
        assertThat(trial.toString()).startsWith("200 ").contains("[{\"name\":\"Eva\"}]");
        assertThat(trial.header("Preference-Applied")).isEqualTo("tx=rollback");
        assertThat(
                        batch(
                                        made,
                                        operation(
                                                "DELETE",
                                                "tags?id=eq.1",
                                                "",
                                                "\"headers\":{\"Prefer\":\"tx=rollback\"}"))
                                .toString())
                .startsWith("200 ");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void eachOperationNeedsItsPermission() throws Exception {
        Grant makes =
                new Grant(shop.table("tags"), Set.of(Action.CREATE), Set.of(), Set.of(), null);
        shop.roles(new Role("r", "maker", "Maker", List.of(makes)));
        shop.caller = Caller.user("7", "bob@example.org", "Bob", Set.of("r"));
        String made = operation("POST", "tags", "{\"id\":3,\"label\":\"c\"}");
        assertThat(batch(made, operation("GET", "tags", "")).toString())
                .startsWith("403 ")
                .contains("42501", "\"operation\":2");
        assertThat(batch(made).status()).isEqualTo(200);
    }

    @Test
    void twoThatMeetBothComeThrough() throws Exception {
        List<Shop.Answer> answers =
                AtOnce.run(
                        4,
                        caller -> {
                            int first = 1 + caller % 2;
                            return batch(
                                    operation("GET", "customers?select=id", ""),
                                    operation(
                                            "PATCH",
                                            "customers?id=eq." + first,
                                            "{\"name\":\"" + caller + "\"}"),
                                    operation(
                                            "PATCH",
                                            "customers?id=eq." + (3 - first),
                                            "{\"name\":\"" + caller + "\"}"),
                                    operation("POST", "history", "{\"title\":\"" + caller + "\"}"));
                        });
        long done = answers.stream().filter(a -> a.status() == 200).count();
        assertThat(answers)
                .allSatisfy(a -> assertThat(a.toString()).containsPattern("^200 |^409 .*40001"));
        assertThat(done).isPositive();
        assertThat(shop.get("history?select=count()").text())
                .isEqualTo("[{\"count\":" + done + "}]");
        assertThat(shop.get("customers?select=name").text())
                .matches("\\[\\{\"name\":\"(\\d)\"},\\{\"name\":\"\\1\"}]");
    }

    @Test
    void whatIsNoBatchIsRefused() throws Exception {
        assertThat(shop.send("POST", "", "{}").toString()).startsWith("400 ").contains("PGRST102");
        assertThat(shop.send("POST", "", "").toString()).startsWith("400 ").contains("PGRST102");
        assertThat(shop.send("POST", "", "id\n1", "Content-Type: text/csv").status())
                .isEqualTo(415);
        assertThat(shop.send("POST", "", "[]", "Accept: text/csv").status()).isEqualTo(406);
        assertThat(batch(operation("GET", "", "")).toString())
                .contains("PGRST127", "\"operation\":1");
        assertThat(batch(operation("POST", "import/tags", "[]")).toString()).contains("PGRST127");
        assertThat(batch(operation("OPTIONS", "tags", "")).status()).isEqualTo(405);
        assertThat(batch("{\"method\":\"GET\"}").toString())
                .startsWith("400 ")
                .contains("\"operation\":1");
        assertThat(batch("{\"method\":\"GET\",\"path\":\"tags\",\"x\":1}").status()).isEqualTo(400);
        assertThat(batch(operation("GET", "tags", "", "\"headers\":[1]")).status()).isEqualTo(400);
        String[] many = new String[1001];
        Arrays.fill(many, operation("GET", "tags", ""));
        assertThat(batch(many).toString()).startsWith("413 ").contains("PLN107");
        assertThat(
                        batch(
                                        operation(
                                                "GET",
                                                "tags",
                                                "",
                                                "\"headers\":{\"Accept\":\""
                                                        + Representation.WORKBOOK_TYPE
                                                        + "\"}"))
                                .toString())
                .startsWith("406 ")
                .contains("PGRST107", "\"operation\":1");
        for (String odd :
                List.of(
                        "null",
                        "7",
                        "[]",
                        "{}",
                        "{\"method\":1,\"path\":\"tags\"}",
                        "{\"method\":\"GET\",\"path\":\"?id=eq.1\"}",
                        "{\"method\":\"GET\",\"path\":\"%zz\"}",
                        "{\"method\":\"GET\",\"path\":\"a/b\"}",
                        "{\"method\":\"GET\",\"path\":\"tags\",\"headers\":{\"a\":null}}",
                        "{\"method\":\"POST\",\"path\":\"tags\"}",
                        "{\"method\":\"POST\",\"path\":\"tags\",\"body\":\"x\"}",
                        "{\"method\":\"POST\",\"path\":\"tags\",\"headers\":{\"Content-Type\":\"a\"}}")) {
            assertThat(batch(odd).toString()).as(odd).startsWith("4");
        }
        String follow = "\"headers\":{\"Accept\":\"text/event-stream\"}";
        assertThat(batch(operation("GET", "tags", "", follow)).toString()).contains("PLN111");
        assertThat(shop.send("OPTIONS", "", "").header("Allow")).isEqualTo("OPTIONS,GET,HEAD,POST");
    }

    @Test
    void answersThatAreTooLongAreRefused() throws Exception {
        // What counts is what was answered, wherever it is from.
        assumeThat(database).isSameAs(TestDatabases.H2);
        for (int i = 0; i < 3; i++) {
            shop.send("POST", "log", logged(1000));
        }
        String[] lists = new String[150];
        Arrays.fill(lists, operation("GET", "log", ""));
        assertThat(batch(lists).toString()).startsWith("413 ").contains("PLN107", "\"operation\":");
    }

    private static String logged(int rows) {
        String line = "{\"line\":\"" + "x".repeat(90) + "\"}";
        return "[" + String.join(",", Collections.nCopies(rows, line)) + "]";
    }
}
