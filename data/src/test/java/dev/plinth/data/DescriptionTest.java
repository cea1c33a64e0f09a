package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class DescriptionTest {
    private static final String NEWER = "application/vnd.oai.openapi+json";
    private static final JsonMapper JSON = new JsonMapper();
    private Shop shop;

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(TestDatabases.H2, Dialects.named("h2"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private JsonNode described(String accept) throws IOException {
        Shop.Answer answer = shop.get("", "Accept: " + accept);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return JSON.readTree(answer.text());
    }

    @Test
    void isWhatClientsOfPostgrestReadUnlessTheNewerIsWanted() throws IOException {
        for (String accept : List.of("*/*", "application/json", "application/openapi+json")) {
            assertThat(described(accept).at("/swagger").asString()).isEqualTo("2.0");
            assertThat(shop.get("/", "Accept: " + accept).header("Content-Type"))
                    .isEqualTo("application/openapi+json; charset=utf-8");
        }
        assertThat(described(NEWER).at("/openapi").asString()).isEqualTo("3.1.0");
        assertThat(shop.get("", "Accept: " + NEWER).header("Content-Type")).startsWith(NEWER);
        assertThat(shop.get("", "Accept: text/csv").status()).isEqualTo(406);
        assertThat(shop.send("HEAD", "", "").text()).isEmpty();
        assertThat(shop.send("OPTIONS", "", "").header("Allow")).isEqualTo("OPTIONS,GET,HEAD,POST");
        assertThat(shop.send("PATCH", "", "{}").toString()).startsWith("405").contains("PGRST117");
    }

    @Test
    void saysWhichTablesCanBeFollowed() throws Exception {
        assertThat(described(NEWER).at("/paths").toString()).doesNotContain("text/event-stream");
        try (Shop live = new Shop(TestDatabases.H2, Dialects.named("h2"), "live.yaml")) {
            JsonNode newer = JSON.readTree(live.get("", "Accept: " + NEWER).text());
            JsonNode read = newer.at("/paths/~1notes/get");
            assertThat(read.at("/parameters").toString()).contains("parameters/lastEvent");
            assertThat(newer.at("/components/parameters/lastEvent/name").asString())
                    .isEqualTo("Last-Event-ID");
            JsonNode events = read.at("/responses/200/content").get("text/event-stream");
            assertThat(events.at("/schema/type").asString()).isEqualTo("string");
            assertThat(events.at("/example").asString()).contains("event: insert\ndata: ");
            assertThat(live.get("", "Accept: */*").text()).doesNotContain("Last-Event-ID");
        }
    }

    @Test
    void saysWhatColumnsHold() throws IOException {
        JsonNode old = described("*/*").at("/definitions/orders");
        assertThat(old.at("/required")).hasSize(4);
        assertThat(old.at("/properties/id/description").asString()).endsWith("<pk/>");
        assertThat(old.at("/properties/customer_id/description").asString())
                .endsWith("<fk table='customers' column='id'/>");
        assertThat(old.at("/properties/note").toString())
                .isEqualTo(
                        "{\"maxLength\":200,\"type\":\"string\",\"format\":\"character varying\","
                                + "\"default\":\"none\"}");
        JsonNode newer = described(NEWER).at("/components/schemas");
        assertThat(newer.at("/orders/properties/placed").toString())
                .isEqualTo("{\"type\":[\"string\",\"null\"],\"format\":\"date\"}");
        assertThat(newer.at("/orders/properties/state/enum").toString())
                .isEqualTo("[\"new\",\"paid\",\"off\"]");
        assertThat(newer.at("/orders.new/required").toString())
                .isEqualTo("[\"customer_id\",\"total\"]");
        assertThat(newer.at("/tasks.new/properties/doubled").isMissingNode()).isTrue();
        assertThat(newer.at("/orders.new/properties/lines/items/anyOf/0/$ref").asString())
                .isEqualTo("#/components/schemas/lines.new");
        assertThat(newer.at("/lines.change/properties/orders/anyOf/1/$ref").asString())
                .isEqualTo("#/components/schemas/orders.change");
        assertThat(names(newer.at("/orders.new/properties"))).doesNotContain("customers");
        assertThat(names(newer.at("/orders/properties"))).doesNotContain("lines");
        assertThat(newer.at("/tasks/properties/doubled").isMissingNode()).isFalse();
    }

    @Test
    void isTypesOfTypeScriptToo() throws IOException {
        Grant orders =
                new Grant(
                        shop.table("orders"),
                        Set.of(Action.READ, Action.CREATE),
                        Set.of(shop.column("orders", "note")),
                        Set.of(shop.column("orders", "total")),
                        null);
        Grant customers =
                new Grant(shop.table("customers"), Set.of(Action.READ), Set.of(), Set.of(), null);
        shop.roles(new Role("r", "clerk", "Clerk", List.of(orders, customers)));
        shop.caller = Caller.user("7", "bob@example.org", "Bob", Set.of("r"));
        Shop.Answer answer = shop.get("", "Accept: application/typescript");
        assertThat(answer.header("Content-Type")).startsWith("application/typescript");
        assertThat(answer.text())
                .contains(
                        "      orders: {\n        Row: {\n          id: number\n",
                        "state: Database[\"public\"][\"Enums\"][\"order_state\"]\n",
                        "placed?: string | null",
                        "Update: never",
                        "{ foreignKeyName: \"orders_customer\"; columns: [\"customer_id\"];"
                                + " isOneToOne: false; referencedRelation: \"customers\";"
                                + " referencedColumns: [\"id\"] }",
                        "order_state: \"new\" | \"paid\" | \"off\"")
                .doesNotContain("note", "lines", "total?:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", NEWER})
    void hasOnlyWhatTheCallerMayDo(String accept) throws IOException {
        Grant orders =
                new Grant(
                        shop.table("orders"),
                        Set.of(Action.READ, Action.UPDATE),
                        Set.of(shop.column("orders", "note")),
                        Set.of(shop.column("orders", "total")),
                        null);
        Grant log = new Grant(shop.table("log"), Set.of(Action.CREATE), Set.of(), Set.of(), null);
        shop.roles(new Role("r", "clerk", "Clerk", List.of(orders, log)));
        shop.caller = Caller.user("7", "bob@example.org", "Bob", Set.of("r"));
        JsonNode description = described(accept);
        List<String> paths = new ArrayList<>(List.of("/", "/orders", "/log"));
        if (accept.equals(NEWER)) {
            paths.add("/import/log");
        }
        assertThat(names(description.at("/paths"))).isEqualTo(paths);
        assertThat(names(description.at("/paths/~1orders"))).containsExactly("get", "patch");
        assertThat(names(description.at("/paths/~1log"))).containsExactly("post");
        assertThat(names(description.at("/paths/~1")))
                .isEqualTo(accept.equals(NEWER) ? List.of("get", "post") : List.of("get"));
        assertThat(description.toString())
                .contains("\"total\"")
                .doesNotContain("note", "customers", "<fk");
        assertThat(names(description.at("/components/schemas/orders.change/properties")))
                .doesNotContain("total");

        shop.caller = Caller.anonymous(Set.of());
        assertThat(names(described(accept).at("/paths"))).containsExactly("/");
        assertThat(names(described(accept).at("/paths/~1"))).containsExactly("get");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", NEWER})
    void whatIsReferredToIsThere(String accept) throws IOException {
        JsonNode description = described(accept);
        List<String> references = new ArrayList<>();
        references(description, references);
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            String pointer = URLDecoder.decode(reference.substring(1), StandardCharsets.UTF_8);
            assertThat(description.at(pointer).isMissingNode()).as(reference).isFalse();
        }
    }

    private static void references(JsonNode node, List<String> found) {
        JsonNode reference = node.get("$ref");
        if (reference != null) {
            found.add(reference.asString());
        }
        node.forEach(child -> references(child, found));
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
