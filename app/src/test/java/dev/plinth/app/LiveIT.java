package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Changes, followed by a real client. */
class LiveIT {
    private static final String ROWS = "/p/shop/rest/v1/note";
    private static final String TABLE =
            """
            {"id":"note00000000","name":"note","columns":[
              {"id":"note0000key0","name":"id","type":"bigint","required":true},
              {"id":"note00title0","name":"title","type":"text(50)"},
              {"id":"note00owner0","name":"owner","type":"text(50)"},
              {"id":"note0secret0","name":"secret","type":"text(50)"}],
             "primaryKey":{"name":"","columns":["note0000key0"]},
             "triggers":[{"id":"note00trggr0","name":"told","events":["insert","update","delete"],
               "action":{"kind":"publish"}}]}\
            """;

    private static Browser deployed(RunningServer server) {
        Browser ada = server.administrator();
        ada.post("/api/projects", "{\"name\":\"shop\"}").is(201);
        ada.post(
                        "/api/projects/shop/model/edits",
                        "{\"base\":0,\"put\":{\"tables\":[" + TABLE + "]}}")
                .is(200);
        ada.post("/api/projects/shop/environments", "{\"name\":\"main\"}").is(201);
        String environment = "/api/projects/shop/environments/main";
        String plan = ada.post(environment + "/plan", "").is(200).text("/id");
        String id =
                ada.post(environment + "/deployments", "{\"plan\":\"" + plan + "\"}")
                        .is(202)
                        .text("/id");
        ada.get("/api/deployments/" + id + "/events").has("event:end");
        return ada;
    }

    /** A key, and its secret. */
    private record Key(String id, String secret) {}

    private static Key key(Browser ada) {
        ada.put(
                        "/api/projects/shop/roles/r00e00000000",
                        """
                        {"name":"owner","title":"Owner","routines":[],"grants":[
                          {"table":"note00000000","actions":["read"],
                           "hiddenColumns":["note0secret0"],"readOnlyColumns":[],
                           "condition":{"language":"cel","expression":"owner == 'bob'"}}]}\
                        """)
                .is(200);
        Answer made =
                ada.post("/api/projects/shop/keys", "{\"name\":\"k\",\"role\":\"r00e00000000\"}")
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
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(server.url() + path))
                            .header("Accept", "text/event-stream")
                            .header("apikey", key.secret());
            if (lastEvent != null) {
                request.header("Last-Event-ID", lastEvent);
            }
            HttpResponse<java.io.InputStream> response =
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
        try (RunningServer server = RunningServer.start()) {
            Browser ada = deployed(server);
            Key key = key(ada);
            try (Follower bob = new Follower(server, key, ROWS, null)) {
                ada.post(ROWS, "{\"id\":1,\"owner\":\"ada\",\"secret\":\"x\"}").is(201);
                ada.post(ROWS, "{\"id\":2,\"owner\":\"bob\",\"secret\":\"x\"}").is(201);
                assertThat(bob.next())
                        .isEqualTo(
                                "insert {\"key\":{\"id\":2},\"row\":{\"id\":2,\"title\":null,"
                                        + "\"owner\":\"bob\"}}");
                ada.delete(ROWS + "?id=eq.1").is(204);
                ada.patch(ROWS + "?id=eq.2", "{\"title\":\"two\"}").is(204);
                assertThat(bob.next()).startsWith("update {\"key\":{\"id\":2}").contains("two");
                ada.patch(ROWS + "?id=eq.2", "{\"owner\":\"ada\"}").is(204);
                assertThat(bob.next()).isEqualTo("delete {\"key\":{\"id\":2}}");
                ada.delete("/api/projects/shop/keys/" + key.id()).is(204);
                bob.isOver();
            }
        }
    }

    @Test
    void aRestartLosesNothing() throws Exception {
        RunningServer server = RunningServer.start();
        Browser ada = deployed(server);
        Key key = key(ada);
        String last;
        try (Follower bob = new Follower(server, key, ROWS + "?select=id", null)) {
            ada.post(ROWS, "{\"id\":1,\"owner\":\"bob\"}").is(201);
            assertThat(bob.next()).startsWith("insert").contains("\"id\":1");
            last = bob.last;
            ada.post(ROWS, "{\"id\":2,\"owner\":\"bob\"}").is(201);
            assertThat(bob.next()).startsWith("insert").contains("\"id\":2");
            server.stop();
            bob.isOver();
        }
        try (RunningServer again = RunningServer.at(server.home(), s -> s)) {
            again.administrator().post(ROWS, "{\"id\":3,\"owner\":\"bob\"}").is(201);
            try (Follower bob = new Follower(again, key, ROWS + "?select=id", last);
                    Follower lost = new Follower(again, key, ROWS, "elsewhere-7")) {
                assertThat(bob.next()).contains("\"id\":2");
                assertThat(bob.next()).contains("\"id\":3");
                assertThat(lost.next()).isEqualTo("reset {}");
            }
        }
    }
}
