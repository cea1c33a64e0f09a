package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.data.request.Representation;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What an import does on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportContract {
    private static final String CSV = "Content-Type: text/csv";
    private static final String SKIP = "Prefer: invalid=skip";
    private static final String TRIAL = "Prefer: tx=rollback";
    private static final Caller ADA = Caller.administrator("1", "ada@example.org", "Ada");
    private Shop shop;

    abstract Dialect dialect();

    abstract TestDatabase database();

    @BeforeAll
    void open() throws SQLException {
        shop = new Shop(database(), dialect());
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @BeforeEach
    void empty() throws IOException {
        shop.caller = ADA;
        for (String table : List.of("order_tags", "lines", "orders", "customers", "tags", "log")) {
            Requests.Answer gone = shop.send("DELETE", table, "", "Prefer: max-affected=100000");
            assertThat(gone.status()).as(gone.toString()).isEqualTo(204);
        }
        post("customers", "id,name,country\n1,Ada,DE\n2,Bob,FR\n");
    }

    private Requests.Answer post(String path, String body, String... headers) throws IOException {
        String[] all = new String[headers.length + 1];
        all[0] = CSV;
        System.arraycopy(headers, 0, all, 1, headers.length);
        return shop.send("POST", "import/" + path, body, all);
    }

    private String rows(String path) throws IOException {
        return shop.get(path).text();
    }

    private boolean comesBack() throws SQLException {
        try (Connection connection = shop.connect()) {
            return connection.getMetaData().supportsSavepoints();
        }
    }

    @Test
    void bodiesThatBreakOffAreRefused() throws IOException {
        for (String body : List.of("[{\"id\":", "[[[", "x", "", "{\"id\":1}", "[1]")) {
            Shop.Answer answer = shop.send("POST", "import/customers", body);
            assertThat(answer.toString()).as(body).startsWith("400").contains("PGRST102");
        }
        assertThat(
                        shop.send("POST", "import/customers", "nope\n1\n", "Content-Type: text/csv")
                                .toString())
                .startsWith("400")
                .contains("PGRST204");
        // A file without a header, whose only line is a row.
        assertThat(shop.send("POST", "customers", "77,Zed\n", "Content-Type: text/csv").toString())
                .startsWith("400")
                .contains("PGRST204");
    }

    @Test
    void takesManyRows() throws IOException {
        StringBuilder csv = new StringBuilder("\uFEFFid,name,credit,active,joined\r\n");
        for (int i = 10; i < 5010; i++) {
            csv.append(i).append(",\"n, \"\"").append(i).append("\"\"\",").append(i).append(".5,");
            csv.append(i % 2 == 0 ? "true," : ",").append("2024-01-31T10:20:30\r\n");
        }
        Requests.Answer answer = post("customers", csv.toString());
        assertThat(answer.toString())
                .isEqualTo(
                        "201 {\"rows\":5000,\"inserted\":5000,\"updated\":0,\"ignored\":0,"
                                + "\"refused\":0,\"complete\":true,\"written\":true,"
                                + "\"problems\":[]}");
        assertThat(rows("customers?select=count()")).isEqualTo("[{\"count\":5002}]");
        assertThat(rows("customers?id=eq.5009&select=name,credit,active,joined"))
                .isEqualTo(
                        "[{\"name\":\"n, \\\"5009\\\"\",\"credit\":5009.500000,\"active\":null,"
                                + "\"joined\":\"2024-01-31T10:20:30\"}]");
    }

    @Test
    void whatWasExportedComesInAgain() throws IOException {
        shop.send(
                "PATCH",
                "customers?id=eq.2",
                "{\"name\":\"NULL\",\"credit\":12345678901234.567891,\"country\":null,"
                        + "\"joined\":\"2024-01-31T10:20:30.123456\"}");
        shop.send("PATCH", "customers?id=eq.1", "{\"name\":\"\",\"active\":true}");
        String before = rows("customers?order=id");
        for (String type :
                List.of(
                        "text/csv",
                        "application/x-ndjson",
                        "application/json",
                        Representation.WORKBOOK_TYPE)) {
            byte[] all = shop.get("customers?order=id", "Accept: " + type).bytes();
            shop.send("DELETE", "customers", "", "Prefer: max-affected=9");
            Requests.Answer answer =
                    shop.send("POST", "import/customers", all, "Content-Type: " + type);
            assertThat(answer.status()).as(type + answer).isEqualTo(201);
            assertThat(rows("customers?order=id")).as(type).isEqualTo(before);
        }
    }

    @Test
    void plainInsertsTakeTheSameForms() throws IOException {
        String before = rows("customers?order=id");
        for (String type : List.of("application/jsonl", Representation.WORKBOOK_TYPE)) {
            byte[] all = shop.get("customers?order=id", "Accept: " + type).bytes();
            shop.send("DELETE", "customers", "", "Prefer: max-affected=9");
            Requests.Answer answer = shop.send("POST", "customers", all, "Content-Type: " + type);
            assertThat(answer.toString()).as(type).isEqualTo("201 ");
            assertThat(rows("customers?order=id")).as(type).isEqualTo(before);
        }
        assertThat(
                        shop.send(
                                        "POST",
                                        "customers",
                                        "{\"id\":7,\"name\":\"x\"}\n{",
                                        "Content-Type: application/x-ndjson")
                                .toString())
                .startsWith("400")
                .contains("PGRST102");
    }

    @Test
    void writesNothingIfOneRowIsRefused() throws IOException {
        String csv =
                "customer_id,total,state\n1,5,new\n1,x,new\n1,2,lost\n1,-1,new\n,3,new\n"
                        + "1,2\n1,7,\n";
        Requests.Answer answer = post("orders", csv);
        assertThat(answer.toString())
                .startsWith("400 {\"code\":\"PLN105\"")
                .contains("6 of 7 rows cannot be written, so none was")
                .contains("{\"row\":2,\"line\":3,\"column\":\"total\",\"code\":\"22P02\"")
                .contains("{\"row\":3,\"line\":4,\"column\":\"state\",\"code\":\"22P02\"")
                .contains(
                        "{\"row\":4,\"line\":5,\"column\":\"total\",\"code\":\"23514\","
                                + "\"message\":\"The total cannot be negative.\"")
                .contains("{\"row\":5,\"line\":6,\"column\":\"customer_id\",\"code\":\"23502\"")
                .contains("{\"row\":6,\"line\":7,\"code\":\"PGRST102\"")
                .contains("{\"row\":7,\"line\":8,\"column\":\"state\",\"code\":\"23502\"");
        assertThat(rows("orders")).isEqualTo("[]");
    }

    @Test
    void takesDefaultsForEmptyCells() throws IOException {
        assertThat(
                        post(
                                        "orders",
                                        "id,customer_id,total,note,state\n1,1,1,,\n2,1,2,x,paid\n"
                                                + "3,1,3,\"\",new\n",
                                        "Prefer: missing=default")
                                .status())
                .isEqualTo(201);
        assertThat(rows("orders?select=note,state&order=id"))
                .isEqualTo(
                        "[{\"note\":\"none\",\"state\":\"new\"},{\"note\":\"x\",\"state\":\"paid\"},"
                            + "{\"note\":\"\",\"state\":\"new\"}]");
    }

    @Test
    void findsTheRowsThatTheDatabaseRefuses() throws IOException, SQLException {
        StringBuilder csv = new StringBuilder("id,label\n");
        for (int i = 1; i <= 40; i++) {
            csv.append(i).append(",t").append(i == 33 ? 7 : i).append('\n');
        }
        csv.append("5,x\n");
        Requests.Answer refused = post("tags", csv.toString());
        assertThat(rows("tags")).isEqualTo("[]");
        if (!comesBack()) {
            assertThat(refused.toString()).startsWith("409").contains("23505");
            return;
        }
        assertThat(refused.toString())
                .startsWith("400")
                .contains("\"refused\":2", "\"written\":false")
                .contains("{\"row\":33,\"line\":34,\"code\":\"23505\"")
                .contains("{\"row\":41,\"line\":42,\"code\":\"23505\"");
        Requests.Answer skipped = post("tags", csv.toString(), SKIP);
        assertThat(skipped.toString())
                .startsWith("201 {\"rows\":41,\"inserted\":39,")
                .contains("\"refused\":2", "\"written\":true");
        assertThat(skipped.header("Preference-Applied")).isEqualTo("invalid=skip");
        assertThat(rows("tags?select=count()")).isEqualTo("[{\"count\":39}]");
        assertThat(post("lines", "order_id,line_no,product,quantity\n77,1,pen,1\n").toString())
                .startsWith("400")
                .contains("{\"row\":1,\"line\":2,\"code\":\"23503\"");
    }

    @Test
    void triesWithoutChangingAnything() throws IOException {
        Requests.Answer answer = post("tags", "id,label\n1,a\nb,b\n", TRIAL);
        assertThat(answer.toString())
                .startsWith("200 {\"rows\":2,\"inserted\":1,")
                .contains("\"refused\":1", "\"written\":false", "\"column\":\"id\"");
        assertThat(answer.header("Preference-Applied")).isEqualTo("tx=rollback");
        assertThat(rows("tags")).isEqualTo("[]");
    }

    @Test
    void knowsRowsByAKeyOfTheirOwn() throws IOException {
        post("tags", "id,label\n1,a\n2,b\n");
        Requests.Answer merged =
                post(
                        "customers",
                        "id,name,country\n2,Bobby,IT\n3,Cho,\n",
                        "Prefer: resolution=merge-duplicates");
        assertThat(merged.toString())
                .startsWith("201 {\"rows\":2,\"inserted\":1,\"updated\":1,\"ignored\":0,");
        assertThat(rows("customers?select=name,country&order=id"))
                .isEqualTo(
                        "[{\"name\":\"Ada\",\"country\":\"DE\"},{\"name\":\"Bobby\",\"country\":\"IT\"},"
                            + "{\"name\":\"Cho\",\"country\":null}]");
        Requests.Answer ignored =
                post(
                        "tags?on_conflict=label",
                        "id,label\n7,a\n3,c\n",
                        "Prefer: resolution=ignore-duplicates");
        assertThat(ignored.toString())
                .startsWith("201 {\"rows\":2,\"inserted\":1,\"updated\":0,\"ignored\":1,");
        assertThat(rows("tags?order=id"))
                .isEqualTo(
                        "[{\"id\":1,\"label\":\"a\"},{\"id\":2,\"label\":\"b\"},"
                                + "{\"id\":3,\"label\":\"c\"}]");
    }

    @Test
    void followsLinks() throws IOException {
        post("tags", "id,label\n1,urgent\n2,gift\n");
        post("orders", "id,customer_id,total\n1,1,5\n2,2,6\n");
        Requests.Answer linked =
                post("order_tags", "order_id,tag_id.label\n1,gift\n2,urgent\n2,gift\n");
        assertThat(linked.toString()).startsWith("201 {\"rows\":3,\"inserted\":3,");
        assertThat(rows("order_tags?order=order_id,tag_id"))
                .isEqualTo(
                        "[{\"order_id\":1,\"tag_id\":2},{\"order_id\":2,\"tag_id\":1},"
                                + "{\"order_id\":2,\"tag_id\":2}]");
        assertThat(post("order_tags", "order_id,tags.label\n1,urgent\n1,none\n").toString())
                .startsWith("400")
                .contains("{\"row\":2,\"line\":3,\"column\":\"tags.label\",\"code\":\"23503\"")
                .contains("No row of \\\"tags\\\" has label \\\"none\\\"");
        assertThat(post("orders", "customers.id,total\n1,1\n").toString()).startsWith("300");
        assertThat(post("orders", "orders_customer.name,total\nAda,1\n").toString())
                .startsWith("400")
                .contains("does not tell the rows of customers apart");
    }

    @Test
    void asksForPermission() throws IOException, SQLException {
        post("tags", "id,label\n1,urgent\n2,gift\n");
        post("orders", "id,customer_id,total\n1,1,5\n");
        Grant orders =
                new Grant(
                        shop.table("orders"),
                        Set.of(Action.READ, Action.CREATE),
                        Set.of(),
                        Set.of(shop.column("orders", "note")),
                        dev.plinth.schema.model.Expression.cel("total < 100"));
        Grant tags =
                new Grant(
                        shop.table("order_tags"), Set.of(Action.CREATE), Set.of(), Set.of(), null);
        shop.roles(new Role("r", "r", "r", List.of(orders, tags)));
        shop.caller = Caller.user("2", "bob@example.org", "Bob", Set.of("r"));
        assertThat(post("tags", "id,label\n3,x\n").status()).isEqualTo(404);
        assertThat(post("orders", "customer_id,total,note\n1,5,x\n").toString())
                .startsWith("403")
                .contains("permission denied for column note");
        assertThat(post("order_tags", "order_id,tag_id.label\n1,gift\n").toString())
                .isEqualTo(
                        post("order_tags", "order_id,tag_id.nowhere\n1,gift\n")
                                .toString()
                                .replace("nowhere", "label"))
                .startsWith("400")
                .contains("PGRST204");
        Requests.Answer narrowed = post("orders", "customer_id,total\n1,5\n1,500\n1,6\n", SKIP);
        if (comesBack()) {
            assertThat(narrowed.toString())
                    .startsWith("201")
                    .contains("\"inserted\":2", "{\"row\":2,\"line\":3,");
        }
        assertThat(narrowed.text()).contains("42501", "row condition");
        shop.caller = ADA;
        assertThat(rows("orders?total=eq.500")).isEqualTo("[]");
    }

    @Test
    void runsTriggers() throws IOException {
        assertThat(post("tasks", "title,done\nsweep,false\nmop,true\n").toString())
                .startsWith("201");
        assertThat(rows("history?title=in.(sweep,mop)&select=title&order=title"))
                .isEqualTo("[{\"title\":\"mop\"},{\"title\":\"sweep\"}]");
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 4100; i++) {
            lines.append("{\"line\":\"l").append(i).append("\",\"level\":").append(i).append("}\n");
        }
        String[] headers = {"Content-Type: application/jsonl", "Accept: application/x-ndjson"};
        Requests.Answer answer = shop.send("POST", "import/log", lines.toString(), headers);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text().lines())
                .hasSize(3)
                .first()
                .isEqualTo("{\"rows\":2000,\"inserted\":2000,\"updated\":0,\"refused\":0}");
        assertThat(answer.text().lines().toList().getLast())
                .startsWith("{\"rows\":4100,\"inserted\":4100,")
                .contains("\"written\":true");
        lines.append("{\"line\":1,\"level\":\"x\"}\n{broken\n\n{\"line\":\"z\"}\n");
        Requests.Answer refused = shop.send("POST", "import/log", lines.toString(), headers);
        assertThat(refused.text().lines().toList().getLast())
                .startsWith("{\"code\":\"PLN105\"")
                .contains("{\"row\":4101,\"line\":4101,\"column\":\"level\"")
                .contains("{\"row\":4102,\"line\":4102,\"code\":\"PGRST102\"")
                .contains("{\"row\":4103,\"line\":4104,\"code\":\"PGRST102\"");
        assertThat(rows("log?select=count()")).isEqualTo("[{\"count\":4100}]");
    }

    @Test
    void takesTheColumnsThatAreNamed() throws IOException {
        assertThat(post("tags?columns=id,label", "x,label,id\n9,a,1\n").status()).isEqualTo(201);
        assertThat(rows("tags")).isEqualTo("[{\"id\":1,\"label\":\"a\"}]");
        assertThat(post("tags?columns=id,labl", "id,labl\n1,a\n").toString())
                .startsWith("400")
                .contains("PGRST204");
    }

    @Test
    void refusesWhatIsNoBodyOfRows() throws IOException {
        refused("", 400, "has no line of column names");
        refused("id,label,labell\n1,a,b\n", 400, "Could not find the 'labell' column");
        refused("id,label,id\n1,a,2\n", 400, "is there twice");
        refused("id,label,\n1,a,\n", 400, "Could not find the '' column");
        refused("id,label\n1,\"a\n", 400, "ends within quotes", "They begin in line 2");
        assertThat(
                        shop.send(
                                        "POST",
                                        "import/tags",
                                        new byte[] {
                                            'i', 'd', ',', 'l', '\n', '1', ',', (byte) 0xe9
                                        },
                                        CSV)
                                .toString())
                .startsWith("400")
                .contains("The CSV is no UTF-8");
        assertThat(
                        shop.send(
                                        "POST",
                                        "import/tags?columns=label,id",
                                        "id,label\n1,\u00e9\n"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets
                                                                .ISO_8859_1),
                                        CSV + "; charset=\"iso-8859-1\"")
                                .status())
                .isEqualTo(201);
        assertThat(rows("tags?select=label")).isEqualTo("[{\"label\":\"\u00e9\"}]");
        assertThat(shop.send("POST", "import/tags", "{\"id\":1}").toString())
                .startsWith("400")
                .contains("no list of objects");
        assertThat(shop.send("POST", "import/tags", "[{\"id\":7,\"label\":\"q\"},{").toString())
                .startsWith("400")
                .contains("invalid json", "After row 1.");
        assertThat(shop.send("POST", "import/tags", "x", "Content-Type: text/plain").status())
                .isEqualTo(415);
        assertThat(
                        shop.send(
                                        "POST",
                                        "import/tags",
                                        "x",
                                        "Content-Type: " + Representation.WORKBOOK_TYPE)
                                .toString())
                .startsWith("400")
                .contains("This is no workbook");
        assertThat(shop.get("import/tags").status()).isEqualTo(405);
        assertThat(post("nothing", "a\n").status()).isEqualTo(404);
        assertThat(rows("tags?select=count()")).isEqualTo("[{\"count\":1}]");
    }

    private void refused(String body, int status, String... parts) throws IOException {
        Requests.Answer answer = post("tags", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text()).contains(parts);
    }
}
