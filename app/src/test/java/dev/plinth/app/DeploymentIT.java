package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

class DeploymentIT {
    private static final String PRODUCT =
            """
            {"id":"prdct0000000","name":"product","columns":[
              {"id":"prdct0000key","name":"id","type":"bigint","required":true},
              {"id":"prdct000name","name":"%s","type":"text(100)"%s}%s],
             "primaryKey":{"name":"","columns":["prdct0000key"]}}\
            """;
    private static final String PRICE =
            ",{\"id\":\"prdct00prce0\",\"name\":\"price\",\"type\":\"decimal(12,2)\"}";
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

    /** In-process H2 is never a connection of its own; the embedded database stands for it. */
    static Stream<TestDatabase> servers() {
        return dev.plinth.testing.TestDatabases.selected().stream()
                .filter(database -> List.of("postgresql", "mariadb").contains(database.name()));
    }

    private static void edit(String project, long base, String table) {
        ada.post(
                        project + "/model/edits",
                        "{\"base\":%d,\"label\":\"Edit\",\"put\":{\"tables\":[%s]}}"
                                .formatted(base, table))
                .is(200);
    }

    private static String project(String name, String environment) {
        ada.post("/api/projects", "{\"name\":\"%s\"}".formatted(name)).is(201);
        ada.post("/api/projects/" + name + "/environments", environment).is(201);
        edit("/api/projects/" + name, 0, PRODUCT.formatted("name", "", PRICE));
        return "/api/projects/" + name;
    }

    /** Plans, runs and waits for the end by listening to the events. */
    private static Answer deploy(String project, String allow) {
        String environment = project + "/environments/main";
        String plan = ada.post(environment + "/plan", "").is(200).text("/id");
        String id =
                ada.post(
                                environment + "/deployments",
                                "{\"plan\":\"%s\",\"allow\":[%s]}".formatted(plan, allow))
                        .is(202)
                        .text("/id");
        ada.get("/api/deployments/" + id + "/events")
                .is(200)
                .hasHeader("Content-Type", "text/event-stream")
                .has("event:step", "event:end");
        return ada.get("/api/deployments/" + id).is(200);
    }

    private static void wholeWay(String project) {
        String environment = project + "/environments/main";
        Answer plan = ada.post(environment + "/plan", "").is(200);
        assertThat(plan.at("/empty").asBoolean()).isFalse();
        assertThat(plan.text("/steps/0/kind")).isEqualTo("createTable");
        assertThat(plan.text("/steps/0/risk")).isEqualTo("safe");
        assertThat(plan.text("/steps/0/sql/0")).contains("CREATE TABLE");

        Answer done = deploy(project, "");
        assertThat(done.text("/status")).as(done.body()).isEqualTo("done");
        assertThat(done.text("/steps/0/status")).isEqualTo("done");
        assertThat(ada.post(environment + "/plan", "").is(200).at("/empty").asBoolean()).isTrue();
        ada.get(environment + "/drift").is(200).has("\"differs\":false");
        ada.get(project + "/environments").is(200).has("\"deployedRevision\":1");

        edit(project, 1, PRODUCT.formatted("title", ",\"required\":false", ""));
        Answer lossy = ada.post(environment + "/plan", "").is(200);
        assertThat(lossy.body()).contains("renameColumn", "dropColumn", "destructive");
        assertThat(lossy.at("/consent").toString()).isEqualTo("[\"destructive\"]");
        ada.post(environment + "/deployments", "{\"plan\":\"%s\"}".formatted(lossy.text("/id")))
                .isRefused(422, "B202")
                .has("price");
        ada.post(environment + "/deployments", "{\"plan\":\"another\",\"allow\":[\"destructive\"]}")
                .isRefused(409, "B201");
        ada.post(environment + "/deployments", "{\"plan\":\"x\",\"allow\":[\"everything\"]}")
                .isRefused(422, "B004");
        assertThat(deploy(project, "\"destructive\"").text("/status")).isEqualTo("done");
        ada.get(environment + "/deployments")
                .is(200)
                .has("\"revision\":1", "\"revision\":2", "\"by\":\"Ada\"");
        goBack(project);
    }

    /** To the revision before, and to the newest again; what was kept on the way is purged. */
    private static void goBack(String project) {
        String environment = project + "/environments/main";
        Answer kept = ada.get(environment + "/kept").is(200);
        kept.has("\"kind\":\"column\"", "product.price", "\"obstacle\":null");
        assertThat(kept.at("/0/origin/columns").valueStream().map(c -> c.at("/id").asString()))
                .contains(kept.text("/0/column"));
        Answer back = ada.post(environment + "/plan", "{\"revision\":1}").is(200);
        assertThat(back.at("/revision").asLong()).isEqualTo(1);
        String id =
                ada.post(
                                environment + "/deployments",
                                "{\"plan\":\"%s\",\"revision\":1}".formatted(back.text("/id")))
                        .is(202)
                        .text("/id");
        ada.get("/api/deployments/" + id + "/events").is(200).has("event:end");
        assertThat(ada.get("/api/deployments/" + id).text("/status")).isEqualTo("done");
        ada.get(project + "/environments").is(200).has("\"deployedRevision\":1");
        assertThat(ada.get(environment + "/kept").is(200).body()).doesNotContain("product.price");

        assertThat(deploy(project, "\"destructive\"").text("/status")).isEqualTo("done");
        ada.delete(environment + "/kept/99").is(422);
        ada.delete(environment + "/kept/1").is(204);
        assertThat(ada.get(environment + "/kept").is(200).body()).doesNotContain("product.price");
    }

    @Test
    void toTheEmbeddedDatabase() {
        wholeWay(project("embedded", "{\"name\":\"main\"}"));
    }

    @Test
    void toSqlite() {
        String connection =
                ada.post("/api/connections", "{\"name\":\"lite\",\"url\":\"jdbc:sqlite:shop.db\"}")
                        .is(201)
                        .text("/id");
        wholeWay(
                project("lite", "{\"name\":\"main\",\"connection\":\"%s\"}".formatted(connection)));
        ada.delete("/api/connections/" + connection).isRefused(409, "B013");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void toAServer(TestDatabase database) {
        try (FreshDatabase fresh = database.fresh()) {
            wholeWay(project(database.name(), connected(database.name(), fresh)));
        }
    }

    private static String connected(String name, FreshDatabase database) {
        String connection =
                ada.post(
                                "/api/connections",
                                """
                                {"name":"%s","url":"%s","user":"%s","password":"%s"}\
                                """
                                        .formatted(
                                                name,
                                                database.url(),
                                                database.user(),
                                                database.password()))
                        .is(201)
                        .has("\"hasPassword\":" + !database.password().isEmpty())
                        .text("/id");
        return "{\"name\":\"main\",\"connection\":\"%s\"}".formatted(connection);
    }

    /** A table that others made has no ids, so that people are asked. */
    @ParameterizedTest
    @MethodSource("servers")
    void whatMayBeARenameIsAsked(TestDatabase database) throws SQLException {
        try (FreshDatabase fresh = database.fresh();
                Connection connection = fresh.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE product (id BIGINT PRIMARY KEY, title VARCHAR(100),"
                            + " price DECIMAL(12,2))");
            statement.execute("INSERT INTO product VALUES (1, 'Tea', 2.50)");
            String name = "asked-" + database.name();
            String environment = project(name, connected(name, fresh)) + "/environments/main";
            Answer asked = ada.post(environment + "/plan", "").is(200);
            assertThat(asked.text("/questions/0/rename")).isEqualTo("product.title=name");
            assertThat(asked.at("/questions/0/answers").size()).isEqualTo(2);
            String start = "{\"plan\":\"%s\",\"allow\":[\"destructive\"]%s}";
            ada.post(environment + "/deployments", start.formatted(asked.text("/id"), ""))
                    .isRefused(422, "B207");

            String said = "\"renamed\":[\"product.title=name\"]";
            Answer plan = ada.post(environment + "/plan", "{%s}".formatted(said)).is(200);
            assertThat(plan.at("/questions").size()).isZero();
            String id =
                    ada.post(
                                    environment + "/deployments",
                                    start.formatted(plan.text("/id"), "," + said))
                            .is(202)
                            .text("/id");
            ada.get("/api/deployments/" + id + "/events").is(200).has("event:end");
            assertThat(ada.get("/api/deployments/" + id).text("/status")).isEqualTo("done");
            try (ResultSet rows = statement.executeQuery("SELECT name FROM product")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Tea");
            }
        }
    }

    @Test
    void aChangeAfterThePlanStopsTheDeployment() {
        String project = project("late", "{\"name\":\"main\"}");
        String plan = ada.post(project + "/environments/main/plan", "").text("/id");
        edit(project, 1, PRODUCT.formatted("name", "", ""));
        ada.post(project + "/environments/main/deployments", "{\"plan\":\"%s\"}".formatted(plan))
                .isRefused(409, "B201");
    }

    @Test
    void theFirstEnvironmentServesAndOnlyOneDoes() {
        String project = project("serving", "{\"name\":\"main\"}");
        ada.post(project + "/environments", "{\"name\":\"test\"}").is(201).has("\"serving\":false");
        ada.put(project + "/environments/test", "{\"name\":\"test\",\"serving\":true}")
                .is(200)
                .has("\"serving\":true");
        ada.get(project + "/environments/").is(404);
        Answer all = ada.get(project + "/environments").is(200);
        assertThat(all.at("/0/serving").asBoolean()).isFalse();
        assertThat(all.at("/1/serving").asBoolean()).isTrue();
        ada.post(project + "/environments", "{\"name\":\"test\"}").isRefused(409, "B009");
        ada.post(project + "/environments", "{\"name\":\"other\",\"connection\":\"nothing\"}")
                .isRefused(422, "B004");
        ada.delete(project + "/environments/test").is(204);
        ada.post(project + "/environments/test/plan", "").isRefused(404, "B008");
    }
}
