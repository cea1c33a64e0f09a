package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class SignInIT {
    private RunningServer server;

    @BeforeEach
    void start() {
        server = RunningServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void firstStartCreatesOneAdministratorAndOnlyOne() {
        Browser browser = server.browser();
        browser.get("/api/session").is(200).has("\"setup\":true", "\"user\":null");
        browser.get("/api/projects").isRefused(401, "B401");

        browser.post("/api/setup", "{\"email\":\"nobody\",\"name\":\" \",\"password\":\"short\"}")
                .isRefused(422, "B004")
                .has("\"path\":\"email\"", "\"path\":\"name\"", "\"path\":\"password\"")
                .lacks("short\"");
        String ada =
                "{\"email\":\"Ada@Example.org\",\"name\":\"Ada\",\"password\":\"correct horse"
                        + " battery\"}";
        browser.post("/api/setup", ada)
                .is(200)
                .has("\"setup\":false", "\"email\":\"ada@example.org\"", "\"administrator\":true")
                .lacks("correct horse", "argon2");
        browser.get("/api/projects").is(200);

        Browser second = server.browser();
        second.get("/api/session").has("\"setup\":false");
        second.post("/api/setup", ada).isRefused(409, "B406");
    }

    @Test
    void whoSignsInGetsAFreshCookieAndSigningOutEndsTheSession() throws IOException {
        server.administrator();
        Browser browser = server.browser();
        String before = browser.get("/api/session").header("Set-Cookie");
        assertThat(before).contains("HttpOnly", "SameSite=Lax", "Path=/");
        String after =
                browser.signIn(RunningServer.EMAIL, RunningServer.PASSWORD)
                        .is(200)
                        .header("Set-Cookie");
        assertThat(after).isNotEmpty().isNotEqualTo(before);
        browser.get("/api/users").is(200).has(RunningServer.EMAIL).lacks("argon2", "hash");

        String token = after.substring(after.indexOf('=') + 1, after.indexOf(';'));
        Browser thief = server.browser();
        thief.get("/api/users", "Cookie", "plinth_session=" + token).is(200);
        browser.delete("/api/session").is(204);
        browser.get("/api/users").isRefused(401, "B401");
        thief.get("/api/users", "Cookie", "plinth_session=" + token).isRefused(401, "B401");

        server.stop();
        assertThat(filesWith(server.home(), token, RunningServer.PASSWORD)).isEmpty();
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonLookTheSame() {
        server.administrator();
        Answer wrong = server.browser().signIn(RunningServer.EMAIL, "not the password");
        Answer unknown = server.browser().signIn("eve@example.org", "not the password");
        wrong.isRefused(401, "B402").lacks("not the password");
        unknown.isRefused(401, "B402");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void whoGuessesHasToWait() {
        server.administrator();
        Browser browser = server.browser();
        for (int i = 0; i < 6; i++) {
            browser.signIn(RunningServer.EMAIL, "guess " + i).is(401);
        }
        browser.signIn(RunningServer.EMAIL, RunningServer.PASSWORD)
                .isRefused(429, "B405")
                .hasHeader("Retry-After", "");
    }

    @Test
    void aRequestThatCouldComeFromSomebodyElsesPageIsRefused() {
        Browser browser = server.administrator();
        browser.withoutCsrf()
                .post("/api/projects", "{\"name\":\"shop\",\"start\":\"empty\"}")
                .isRefused(403, "B404");
        browser.post("/api/projects", "{\"name\":\"shop\"}", "X-CSRF-TOKEN", "0".repeat(64))
                .isRefused(403, "B404");
        browser.get("/api/projects").is(200).has("[]");
    }

    @Test
    void peopleChangeThemselvesAndAdministratorsEverybody() {
        Browser ada = server.administrator();
        String bob =
                ada.post(
                                "/api/users",
                                "{\"email\":\"bob@example.org\",\"name\":\"Bob\",\"password\":\"bobs"
                                    + " password\"}")
                        .is(201)
                        .text("/id");
        ada.post(
                        "/api/users",
                        "{\"email\":\"BOB@example.org\",\"name\":\"B\",\"password\":\"bobs"
                                + " password\"}")
                .isRefused(409, "B009");

        Browser browser = server.browser();
        browser.signIn("bob@example.org", "bobs password").is(200);
        browser.get("/api/users").isRefused(403, "B403");
        browser.post("/api/projects", "{\"name\":\"shop\"}").isRefused(403, "B403");
        browser.patch("/api/users/" + bob, "{\"administrator\":true}").isRefused(403, "B403");
        browser.patch("/api/users/" + bob, "{\"password\":\"another password\"}")
                .isRefused(422, "B004");
        browser.patch(
                        "/api/users/" + bob,
                        "{\"password\":\"another password\",\"currentPassword\":\"bobs password\"}")
                .is(200);
        server.browser().signIn("bob@example.org", "bobs password").is(401);
        server.browser().signIn("bob@example.org", "another password").is(200);

        String own = ada.get("/api/session").text("/user/id");
        ada.patch("/api/users/" + own, "{\"administrator\":false}").isRefused(409, "B408");
        ada.delete("/api/users/" + own).isRefused(409, "B408");
        ada.delete("/api/users/" + bob).is(204);
        browser.get("/api/projects").isRefused(401, "B401");
    }

    private static List<Path> filesWith(Path folder, String... secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(f -> holdsAny(f, secrets)).toList();
        }
    }

    private static boolean holdsAny(Path file, String... secrets) {
        try {
            String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            return Stream.of(secrets).anyMatch(text::contains);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
