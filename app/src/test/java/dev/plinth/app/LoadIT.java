package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.connection.ConnectionPools;
import dev.plinth.app.connection.ConnectionPools.Load;
import dev.plinth.app.settings.Attached;
import dev.plinth.app.settings.Settings;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** More requests than there is room for, slow ones, and clients that leave. */
class LoadIT {
    private static final String ROWS = "/p/shop/rest/v1/";
    private static final String TOKEN = "a token of the operator";
    private static final int ABORTS = 300;
    private static FreshDatabase database;
    private static RunningServer server;
    private static Browser ada;
    private static Browser anybody;

    @BeforeAll
    static void start() throws SQLException {
        database = TestDatabases.POSTGRESQL.fresh();
        database.execute(
                "CREATE TABLE item (id integer PRIMARY KEY, name varchar(200))",
                "INSERT INTO item SELECT n, repeat('x', 100) FROM generate_series(1, 20000) n",
                "CREATE TABLE taken (id integer PRIMARY KEY, name varchar(200))",
                "CREATE VIEW sleepy AS SELECT 1 AS id, pg_sleep(600)::text AS nap",
                "CREATE VIEW drowsy AS SELECT id, name, pg_sleep(0.05)::text AS nap FROM item"
                        + " WHERE id <= 2");
        server = RunningServer.start(LoadIT::settings);
        ada = server.administrator();
        anybody = server.browser();
    }

    private static Settings settings(Settings usual) {
        return usual.withAttached(
                        List.of(
                                new Attached(
                                        "shop",
                                        database.url(),
                                        database.user(),
                                        database.password(),
                                        List.of(),
                                        Optional.of("admin"),
                                        true,
                                        true)))
                .withOperation(new Settings.Operation(Optional.of(TOKEN), Duration.ofMillis(100)));
    }

    @AfterAll
    static void stop() throws SQLException {
        server.close();
        database.close();
    }

    @BeforeEach
    void nothingIsUnderWay() {
        poolOf(2);
    }

    /** Changes the number of connections, which takes effect at once. */
    private static void poolOf(int size) {
        var connection = ada.get("/api/connections").is(200).json().get(0);
        ada.put(
                        "/api/connections/" + connection.at("/id").asString(),
                        "{\"name\":\"%s\",\"url\":\"%s\",\"user\":\"%s\",\"poolSize\":%d}"
                                .formatted(
                                        connection.at("/name").asString(),
                                        connection.at("/url").asString(),
                                        connection.at("/user").asString(),
                                        size))
                .is(200)
                .has("\"poolSize\":" + size);
        anybody.get(ROWS + "item?limit=1").is(200);
    }

    private static Load load() {
        return server.bean(ConnectionPools.class).load().getFirst();
    }

    private static void await(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void nobodyIsLeft() {
        await(() -> load().active() == 0 && load().requests() == 0 && load().waiting() == 0);
    }

    private static boolean sleeps(int sessions) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND"
                                        + " wait_event = 'PgSleep'")) {
            rows.next();
            return rows.getInt(1) == sessions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoLeavesStopsTheStatement() {
        Wire wire = new Wire(server).get(ROWS + "sleepy?limit=1");
        await(() -> sleeps(1));
        wire.close();
        await(() -> sleeps(0));
        nobodyIsLeft();
        anybody.get("/metrics", "Authorization", "Bearer " + TOKEN)
                .is(200)
                .has("plinth_requests_total{project=\"shop\",table=\"sleepy\",method=\"GET\"");
    }

    @Test
    void nobodyTakesAllPlaces() {
        poolOf(1);
        try (Wire runs = new Wire(server).get(ROWS + "sleepy?limit=1")) {
            await(() -> sleeps(1));
            try (Wire waits = new Wire(server).get(ROWS + "item?limit=1")) {
                await(() -> load().requests() == 2);
                anybody.get(ROWS + "item?limit=1")
                        .is(429)
                        .hasHeader("Retry-After", "1")
                        .hasHeader("Access-Control-Allow-Origin", "*")
                        .has("PLN109");
                // Somebody else still has room to wait, but not for ever.
                ada.get(ROWS + "item?limit=1")
                        .is(503)
                        .hasHeader("Retry-After", "1")
                        .has("PLN108", "\"hint\":\"Nothing was done");
                assertThat(waits.read(12)).isEqualTo("HTTP/1.1 503");
            }
        }
        nobodyIsLeft();
        anybody.get("/metrics", "Authorization", "Bearer " + TOKEN)
                .has("plinth_turned_away_total{project=\"shop\",reason=\"share_used\"} 1");
    }

    @Test
    void whatTakesLongLeavesRoomForWhatDoesNot() {
        try (Wire export = new Wire(server).get(ROWS + "sleepy")) {
            await(() -> sleeps(1));
            anybody.get(ROWS + "item?id=eq.1&limit=1").is(200);
            anybody.get(ROWS + "item").is(503).hasHeader("Retry-After", "1").has("PLN108");
            anybody.post(ROWS + "import/taken", "id\n1\n", "Content-Type", "text/csv").is(503);
            anybody.get(ROWS + "item?id=eq.1&limit=1").is(200);
        }
        nobodyIsLeft();
        anybody.get(ROWS + "item").is(200);
    }

    @Test
    void whatIsBrokenOffGivesItsConnectionBack() throws InterruptedException {
        poolOf(4);
        Random chance = new Random(Long.getLong("plinth.seed", 1));
        try (var clients = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, ABORTS)
                    .forEach(
                            i -> {
                                long seed = chance.nextLong();
                                clients.submit(() -> breakOff(new Random(seed)));
                            });
            clients.shutdown();
            assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        nobodyIsLeft();
        for (int i = 0; i < 5; i++) {
            assertThat(anybody.get(ROWS + "item?select=id").is(200).json()).hasSize(20_000);
        }
        anybody.get(ROWS + "taken").is(200).has("[]");
    }

    private static void breakOff(Random chance) {
        try (Wire wire = new Wire(server)) {
            String start =
                    switch (chance.nextInt(9)) {
                        case 0 -> "GET " + ROWS + "item HTTP/1.1\r\nAccept: text/csv";
                        case 1 -> "GET " + ROWS + "item HTTP/1.1\r\nAccept: application/x-ndjson";
                        case 2 -> "GET " + ROWS + "item?order=name HTTP/1.1";
                        case 3 -> "HEAD " + ROWS + "item HTTP/1.1\r\nPrefer: count=exact";
                        case 4 -> "GET " + ROWS + "item?nothing=eq.1 HTTP/1.1";
                        case 5 -> "GET " + ROWS + "item?id=eq.x HTTP/1.1";
                        case 6 -> "GET " + ROWS + "drowsy HTTP/1.1";
                        default ->
                                "POST "
                                        + ROWS
                                        + (chance.nextBoolean() ? "import/taken" : "taken")
                                        + " HTTP/1.1\r\nContent-Type: text/csv\r\n"
                                        + "Content-Length: 100000";
                    };
            wire.send(start + "\r\nHost: x\r\nConnection: close\r\n\r\n");
            if (start.startsWith("POST")) {
                StringBuilder rows = new StringBuilder("id,name\n");
                IntStream.range(0, chance.nextInt(9000))
                        .forEach(i -> rows.append(i).append(",a\n"));
                wire.send(rows.toString());
            } else {
                wire.read(chance.nextInt(400_000));
            }
        }
    }

    @Test
    void whatIsSlowIsTold() {
        anybody.get(ROWS + "drowsy?id=not.in.(-987654,-987655)&name=like.*&name=neq.secret&limit=5")
                .is(200);
        nobodyIsLeft();
        Answer slow = ada.get("/api/operations/slow").is(200).lacks("secret", "98765");
        assertThat(slow.text("/0/table")).isEqualTo("drowsy");
        assertThat(slow.text("/0/path"))
                .isEqualTo(ROWS + "drowsy?id=not.in&name=like&name=neq&limit");
        assertThat(slow.at("/0/rows").asInt()).isEqualTo(2);
        assertThat(slow.at("/0/status").asInt()).isEqualTo(200);
        assertThat(slow.text("/0/sql/0")).startsWith("SELECT").contains("?");
        assertThat(slow.text("/0/steps")).contains("run;dur=");
    }

    @Test
    void metricsAreForWhoMaySeeThem() {
        anybody.get("/metrics").is(401).lacks("plinth_requests");
        anybody.get("/metrics", "Authorization", "Bearer wrong").is(401);
        anybody.get("/metrics", "Authorization", "").is(401);
        ada.get("/metrics").is(200);
        anybody.get(ROWS + "item?limit=3").is(200);
        anybody.get(ROWS + "nothing%22here").is(404);
        nobodyIsLeft();
        Answer told = anybody.get("/metrics", "Authorization", "Bearer " + TOKEN).is(200);
        told.hasHeader("Content-Type", "text/plain")
                .has(
                        "project=\"shop\",table=\"item\",method=\"GET\",status=\"2xx\"}",
                        "project=\"shop\",table=\"other\",method=\"GET\",status=\"4xx\"}",
                        "plinth_request_seconds_bucket{project=\"shop\",table=\"item\",method=\"GET\",le=\"+Inf\"}",
                        "plinth_pool_size{connection=\"attached-shop\",schema=\"\"} 2",
                        "jvm_memory_used_bytes{area=\"heap\"}")
                .lacks("nothing");
        for (String line : told.body().lines().toList()) {
            assertThat(line)
                    .matches("# (HELP|TYPE) [a-z_]+ .*|[a-z_]+(\\{[a-z]+=\".*\"})? [-0-9.E]+");
        }
    }
}
