package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.deploy.EnvironmentDatabases;
import dev.plinth.app.deploy.Environments;
import dev.plinth.app.project.Projects;
import dev.plinth.app.settings.Settings.Following;
import dev.plinth.data.run.ChangeFeed;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Changes, followed by a real client. */
class LiveIT {
    private static final String TABLE =
            """
            {"id":"note00000000","name":"note","columns":[
              {"id":"note0000key0","name":"id","type":"bigint","required":true},
              {"id":"note00title0","name":"title","type":"text(50)"},
              {"id":"note00owner0","name":"owner","type":"text(50)"},
              {"id":"note0secret0","name":"secret","type":"text(50)"},
              {"id":"note000body0","name":"body","type":"longtext"}],
             "primaryKey":{"name":"","columns":["note0000key0"]},
             "triggers":[{"id":"note00trggr0","name":"told","events":["insert","update","delete"],
               "action":{"kind":"publish"}}]}\
            """;
    private static RunningServer server;
    private static Browser ada;

    @BeforeAll
    static void start() {
        server =
                RunningServer.start(
                        usual ->
                                usual.withFollowing(
                                        new Following(
                                                4,
                                                Duration.ofDays(1),
                                                1000,
                                                Duration.ofMillis(500))));
        ada = server.administrator();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String rows(String project) {
        return "/p/" + project + "/rest/v1/note";
    }

    /** A key, and its secret. */
    private record Key(String id, String secret) {}

    private static void grant(Browser ada, String project, String actions) {
        ada.put(
                        "/api/projects/" + project + "/roles/r00e00000000",
                        """
                        {"name":"owner","title":"Owner","routines":[],"grants":[
                          {"table":"note00000000","actions":[%s],
                           "hiddenColumns":["note0secret0"],"readOnlyColumns":[],
                           "condition":{"language":"cel","expression":"owner == 'bob'"}}]}\
                        """
                                .formatted(actions))
                .is(200);
    }

    private static Key key(Browser ada, String project) {
        grant(ada, project, "\"read\"");
        Answer made =
                ada.post(
                                "/api/projects/" + project + "/keys",
                                "{\"name\":\"k\",\"role\":\"r00e00000000\"}")
                        .is(201);
        return new Key(made.text("/id"), made.text("/secret"));
    }

    /** Somebody who follows, with a thread that reads. */
    private static final class Follower implements AutoCloseable {
        private static final String END = "the end";
        private final HttpClient client = HttpClient.newHttpClient();
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private volatile String last;

        Follower(RunningServer server, Key key, String path, String lastEvent)
                throws IOException, InterruptedException {
            this(server, path, lastEvent, "apikey", key.secret());
        }

        Follower(RunningServer server, String path, String lastEvent, String... headers)
                throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(server.url() + path))
                            .header("Accept", "text/event-stream")
                            .headers(headers);
            if (lastEvent != null) {
                request.header("Last-Event-ID", lastEvent);
            }
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type").orElse(""))
                    .startsWith("text/event-stream");
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("retry: 3000");
            note(lines.readLine());
            Thread.ofVirtual().start(() -> read(lines));
        }

        private void read(BufferedReader lines) {
            try {
                String event = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    note(line);
                    if (line.startsWith("event: ")) {
                        event = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        events.add(event + " " + line.substring(6));
                    }
                }
            } catch (IOException e) {
                // The server ended it.
            }
            events.add(END);
        }

        private void note(String line) {
            if (line.startsWith("id: ")) {
                last = line.substring(4);
            }
        }

        String next() throws InterruptedException {
            return events.poll(30, TimeUnit.SECONDS);
        }

        void isOver() throws InterruptedException {
            assertThat(next()).isEqualTo(END);
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    @Test
    void everybodyIsToldOfWhatTheyMaySee() throws Exception {
        ada.deploy("seen", TABLE);
        Key key = key(ada, "seen");
        String rows = rows("seen");
        try (Follower bob = new Follower(server, key, rows, null)) {
            ada.post(rows, "{\"id\":1,\"owner\":\"ada\",\"secret\":\"x\"}").is(201);
            ada.post(rows, "{\"id\":2,\"owner\":\"bob\",\"secret\":\"x\"}").is(201);
            assertThat(bob.next())
                    .isEqualTo(
                            "insert {\"key\":{\"id\":2},\"row\":{\"id\":2,\"title\":null,"
                                    + "\"owner\":\"bob\",\"body\":null}}");
            ada.delete(rows + "?id=eq.1").is(204);
            ada.patch(rows + "?id=eq.2", "{\"title\":\"two\"}").is(204);
            assertThat(bob.next()).startsWith("update {\"key\":{\"id\":2}").contains("two");
            ada.patch(rows + "?id=eq.2", "{\"owner\":\"ada\"}").is(204);
            assertThat(bob.next()).isEqualTo("delete {\"key\":{\"id\":2}}");
            ada.delete("/api/projects/seen/keys/" + key.id()).is(204);
            ada.post(rows, "{\"id\":3,\"owner\":\"bob\"}").is(201);
            bob.isOver();
        }
    }

    @Test
    void noMoreFollowThanMay() throws Exception {
        ada.deploy("few", TABLE);
        Key key = key(ada, "few");
        String rows = rows("few");
        try (Follower one = new Follower(server, key, rows, null)) {
            try (Follower two = new Follower(server, key, rows, null);
                    Follower her = new Follower(server, rows, null, "Cookie", ada.cookie());
                    Follower other = new Follower(server, key(ada, "few"), rows, null)) {
                server.browser()
                        .get(
                                rows,
                                "Accept",
                                "text/event-stream",
                                "apikey",
                                key(ada, "few").secret())
                        .is(503)
                        .hasHeader("Retry-After", "30")
                        .has("PLN108", "\"hint\":\"Come back later");
                // Who reads is not turned away.
                server.browser().get(rows, "apikey", key.secret()).is(200);
                assertThat(metric("plinth_followers{project=\"few\"}")).isEqualTo("4");
                assertThat(metric("plinth_turned_away_total{project=\"few\",reason=\"followers\"}"))
                        .isEqualTo("1");
                assertThat(two.last).isNotEmpty();
                assertThat(her.last).isEqualTo(other.last);
            }
            // Nothing is told, and yet it is noticed that one is gone.
            await(() -> metric("plinth_followers{project=\"few\"}").equals("1"));
            try (Follower three = new Follower(server, key, rows, null)) {
                ada.post(rows, "{\"id\":1,\"owner\":\"bob\"}").is(201);
                assertThat(one.next()).startsWith("insert");
                assertThat(three.next()).startsWith("insert");
            }
        }
    }

    @Test
    void nobodyTakesAllPlaces() throws Exception {
        ada.deploy("shared", TABLE);
        Key key = key(ada, "shared");
        Key another = key(ada, "shared");
        String rows = rows("shared");
        try (Follower one = new Follower(server, key, rows, null)) {
            try (Follower two = new Follower(server, key, rows, null)) {
                server.browser()
                        .get(rows, "Accept", "text/event-stream", "apikey", key.secret())
                        .is(429)
                        .hasHeader("Retry-After", "30")
                        .has("PLN109", "as often as one may");
                assertThat(
                                metric(
                                        "plinth_turned_away_total{project=\"shared\","
                                                + "reason=\"followers_share\"}"))
                        .isEqualTo("1");
                try (Follower other = new Follower(server, another, rows, null)) {
                    ada.post(rows, "{\"id\":1,\"owner\":\"bob\"}").is(201);
                    assertThat(one.next()).startsWith("insert");
                    assertThat(two.next()).startsWith("insert");
                    assertThat(other.next()).startsWith("insert");
                }
            }
            await(() -> metric("plinth_followers{project=\"shared\"}").equals("1"));
            try (Follower again = new Follower(server, key, rows, null)) {
                ada.post(rows, "{\"id\":2,\"owner\":\"bob\"}").is(201);
                assertThat(again.next()).startsWith("insert");
            }
        }
    }

    private static String metric(String name) {
        return ada.get("/metrics")
                .is(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("");
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

    @Test
    void whoDoesNotReadIsCutOffAndGoesOnWhereItWas() throws Exception {
        ada.deploy("slow", TABLE);
        Key key = key(ada, "slow");
        String rows = rows("slow");
        String big = "x".repeat(8_000_000);
        try (Wire slow = Wire.narrow(server);
                Follower quick = new Follower(server, key, rows + "?select=id", null)) {
            slow.send(
                    "GET "
                            + rows
                            + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\napikey: "
                            + key.secret()
                            + "\r\n\r\n");
            await(() -> metric("plinth_followers{project=\"slow\"}").equals("2"));
            ada.post(rows, "{\"id\":1,\"owner\":\"bob\",\"body\":\"small\"}").is(201);
            assertThat(quick.next()).contains("\"id\":1");
            ada.post(rows, "{\"id\":2,\"owner\":\"bob\",\"body\":\"" + big + "\"}").is(201);
            ada.post(rows, "{\"id\":3,\"owner\":\"bob\"}").is(201);
            assertThat(quick.next()).contains("\"id\":2");
            assertThat(quick.next()).contains("\"id\":3");
            await(() -> metric("plinth_followers{project=\"slow\"}").equals("1"));
            // It still gets what was under way, up to the end of the connection.
            String got = slow.read(Integer.MAX_VALUE / 4);
            assertThat(got).contains("\"small\"").doesNotContain("\"id\":3");
            String last = lastOf(got);
            try (Follower again = new Follower(server, key, rows + "?select=id", last)) {
                assertThat(again.next()).contains("\"id\":2");
                assertThat(again.next()).contains("\"id\":3");
            }
        }
    }

    /** The id of the last event that is whole. */
    private static String lastOf(String events) {
        String whole = events.substring(0, events.lastIndexOf("\n\n"));
        int begin = whole.lastIndexOf("id: ") + 4;
        return whole.substring(begin, whole.indexOf('\n', begin));
    }

    @Test
    void aDeploymentIsFollowedToo() throws Exception {
        ada.deploy("moved", TABLE);
        Key key = key(ada, "moved");
        String rows = rows("moved");
        try (Follower all = new Follower(server, key, rows, null);
                Follower some = new Follower(server, key, rows + "?select=id,title", null)) {
            ada.post(rows, "{\"id\":1,\"owner\":\"bob\",\"title\":\"one\"}").is(201);
            assertThat(all.next()).contains("\"title\":\"one\"");
            assertThat(some.next()).contains("\"title\":\"one\"");
            ada.edit(
                    "moved",
                    1,
                    TABLE.replace("\"title\"", "\"name\"")
                            .replace(
                                    "{\"id\":\"note000body0\",\"name\":\"body\",\"type\":\"longtext\"}",
                                    "{\"id\":\"note00added0\",\"name\":\"added\",\"type\":\"integer\"}"));
            ada.deploy("moved");
            ada.patch(rows + "?id=eq.1", "{\"added\":7}").is(204);
            assertThat(all.next())
                    .isEqualTo(
                            "update {\"key\":{\"id\":1},\"row\":{\"id\":1,\"name\":\"one\","
                                    + "\"owner\":\"bob\",\"added\":7}}");
            some.isOver();
            server.browser()
                    .get(
                            rows + "?select=id,title",
                            "Accept",
                            "text/event-stream",
                            "apikey",
                            key.secret())
                    .is(400)
                    .has("42703");
            grant(ada, "moved", "\"create\"");
            all.isOver();
            grant(ada, "moved", "\"read\"");
            try (Follower last = new Follower(server, key, rows, all.last)) {
                String silent = TABLE.replaceAll("\"triggers\":.*(?s:.)*", "\"triggers\":[]}");
                ada.edit("moved", 2, silent);
                ada.deploy("moved");
                last.isOver();
            }
        }
    }

    @Test
    void whoSignsOutIsToldNoMore() throws Exception {
        ada.deploy("left", TABLE);
        String rows = rows("left");
        Browser again = server.administrator();
        try (Follower her = new Follower(server, rows, null, "Cookie", again.cookie())) {
            ada.post(rows, "{\"id\":1,\"title\":\"one\"}").is(201);
            assertThat(her.next()).contains("one");
            again.delete("/api/session").is(204);
            her.isOver();
        }
    }

    @Test
    void whoComesTooLateIsToldToReadAgain() throws Exception {
        ada.deploy("late", TABLE);
        Key key = key(ada, "late");
        String rows = rows("late");
        String early;
        try (Follower bob = new Follower(server, key, rows, null)) {
            early = bob.last;
        }
        for (int id = 1; id <= 3; id++) {
            ada.post(rows, "{\"id\":" + id + ",\"owner\":\"bob\"}").is(201);
        }
        Environments environments = server.bean(Environments.class);
        String project = server.bean(Projects.class).named("late").orElseThrow().id();
        var pool =
                server.bean(EnvironmentDatabases.class)
                        .pool(environments.serving(project).orElseThrow());
        new ChangeFeed(pool.dialect(), pool.lending()).purge(Instant.EPOCH, 1);
        try (Follower bob = new Follower(server, key, rows, early)) {
            assertThat(bob.next()).isEqualTo("reset {}");
            ada.post(rows, "{\"id\":4,\"owner\":\"bob\"}").is(201);
            assertThat(bob.next()).startsWith("insert").contains("\"id\":4");
        }
    }

    @Test
    void aRestartLosesNothing() throws Exception {
        RunningServer first = RunningServer.start();
        Browser ann = first.administrator();
        ann.deploy("shop", TABLE);
        Key key = key(ann, "shop");
        String rows = rows("shop");
        String last;
        try (Follower bob = new Follower(first, key, rows + "?select=id", null)) {
            ann.post(rows, "{\"id\":1,\"owner\":\"bob\"}").is(201);
            assertThat(bob.next()).startsWith("insert").contains("\"id\":1");
            last = bob.last;
            ann.post(rows, "{\"id\":2,\"owner\":\"bob\"}").is(201);
            assertThat(bob.next()).startsWith("insert").contains("\"id\":2");
            first.stop();
            bob.isOver();
        }
        try (RunningServer again = RunningServer.at(first.home(), s -> s)) {
            again.administrator().post(rows, "{\"id\":3,\"owner\":\"bob\"}").is(201);
            try (Follower bob = new Follower(again, key, rows + "?select=id", last);
                    Follower lost = new Follower(again, key, rows, "elsewhere-7")) {
                assertThat(bob.next()).contains("\"id\":2");
                assertThat(bob.next()).contains("\"id\":3");
                assertThat(lost.next()).isEqualTo("reset {}");
            }
        }
    }
}
