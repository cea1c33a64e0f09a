package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DesignIT {
    private static final String TABLE =
            """
            {"id":"prdct0000000","name":"product","columns":[
              {"id":"prdct0000key","name":"id","type":"bigint","required":true},
              {"id":"prdct00prce0","name":"price","type":"decimal(12,2)"},
              {"id":"prdct00nam00","name":"name","type":"text(50)"}],
             "primaryKey":{"name":"","columns":["prdct0000key"]},
             "checks":[{"id":"prdct00chck0","name":"ck_price","language":"cel","expression":"price >= 0",
               "message":"A price is not negative."}]}\
            """;
    private static RunningServer server;
    private static Browser ada;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        ada = server.administrator();
        ada.post("/api/projects", "{\"name\":\"shop\"}").is(201);
        ada.post(
                        "/api/projects/shop/model/edits",
                        "{\"base\":0,\"put\":{\"tables\":[" + TABLE + "]}}")
                .is(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDatabasesThatAreKnown() {
        Answer all = ada.get("/api/dialects").is(200).has("PostgreSQL", "SQLite", "H2");
        assertThat(all.json())
                .allSatisfy(
                        dialect -> {
                            assertThat(dialect.at("/urlTemplate").asString()).startsWith("jdbc:");
                            assertThat(dialect.at("/driver").isBoolean()).isTrue();
                        });
    }

    @Test
    void otherDescriptionsBecomeTablesThatCanBePut() {
        Answer made =
                ada.post(
                                "/api/design/convert",
                                "{\"from\":\"quick\",\"text\":\"teams\\n  name /nn\\n  players\\n"
                                        + "    name /odd\"}")
                        .is(200);
        assertThat(made.text("/model/tables/1/relations/0/target"))
                .isEqualTo(made.text("/model/tables/0/id"));
        assertThat(made.text("/problems/0/path")).isEqualTo("line 4");
        ada.post("/api/projects", "{\"name\":\"teams\"}").is(201);
        ada.post(
                        "/api/projects/teams/model/edits",
                        "{\"base\":0,\"put\":{\"tables\":%s}}".formatted(made.at("/model/tables")))
                .is(200);
        ada.post(
                        "/api/design/convert",
                        "{\"from\":\"csv\",\"name\":\"a.csv\",\"text\":\"x,y\\n1,2\"}")
                .is(200)
                .has("\"name\":\"a\"", "integer");
        ada.get("/api/projects/teams/export?as=dbml").is(200).has("Table players {", "Ref: ");
        ada.get("/api/projects/teams/export?as=mermaid").is(200).has("erDiagram");
        ada.get("/api/projects/teams/export?as=runes").isRefused(422, "T001");
        ada.post(
                        "/api/design/convert",
                        "{\"from\":\"sql:mysql\",\"text\":\"CREATE TABLE a (b int)\"}")
                .is(200)
                .has("\"name\":\"b\"");
        ada.post("/api/design/convert", "{\"from\":\"csv\"}").isRefused(422, "B004");
        ada.post("/api/design/convert", "{\"from\":\"runes\",\"text\":\"x\"}")
                .isRefused(422, "T001");
    }

    @Test
    void theModelInTheSqlOfADatabase() {
        Answer ddl = ada.get("/api/projects/shop/ddl?dialect=postgres").is(200);
        assertThat(ddl.text("/sql"))
                .contains("CREATE TABLE \"product\"", "numeric(12, 2)", "ck_price");
        ada.get("/api/projects/shop/ddl?dialect=sqlite").is(200).has("CREATE TABLE");
        ada.get("/api/projects/shop/ddl?dialect=dbase").isRefused(422, "S001").has("Known are");
        ada.get("/api/projects/shop/ddl").isRefused(400, "B012").has("dialect");
    }

    @Test
    void aModelWithProblemsSaysThemInsteadOfSql() {
        ada.post("/api/projects", "{\"name\":\"faulty\"}").is(201);
        ada.post(
                        "/api/projects/faulty/model/edits",
                        "{\"base\":0,\"put\":{\"tables\":[%s]}}"
                                .formatted(TABLE.replace("price >= 0", "prise >= 0")))
                .is(200)
                .has("E004", "prise");
        Answer ddl = ada.get("/api/projects/faulty/ddl?dialect=h2").is(200).has("E004");
        assertThat(ddl.text("/sql")).isEmpty();
        ada.post("/api/projects/faulty/environments", "{\"name\":\"main\"}").is(201);
        ada.post("/api/projects/faulty/environments/main/plan", "")
                .isRefused(422, "B105")
                .has("E004", "tables/product");
    }

    private static String question(String expression, String more) {
        return "{\"table\":%s,\"expression\":\"%s\"%s}".formatted(TABLE, expression, more);
    }

    @Test
    void anExpressionIsCheckedWhileItIsTyped() {
        String check = "/api/projects/shop/expressions/check";
        Answer right = ada.post(check, question("price > 1.5 && name != 'x'", "")).is(200);
        assertThat(right.at("/problems")).isEmpty();
        assertThat(right.text("/sql/postgres")).contains("\"price\" > 1.5");
        assertThat(right.at("/enforced/database").toString()).contains("postgres");
        assertThat(right.at("/enforced/api").asBoolean()).isTrue();

        Answer wrong = ada.post(check, question("prise > 1", "")).is(200).has("E004");
        assertThat(wrong.at("/enforced/api").asBoolean()).isFalse();
        ada.post(check, question("price * 2", "")).is(200).has("E009");
        ada.post(check, question("price * 2", ",\"wants\":\"value\""))
                .is(200)
                .has("\"problems\":[]");
        ada.post(check, question("name", ",\"wants\":\"value\",\"type\":\"date\""))
                .is(200)
                .has("E009");
        ada.post(check, question("", ",\"wants\":\"everything\"")).isRefused(422, "B004");
    }

    @Test
    void anExpressionIsTriedOnARow() {
        String tried = "/api/projects/shop/expressions/try";
        ada.post(tried, question("price > 1", ",\"row\":{\"price\":\"2.50\"}"))
                .has("\"result\":true");
        ada.post(tried, question("price > 1", ",\"row\":{\"price\":0.5}")).has("\"result\":false");
        ada.post(tried, question("price > 1", ",\"row\":{}")).has("\"result\":null");
        ada.post(
                        tried,
                        question(
                                "price * 2",
                                ",\"wants\":\"value\",\"type\":\"decimal(12,2)\",\"row\":{\"price\":\"1.25\"}"))
                .has("\"result\":\"2.50\"");
        ada.post(tried, question("price > 1", ",\"row\":{\"price\":\"cheap\"}"))
                .isRefused(422, "B004")
                .has("row.price");
        ada.post(tried, question("price > 1", ",\"row\":{\"weight\":1}")).isRefused(422, "B004");
    }

    @Test
    void whatPeopleDidIsWrittenDown() {
        ada.get("/api/projects/shop/audit")
                .is(200)
                .has("\"by\":\"Ada\"", "Created the project", "Changed the model");
        ada.get("/api/audit").is(200).has("Set up");
        ada.get("/api/audit/verification").is(200).has("\"intact\":true");
    }
}
