package dev.plinth.app;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BadInputIT {
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

    @Test
    void unknownAddressesAndMethods() {
        ada.get("/api/nothing").isRefused(404, "B001").has("/api/nothing");
        ada.get("/api/projects/nothing").isRefused(404, "B008");
        ada.get("/api/projects/nothing/model").isRefused(404, "B008");
        ada.put("/api/projects", "{}").isRefused(405, "B002").has("GET, POST");
        server.browser().get("/api/nothing").isRefused(401, "B401");
    }

    @Test
    void brokenJson() {
        ada.post("/api/projects", "{\"name\": \"shop\",\n \"title\" }")
                .isRefused(400, "B003")
                .has("line 2");
        ada.post("/api/projects", "").isRefused(400, "B003");
        ada.post("/api/projects", "{} {}").isRefused(400, "B003");
    }

    @Test
    void wrongTypesAndUnknownFields() {
        ada.post("/api/projects", "{\"name\":[1]}")
                .isRefused(422, "B004")
                .has("\"path\":\"name\"", "a text");
        ada.post("/api/projects", "{\"nmae\":\"shop\"}")
                .isRefused(422, "B004")
                .has("nmae", "Known are connection, name, schemas, start, title");
        ada.post("/api/projects", "[]").isRefused(422, "B004");
        ada.post("/api/projects", "{\"name\":\"No Spaces\",\"start\":\"magic\"}")
                .isRefused(422, "B004")
                .has("\"path\":\"name\"", "\"path\":\"start\"", "Known are");
    }

    @Test
    void otherContentTypes() {
        ada.post("/api/projects", "name=shop", "Content-Type", "application/x-www-form-urlencoded")
                .isRefused(415, "B006");
        ada.get("/api/projects", "Accept", "text/csv").isRefused(406, "B007");
    }

    @Test
    void bodiesThatAreTooLarge() {
        ada.post("/api/projects", "{\"name\":\"" + "x".repeat(33 * 1024 * 1024) + "\"}")
                .isRefused(413, "B005");
    }

    @Test
    void addressesThatTomcatItselfRefuses() {
        ada.get("/api/%00").isRefused(400, "B012");
    }

    @Test
    void headersTellBrowsersWhatAPageMayDo() {
        ada.get("/api/projects")
                .hasHeader("Content-Security-Policy", "default-src 'none'")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Cache-Control", "no-store");
        ada.get("/")
                .hasHeader("Content-Security-Policy", "frame-ancestors 'none'")
                .hasHeader("X-Frame-Options", "DENY");
    }
}
