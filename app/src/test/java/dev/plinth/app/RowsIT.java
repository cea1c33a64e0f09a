package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowsIT {
    private static final String CUSTOMERS = "/p/shop/rest/v1/customers";
    private static final String IMPORT = "/p/shop/rest/v1/import/";
    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static RunningServer server;
    private static Browser ada;
    private static Browser nobody;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        ada = server.administrator();
        nobody = server.browser();
        ada.post("/api/projects", "{\"name\":\"shop\",\"title\":\"Shop\",\"start\":\"sample\"}")
                .is(201)
                .has("\"environment\":\"sample\"");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String role(String name) {
        for (var role : ada.get("/api/projects/shop/roles").is(200).json()) {
            if (role.at("/name").asString().equals(name)) {
                return role.at("/id").asString();
            }
        }
        throw new AssertionError("no role " + name);
    }

    private static String key(String role) {
        return ada.post(
                        "/api/projects/shop/keys",
                        "{\"name\":\"key of %s\",\"role\":\"%s\"}".formatted(role, role(role)))
                .is(201)
                .text("/secret");
    }

    @Test
    void theSampleIsThereToBeLookedAt() {
        Answer some = ada.get(CUSTOMERS + "?select=id,name&limit=2", "Prefer", "count=exact");
        assertThat(some.status()).as(some.body()).isBetween(200, 206);
        assertThat(some.json()).hasSize(2);
        int customers = Integer.parseInt(some.header("Content-Range").replaceAll(".*/", ""));
        assertThat(customers).isGreaterThan(100);
        Answer app =
                ada.get("/api/projects/shop/app").is(200).has("\"title\":\"Shop\"", "customers");
        assertThat(app.at("/tables")).hasSizeGreaterThan(5);
        ada.post("/api/projects/shop/environments/sample/plan", "").is(200).has("\"empty\":true");
    }

    @Test
    void whoSaysNothingGetsNothing() {
        nobody.get(CUSTOMERS).is(404).lacks("email");
        nobody.post(CUSTOMERS, "{\"name\":\"Eve\"}");
        nobody.get("/p/nothing/rest/v1/x").is(404).has("B008");
        nobody.get("/p/shop/other").is(404);
    }

    @Test
    void aKeyActsInItsRole() {
        String key = key("support_de");
        Answer rows = nobody.get(CUSTOMERS + "?select=*", "apikey", key).is(200).lacks("\"notes\"");
        assertThat(rows.json()).isNotEmpty();
        assertThat(rows.json())
                .allSatisfy(row -> assertThat(row.at("/country").asString()).isEqualTo("DE"));
        nobody.get(CUSTOMERS + "?country=neq.DE", "Authorization", "Bearer " + key)
                .is(200)
                .has("[]");
        nobody.get(CUSTOMERS + "?select=notes", "apikey", key).is(400).lacks("\"notes\":");
        nobody.get("/p/shop/rest/v1/orders", "apikey", key).is(404);
        nobody.delete(CUSTOMERS + "?id=eq.1", "apikey", key).is(403);

        nobody.get(CUSTOMERS, "apikey", key + "x", "Origin", "https://example.org")
                .is(401)
                .has("PGRST301")
                .hasHeader("Access-Control-Allow-Origin", "*")
                .hasHeader("Access-Control-Expose-Headers", "Retry-After");
        nobody.get(CUSTOMERS, "apikey", "guess").is(401);
        ada.post("/api/projects", "{\"name\":\"other\",\"start\":\"empty\"}").is(201);
        ada.post("/api/projects/other/environments", "{\"name\":\"main\"}").is(201);
        nobody.get("/p/other/rest/v1/customers", "apikey", key)
                .is(404)
                .hasHeader("Access-Control-Allow-Origin", "*");
    }

    @Test
    void theApiDescribesItselfToWhoMayUseIt() {
        Answer all = ada.get("/p/shop/rest/v1/").is(200);
        assertThat(all.header("Content-Type")).startsWith("application/openapi+json");
        assertThat(all.text("/info/title")).isEqualTo("Shop");
        assertThat(all.text("/basePath")).isEqualTo("/p/shop/rest/v1");
        assertThat(all.at("/definitions/customers/properties/notes").isMissingNode()).isFalse();

        String newer = "application/vnd.oai.openapi+json";
        Answer some =
                nobody.get(
                                "/p/shop/rest/v1/",
                                "Accept",
                                newer,
                                "Authorization",
                                "Bearer " + key("support_de"))
                        .is(200)
                        .lacks("notes");
        assertThat(some.at("/paths/~1customers/get").isMissingNode()).isFalse();
        assertThat(some.at("/paths/~1customers/delete").isMissingNode()).isTrue();
        nobody.get("/p/shop/rest/v1/").is(200).lacks("customers", "Shop");
    }

    @Test
    void pagesFollowOneAnotherByCursors() {
        String path = CUSTOMERS + "?select=id&order=country.desc,id&limit=2&after=";
        Answer first = ada.get(path, "Origin", "https://example.org").is(200);
        String cursor = first.header("Next-Cursor");
        assertThat(first.header("Access-Control-Expose-Headers")).contains("Next-Cursor");
        Answer second = ada.get(path + cursor).is(200);
        assertThat(second.json()).hasSize(2);
        assertThat(second.body()).isNotEqualTo(first.body());
        ada.get(path.replace("country.desc", "name") + cursor).is(400).has("PLN103");
    }

    @Test
    void aKeyIsShownOnceAndCanBeTakenBack() {
        Answer made =
                ada.post(
                                "/api/projects/shop/keys",
                                "{\"name\":\"once\",\"role\":\"%s\"}".formatted(role("sales")))
                        .is(201);
        String secret = made.text("/secret");
        assertThat(secret).hasSizeGreaterThan(40);
        ada.get("/api/projects/shop/keys").is(200).has("once").lacks(secret, "digest");
        nobody.get(CUSTOMERS + "?limit=1", "apikey", secret).is(200);
        ada.delete("/api/projects/shop/keys/" + made.text("/id")).is(204);
        nobody.get(CUSTOMERS + "?limit=1", "apikey", secret).is(401);
        ada.post("/api/projects/shop/keys", "{\"name\":\"x\",\"role\":\"nothing\"}")
                .isRefused(422, "B004");
    }

    @Test
    void aMemberActsInTheRoleOfTheProject() {
        String bob =
                ada.post(
                                "/api/users",
                                "{\"email\":\"bob@example.org\",\"name\":\"Bob\",\"password\":\"bobs"
                                    + " password\"}")
                        .is(201)
                        .text("/id");
        Browser browser = server.browser();
        browser.signIn("bob@example.org", "bobs password").is(200);
        browser.get("/api/projects/shop/app").isRefused(404, "B008");
        browser.get(CUSTOMERS).is(404);

        ada.put(
                        "/api/projects/shop/members",
                        "[{\"user\":\"%s\",\"role\":\"%s\",\"build\":false}]"
                                .formatted(bob, role("support_de")))
                .is(200);
        browser.get("/api/projects").is(200).has("shop");
        browser.get("/api/projects/shop/app").is(200).has("customers").lacks("\"notes\"", "orders");
        browser.get(CUSTOMERS + "?country=neq.DE").is(200).has("[]");
        browser.get("/api/projects/shop/model").isRefused(403, "B403");
        browser.get("/api/projects/shop/app?as=" + role("sales")).isRefused(403, "B403");
        ada.get("/api/projects/shop/app?as=" + role("support_de"))
                .is(200)
                .lacks("\"notes\"", "\"orders\"");
        String germans = CUSTOMERS + "?country=neq.DE&limit=1";
        ada.get(germans).is(200).lacks("[]");
        ada.get(germans, "X-Plinth-As", role("support_de")).is(200).has("[]");
        ada.get(CUSTOMERS + "?limit=1", "X-Plinth-As", "nothing").is(404);
        browser.get(germans, "X-Plinth-As", role("sales")).is(200).has("[]");
        ada.put(
                        "/api/projects/shop/members",
                        "[{\"user\":\"nobody\"},{\"user\":\"%s\",\"role\":\"x\"}]".formatted(bob))
                .isRefused(422, "B004");
    }

    @Test
    void aSessionWritesOnlyFromOurOwnPages() {
        String tag = "{\"name\":\"from elsewhere\"}";
        Browser page = server.administrator();
        page.withoutCsrf();
        assertThat(page.post("/p/shop/rest/v1/tags", tag).status()).isBetween(400, 404);
        ada.post("/p/shop/rest/v1/tags", "{\"name\":\"from our page\"}").is(201);
        ada.get("/p/shop/rest/v1/tags?select=name&name=like.from*")
                .has("from our page")
                .lacks("elsewhere");
    }

    @Test
    void aBrowserMayAskFromAnotherPageButNotWithTheSession() {
        nobody.send(
                        "OPTIONS",
                        CUSTOMERS,
                        null,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "apikey,prefer",
                        "X-Origin",
                        "https://example.org")
                .is(200)
                .hasHeader("Access-Control-Allow-Origin", "*")
                .hasHeader("Access-Control-Allow-Headers", "apikey");
        assertThat(ada.get(CUSTOMERS + "?limit=1").header("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void aRoleChangesWhatIsSeenAtOnce() {
        String id = "testr0000000";
        String tags = "";
        for (var table : ada.get("/api/projects/shop/model").at("/model/tables")) {
            if (table.at("/name").asString().equals("tags")) {
                tags = table.at("/id").asString();
            }
        }
        String grant = "{\"id\":\"%s\",\"name\":\"tester\",\"title\":\"Tester\",\"grants\":[%s]}";
        ada.put("/api/projects/shop/roles/" + id, grant.formatted(id, "")).is(200);
        String key = key("tester");
        nobody.get("/p/shop/rest/v1/tags", "apikey", key).is(404);
        ada.put(
                        "/api/projects/shop/roles/" + id,
                        grant.formatted(id, "{\"table\":\"" + tags + "\",\"actions\":[\"read\"]}"))
                .is(200);
        nobody.get("/p/shop/rest/v1/tags?limit=1", "apikey", key).is(200);
        ada.put(
                        "/api/projects/shop/roles/" + id,
                        grant.formatted(
                                id,
                                "{\"table\":\"%s\",\"actions\":[\"read\",\"fly\"],\"condition\":{\"language\":\"cel\",\"expression\":\"nmae == 1\"}}"
                                        .formatted(tags)))
                .is(422)
                .has("fly");
        ada.delete("/api/projects/shop/roles/" + id).is(204);
        assertThat(nobody.get("/p/shop/rest/v1/tags?limit=1", "apikey", key).status())
                .isBetween(401, 404);
    }

    /** More than the body of any other request may have. */
    @Test
    void aBatchIsSentAgainWithTheSameAnswer() {
        String batch =
                "[{\"method\":\"POST\",\"path\":\"customers?select=id\",\"headers\":"
                        + "{\"Prefer\":\"return=representation\"},"
                        + "\"body\":{\"name\":\"Twice\",\"email\":\"twice@example.org\","
                        + "\"since\":\"2024-01-31\"}}]";
        String root = CUSTOMERS.substring(0, CUSTOMERS.lastIndexOf('/') + 1);
        Answer first = ada.post(root, batch, "Idempotency-Key", "once").is(200).has("201");
        Answer again = ada.post(root, batch, "Idempotency-Key", "once").is(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        ada.get(root + "plinth_answers").is(404);
        ada.get(CUSTOMERS + "?select=count()&name=eq.Twice").is(200).has("1");
        ada.post("/api/projects/shop/environments/sample/plan", "").is(200).has("\"empty\":true");
    }

    @Test
    void takesABodyLargerThanIsHeld() {
        String padding = "x".repeat(900);
        StringBuilder csv = new StringBuilder("name,email,since,notes\n");
        for (int i = 0; i < 40_000; i++) {
            csv.append("import,a@").append(i).append(",2024-01-31,").append(padding).append('\n');
        }
        assertThat(csv.length()).isGreaterThan(33 * 1024 * 1024);
        Answer told =
                ada.post(
                                IMPORT + "customers",
                                csv.toString(),
                                "Content-Type",
                                "text/csv",
                                "Accept",
                                "application/x-ndjson",
                                "Prefer",
                                "tx=rollback")
                        .is(200);
        assertThat(told.body().lines()).hasSize(21);
        assertThat(told.body().lines().toList().getLast())
                .startsWith("{\"rows\":40000,\"inserted\":40000,")
                .contains("\"written\":false");
        ada.get(CUSTOMERS + "?name=eq.import").is(200).has("[]");
    }

    @Test
    void aRefusalIsReadByWhoeverStillSends() {
        String body = "name,nothing\n" + "a,b\n".repeat(3_000_000);
        ada.post(IMPORT + "categories", body, "Content-Type", "text/csv")
                .is(400)
                .has("PGRST204", "nothing");
    }

    @Test
    void importsOnlyForThoseWhoMay() {
        nobody.post(IMPORT + "categories", "name\na\n", "Content-Type", "text/csv").is(404);
        server.administrator()
                .withoutCsrf()
                .post(IMPORT + "categories", "name\na\n", "Content-Type", "text/csv")
                .is(404);
    }

    @Test
    void givesAWorkbookToKeep() {
        ada.get(CUSTOMERS, "Accept", WORKBOOK)
                .is(200)
                .hasHeader("Content-Type", WORKBOOK)
                .hasHeader("Content-Disposition", "rows.xlsx");
        ada.get(CUSTOMERS + "?select=id&limit=2", "Accept", "application/jsonl")
                .is(200)
                .hasHeader("Content-Type", "application/jsonl");
    }
}
