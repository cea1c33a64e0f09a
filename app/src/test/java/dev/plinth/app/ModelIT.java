package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

class ModelIT {
    private static final String CUSTOMER =
            """
            {"id":"cstmr0000000","name":"customer","columns":[
              {"id":"cstmr0000key","name":"id","type":"bigint","required":true,"identity":"byDefault"},
              {"id":"cstmr000name","name":"name","label":"Full name","type":"text(100)","required":true,
               "default":{"value":""},"comment":"as on the passport"},
              {"id":"cstmr000cty0","name":"city","type":"choice(ctes00000000)"}],
             "primaryKey":{"name":"","columns":["cstmr0000key"]},
             "uniques":[{"id":"cstmr000nq00","name":"uq_name","columns":["cstmr000name"],"nullsDistinct":true}],
             "indexes":[{"id":"cstmr000ndx0","name":"ix_city","unique":false,"method":"",
               "parts":[{"column":"cstmr000cty0","expression":"","descending":true}],
               "where":{"language":"sql","expression":"city is not null"}}],
             "checks":[{"id":"cstmr000chck","name":"ck_name","language":"cel","expression":"size(name) > 1",
               "message":"Too short"}],
             "triggers":[{"id":"cstmr000trg0","name":"welcome","events":["insert","update"],
               "when":{"language":"cel","expression":"name != ''"},
               "action":{"kind":"setColumn","column":"cstmr000name",
                 "value":{"language":"cel","expression":"name"}}}]}\
            """;
    private static final String ORDER =
            """
            {"id":"0rder0000000","name":"order","columns":[
              {"id":"0rder000000a","name":"id","type":"bigint","required":true},
              {"id":"0rder000000b","name":"customer","type":"bigint"}],
             "primaryKey":{"name":"pk_order","columns":["0rder000000a"]},
             "relations":[{"id":"0rder000000c","name":"fk_customer","label":"buyer","inverseLabel":"orders",
               "columns":["0rder000000b"],"target":"cstmr0000000","targetColumns":["cstmr0000key"],
               "onDelete":"cascade","onUpdate":"noAction"}]}\
            """;
    private static final String CITIES =
            """
            {"id":"ctes00000000","name":"cities","options":[
              {"value":"B","label":"Berlin","color":"blue"},{"value":"W","label":"","color":""}]}\
            """;
    private static RunningServer server;
    private static Browser ada;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        ada = server.administrator();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String project(String name) {
        ada.post("/api/projects", "{\"name\":\"%s\",\"title\":\"%s\"}".formatted(name, name))
                .is(201);
        return "/api/projects/" + name;
    }

    private static String edit(long base, String label, String tables, String choices) {
        return """
        {"base":%d,"label":"%s","put":{"tables":[%s],"views":[],"choices":[%s]},"remove":[]}\
        """
                .formatted(base, label, tables, choices);
    }

    @Test
    void aModelComesBackAsItWasSavedAlsoAfterARestart() {
        String project = project("whole");
        ada.post(project + "/model/edits", edit(0, "Begin", CUSTOMER + "," + ORDER, CITIES))
                .is(200);
        Answer before = ada.get(project + "/model").is(200);
        assertThat(before.at("/revision").asLong()).isEqualTo(1);
        assertThat(before.text("/model/tables/0/columns/1/comment"))
                .isEqualTo("as on the passport");
        assertThat(before.text("/model/tables/0/columns/2/type")).isEqualTo("choice(ctes00000000)");
        assertThat(before.text("/model/tables/1/relations/0/onDelete")).isEqualTo("cascade");
        assertThat(ada.get(project + "/revisions/1").at("/model")).isEqualTo(before.at("/model"));

        server.stop();
        server = RunningServer.at(server.home(), settings -> settings);
        ada = server.administrator();
        assertThat(ada.get(project + "/model").at("/model")).isEqualTo(before.at("/model"));
    }

    @Test
    void whatAModelNeedsOfItsDatabaseIsKept() {
        String project = project("needs");
        String model =
                """
                database: postgresql
                needs:
                  - name: mood
                    sql: CREATE TYPE mood AS ENUM ('calm', 'glad')
                  - name: ticket
                    sql: CREATE SEQUENCE ticket
                tables:
                  - name: people
                    columns:
                      - name: id
                        type: bigint
                      - name: mood
                        type: native(mood)
                    primaryKey: [id]
                """;
        text(project, 0, model).is(200);
        String before = ada.get(project + "/model/text").is(200).text("/text");
        assertThat(before).contains("database: postgresql", "CREATE TYPE mood", "name: ticket");
        ada.post(project + "/model/edits", edit(1, "Cities", "", CITIES)).is(200);

        server.stop();
        server = RunningServer.at(server.home(), settings -> settings);
        ada = server.administrator();
        assertThat(ada.get(project + "/model/text").text("/text"))
                .startsWith(before.stripTrailing());

        text(project, 2, "tables: []").is(200);
        assertThat(ada.get(project + "/model/text").text("/text")).doesNotContain("CREATE TYPE");
        ada.post(project + "/revisions/1/restore", "{\"base\":3}").is(200);
        assertThat(ada.get(project + "/model/text").text("/text")).isEqualTo(before);
    }

    private static Answer text(String project, long base, String text) {
        return ada.put(
                project + "/model/text",
                "{\"base\":%d,\"text\":\"%s\"}"
                        .formatted(base, text.replace("\"", "\\\"").replace("\n", "\\n")));
    }

    @Test
    void anEditSaysItsAuthorAndCanBeTakenBack() {
        String project = project("history");
        ada.post(project + "/model/edits", edit(0, "Customers", CUSTOMER, CITIES)).is(200);
        ada.post(project + "/model/edits", edit(1, "Orders", ORDER, "")).is(200);
        ada.post(
                        project + "/model/edits",
                        "{\"base\":2,\"label\":\"No customers\",\"remove\":[\"cstmr0000000\"]}")
                .is(200);
        ada.get(project + "/model").lacks("cstmr0000000\",\"schema").has("0rder0000000");
        ada.get(project + "/revisions")
                .is(200)
                .has("\"number\":3", "\"author\":\"Ada\"", "\"label\":\"Orders\"");
        ada.post(project + "/revisions/2/restore", "{\"base\":3}").is(200).has("\"revision\":4");
        assertThat(ada.get(project + "/model").at("/model"))
                .isEqualTo(ada.get(project + "/revisions/2").at("/model"));
        ada.get(project + "/revisions/9").isRefused(404, "B102");
    }

    @Test
    void whoeverIsSecondIsTold() {
        String project = project("race");
        ada.post(project + "/model/edits", edit(0, "First", CUSTOMER, CITIES)).is(200);
        Answer second =
                ada.post(project + "/model/edits", edit(0, "Second", ORDER, ""))
                        .isRefused(409, "B103")
                        .has("\"revision\":1", "\"author\":\"Ada\"", "\"at\":\"");
        assertThat(second.text("/detail")).contains("Ada");
        ada.get(project + "/model").has("cstmr0000000").lacks("fk_customer");
    }

    @Test
    void movingATableOnTheCanvasMakesNoRevision() {
        String project = project("canvas");
        ada.post(project + "/model/edits", edit(0, "First", CUSTOMER, CITIES)).is(200);
        ada.post(
                        project + "/model/edits",
                        "{\"layout\":{\"cstmr0000000\":{\"x\":10.5,\"y\":-20,\"color\":\"blue\"}}}")
                .is(200)
                .has("\"revision\":1");
        ada.post(project + "/model/edits", edit(1, "Nothing new", CUSTOMER, ""))
                .has("\"revision\":1");
        ada.get(project + "/model")
                .has("{\"cstmr0000000\":{\"x\":10.5,\"y\":-20.0,\"color\":\"blue\"}}");
    }

    @Test
    void manyPeopleMayPlaceATableAtOnce() throws Exception {
        String project = project("crowded");
        ada.post(project + "/model/edits", edit(0, "First", CUSTOMER, CITIES)).is(200);
        List<Callable<Integer>> moves =
                IntStream.range(0, 200)
                        .<Callable<Integer>>mapToObj(
                                i ->
                                        () ->
                                                ada.post(project + "/model/edits", place(i / 8))
                                                        .status())
                        .toList();
        try (var people = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> moved : people.invokeAll(moves)) {
                assertThat(moved.get()).isEqualTo(200);
            }
        }
    }

    private static String place(int table) {
        return "{\"layout\":{\"table" + table + "\":{\"x\":1,\"y\":2}}}";
    }

    @Test
    void theModelAsTextIsTheSameModel() {
        String project = project("text");
        ada.post(project + "/model/edits", edit(0, "First", CUSTOMER, CITIES)).is(200);
        String text = ada.get(project + "/model/text").is(200).text("/text");
        assertThat(text).contains("customer", "as on the passport");
        String body =
                new tools.jackson.databind.json.JsonMapper()
                        .createObjectNode()
                        .put("base", 1)
                        .put("text", text)
                        .toString();
        ada.put(project + "/model/text", body).is(200).has("\"revision\":1");
        ada.put(project + "/model/text", "{\"base\":1,\"text\":\"tables:\\n  - nmae: x\\n\"}")
                .is(422)
                .has("model.yaml:2");
    }

    @Test
    void documentsThatCannotBeReadAreAllNamed() {
        String project = project("wrong");
        ada.post(
                        project + "/model/edits",
                        """
                        {"base":0,"put":{"tables":[
                          {"id":"cstmr0000000","name":"a","columns":[{"id":"a00000000000","name":"x","type":"strng"}]},
                          {"id":"cstmr0000001","name":"b","columns":"none"}]}}\
                        """)
                .is(422)
                .has("put.tables[0]", "put.tables[1]", "strng");
        ada.post(
                        project + "/model/edits",
                        edit(0, "Long", CUSTOMER.replace("cstmr0000000", "x".repeat(61)), ""))
                .isRefused(422, "B004")
                .has("empty or longer");
        ada.post(
                        project + "/model/edits",
                        edit(0, "Twice", CUSTOMER.replace("cstmr000name", "cstmr0000key"), ""))
                .isRefused(422, "B004")
                .has("used twice");
        ada.post(project + "/model/edits", "{\"label\":\"x\",\"remove\":[\"a\"]}")
                .isRefused(422, "B004")
                .has("base");
        ada.get(project + "/model").has("\"revision\":0");
    }

    @Test
    void whoDoesNotBelongToAProjectDoesNotSeeIt() {
        String project = project("secret");
        ada.post(
                        "/api/users",
                        "{\"email\":\"eve@example.org\",\"name\":\"Eve\",\"password\":\"eves"
                                + " password\"}")
                .is(201);
        Browser eve = server.browser();
        eve.signIn("eve@example.org", "eves password").is(200);
        eve.get("/api/projects").is(200).has("[]");
        eve.get(project).isRefused(404, "B008");
        eve.get(project + "/model").isRefused(404, "B008");
        eve.post(project + "/model/edits", edit(0, "Mine", CUSTOMER, "")).isRefused(404, "B008");
        eve.delete(project).isRefused(404, "B008");
    }

    @Test
    void projectsAreRenamedAndRemoved() {
        String project = project("before");
        ada.post("/api/projects", "{\"name\":\"before\"}").isRefused(409, "B009");
        ada.patch(project, "{\"name\":\"after\",\"title\":\"After\"}").is(200).has("After");
        ada.get(project).isRefused(404, "B008");
        ada.delete("/api/projects/after").is(204);
        ada.get("/api/projects/after").isRefused(404, "B008");
    }
}
