package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Goes through every operation there is, so that a new one that nobody guards is noticed. */
class DefaultDenyIT {
    private static RunningServer server;
    private static List<Operation> guarded;

    private record Operation(String method, String path) {}

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        Browser ada = server.administrator();
        ada.post("/api/projects", "{\"name\":\"shop\"}").is(201);
        ada.post("/api/projects/shop/environments", "{\"name\":\"main\"}").is(201);
        ada.post(
                        "/api/users",
                        "{\"email\":\"eve@example.org\",\"name\":\"Eve\",\"password\":\"eves"
                                + " password\"}")
                .is(201);
        guarded = new ArrayList<>();
        for (var path : ada.get("/api/openapi.json").is(200).at("/paths").properties()) {
            for (var operation : path.getValue().properties()) {
                boolean open = operation.getValue().has("security");
                if (!operation.getKey().equals("parameters") && !open) {
                    guarded.add(
                            new Operation(
                                    operation.getKey().toUpperCase(Locale.ROOT), path.getKey()));
                }
            }
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer send(Browser browser, Operation operation) {
        String path =
                operation
                        .path
                        .replace("{p}", "shop")
                        .replace("{e}", "main")
                        .replace("{n}", "0")
                        .replace("{id}", "0");
        boolean body = !operation.method.equals("GET") && !operation.method.equals("DELETE");
        return browser.send(operation.method, path, body ? "{}" : null);
    }

    @Test
    void nothingIsOpenToWhoDidNotSignIn() {
        assertThat(guarded).hasSizeGreaterThan(40);
        Browser nobody = server.browser();
        nobody.get("/api/session").is(200);
        for (Operation operation : guarded) {
            send(nobody, operation).isRefused(401, "B401");
        }
    }

    @Test
    void nothingOfAProjectIsOpenToWhoDoesNotBelongToIt() {
        Browser eve = server.browser();
        eve.signIn("eve@example.org", "eves password").is(200);
        for (Operation operation : guarded) {
            if (operation.path.startsWith("/api/projects/{p}")) {
                send(eve, operation).isRefused(404, "B008").lacks("revision", "main");
            } else if (operation.path.matches("/api/(users|connections|audit|operations).*")) {
                send(eve, operation).isRefused(403, "B403");
            }
        }
    }
}
