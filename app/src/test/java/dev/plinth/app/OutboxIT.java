package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.plinth.app.deploy.EnvironmentDatabases;
import dev.plinth.app.deploy.Environments;
import dev.plinth.app.project.Projects;
import dev.plinth.app.settings.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class OutboxIT {
    private static final String ROWS = "/p/shop/rest/v1/product";
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private HttpServer receiver;

    private record Received(String key, String body, String timestamp, String signature) {}

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/hook",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    Integer status = answers.poll();
                    exchange.sendResponseHeaders(status == null ? 204 : status, -1);
                    exchange.close();
                    received.add(
                            new Received(
                                    exchange.getRequestHeaders().getFirst("webhook-id"),
                                    body,
                                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                                    exchange.getRequestHeaders().getFirst("webhook-signature")));
                });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private static Settings callingInside(Settings settings) {
        return settings.withInternalCalls(true);
    }

    private Browser deployed(RunningServer server) {
        String table =
                """
                {"id":"prdct0000000","name":"product","columns":[
                  {"id":"prdct0000key","name":"id","type":"bigint","required":true},
                  {"id":"prdct00nam00","name":"name","type":"text(50)"}],
                 "primaryKey":{"name":"","columns":["prdct0000key"]},
                 "triggers":[{"id":"prdct00trgr0","name":"tell","events":["insert"],
                   "action":{"kind":"callUrl","url":"http://127.0.0.1:%d/hook"}}]}\
                """
                        .formatted(receiver.getAddress().getPort());
        Browser ada = server.administrator();
        ada.deploy("shop", table);
        return ada;
    }

    @Test
    void aCallIsMadeAndTriedAgainUntilItGetsThrough() throws InterruptedException {
        try (RunningServer server = RunningServer.start(OutboxIT::callingInside)) {
            answers.add(500);
            deployed(server).post(ROWS, "{\"id\":1,\"name\":\"Lamp\"}").is(201);
            Received first = received.poll(30, TimeUnit.SECONDS);
            Received second = received.poll(30, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            assertThat(first.body()).contains("Lamp");
            assertThat(second).isNotNull();
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.key()).isEqualTo(first.key()).isNotEmpty();
            assertThat(first.signature()).isNull();
        }
    }

    @Test
    void aCallIsSigned() throws Exception {
        try (RunningServer server = RunningServer.start(OutboxIT::callingInside)) {
            Browser ada = deployed(server);
            String address = "/api/projects/shop/webhook-secret";
            assertThat(ada.get(address).is(200).at("/madeAt").isNull()).isTrue();
            String first = ada.post(address, "").is(201).text("/secret");
            ada.post(ROWS, "{\"id\":1,\"name\":\"Lamp\"}").is(201);
            Received once = received.poll(30, TimeUnit.SECONDS);
            assertThat(once.signature()).isEqualTo(signature(once, first));

            String second = ada.post(address, "").is(201).text("/secret");
            assertThat(ada.get(address).is(200).at("/secret").isMissingNode()).isTrue();
            ada.post(ROWS, "{\"id\":2,\"name\":\"Chär\"}").is(201);
            Received again = received.poll(30, TimeUnit.SECONDS);
            assertThat(again.signature())
                    .isEqualTo(signature(again, second) + " " + signature(again, first));
        }
    }

    private static String signature(Received call, String secret) throws Exception {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((call.key() + "." + call.timestamp() + ".").getBytes(StandardCharsets.US_ASCII));
        mac.update(call.body().getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal());
    }

    @Test
    void aCallSurvivesARestart() throws InterruptedException {
        RunningServer server = RunningServer.start(OutboxIT::callingInside);
        Browser ada = deployed(server);
        answers.add(503);
        ada.post(ROWS, "{\"id\":1,\"name\":\"Chair\"}").is(201);
        assertThat(received.poll(30, TimeUnit.SECONDS)).isNotNull();
        server.stop();
        received.clear();
        try (RunningServer again = RunningServer.at(server.home(), OutboxIT::callingInside)) {
            assertThat(received.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void nobodyInsideIsCalledUnlessTheOperatorAllowsIt() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            deployed(server).post(ROWS, "{\"id\":1,\"name\":\"Lamp\"}").is(201);
            Instant end = Instant.now().plusSeconds(30);
            while (tries(server) == 0 && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(tries(server)).isPositive();
            assertThat(received).isEmpty();
            Browser ada = server.administrator();
            String length = "plinth_outbox_length{project=\"shop\"} 1\n";
            while (!ada.get("/metrics").body().contains(length) && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            ada.get("/metrics")
                    .has(length)
                    .has("plinth_outbox_oldest_seconds{project=\"shop\"} ")
                    .lacks("plinth_outbox_oldest_seconds{project=\"shop\"} 0.0\n");
        }
    }

    private static long tries(RunningServer server) throws SQLException {
        Environments environments = server.bean(Environments.class);
        String project = server.bean(Projects.class).named("shop").orElseThrow().id();
        var pool =
                server.bean(EnvironmentDatabases.class)
                        .pool(environments.serving(project).orElseThrow());
        try (var connection = pool.source().getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT MAX(\"attempts\") FROM \"plinth_outbox\"")) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
