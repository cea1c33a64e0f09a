package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.testing.requests.HostileRequests;
import dev.plinth.testing.requests.HostileRequests.Hostile;
import dev.plinth.testing.requests.SampleRows;
import dev.plinth.testing.requests.Seeds;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * What is sent over a socket as it is, however broken, makes the server neither fail nor tell what
 * it must not. {@code -Dplinth.seeds=100000} sends as much.
 */
class HostileIT {
    private static final String SECRET = "canary";
    private static final String ROWS = "/p/hostile/rest/v1/";
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.1 (\\d{3})");

    /**
     * Tomcat may answer without its status who comes after one of HTTP/0.9 and is not understood.
     */
    private static final Pattern PLAIN =
            Pattern.compile("^\\{\"type\":\"about:blank\",.*?\"status\":(\\d{3})");

    /** What a server that was taken by surprise says. */
    private static final Pattern TRACE =
            Pattern.compile("\tat |Exception|org\\.h2|org\\.apache|jdbc:|dev\\.plinth");

    private final JsonMapper json = new JsonMapper();

    @Test
    void nothingLeaksAndNothingBreaks() {
        try (RunningServer server = RunningServer.start()) {
            Browser ada = server.administrator();
            String key = open(ada);
            String before = hidden(ada);
            assertThat(before).contains(SECRET);
            Map<String, Integer> statuses = new TreeMap<>();
            AtomicInteger sent = new AtomicInteger();
            AtomicInteger lost = new AtomicInteger();
            int port = URI.create(server.url()).getPort();
            Seeds.each(
                    300,
                    random -> {
                        Hostile hostile = new HostileRequests(random).next();
                        String path =
                                random.nextBoolean() ? hostile.path() : encoded(hostile.path());
                        String answer = sent(port, key, hostile, path);
                        sent.incrementAndGet();
                        lost.addAndGet(answer.isEmpty() ? 1 : 0);
                        for (String status : check(hostile, answer)) {
                            statuses.merge(status, 1, Integer::sum);
                        }
                    });
            assertThat(statuses).containsKeys("200", "400");
            assertThat(lost.get()).isLessThan(1 + sent.get() / 20);
            assertThat(hidden(ada)).isEqualTo(before);
            System.out.println("answered over sockets: " + statuses);
        }
    }

    private static List<String> check(Hostile hostile, String answer) {
        assertThat(answer.toLowerCase(Locale.ROOT))
                .as(hostile.toString())
                .doesNotContain(SECRET)
                .doesNotContainPattern(TRACE);
        List<String> statuses =
                (answer.startsWith("{") ? PLAIN : STATUS)
                        .matcher(answer)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(statuses)
                .as(hostile + "\n" + answer)
                .allMatch(status -> status.charAt(0) == '2' || status.charAt(0) == '4');
        // A line that ends before it says HTTP/1.1 is one of HTTP/0.9, whose answers have no
        // status.
        boolean isWhole = hostile.path().chars().noneMatch(c -> c <= ' ');
        assertThat(!isWhole || answer.isEmpty() || !statuses.isEmpty())
                .as(hostile + "\n" + answer)
                .isTrue();
        return statuses;
    }

    /** As clients do, so that more of it gets past the web server. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 127 && "\"<>\\^`{|}#".indexOf(b) < 0) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b));
            }
        }
        return encoded.toString();
    }

    private static String sent(int port, String key, Hostile hostile, String path)
            throws IOException {
        byte[] body = hostile.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder()
                        .append(hostile.method())
                        .append(' ')
                        .append(ROWS)
                        .append(path)
                        .append(" HTTP/1.1\r\nHost: x\r\nConnection: close\r\napikey: ")
                        .append(key)
                        .append("\r\n");
        for (String header : hostile.headers()) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            // Who is refused while they still send may find the connection gone before the answer.
            return "";
        }
    }

    /**
     * A project with a table, a column and rows that the caller must never see; each says so.
     *
     * @return the caller's key
     */
    private String open(Browser ada) {
        ada.post("/api/projects", "{\"name\":\"hostile\"}").is(201);
        ada.put(
                        "/api/projects/hostile/model/text",
                        json.writeValueAsString(Map.of("base", 0, "text", SampleRows.model())))
                .is(200);
        ada.post("/api/projects/hostile/environments", "{\"name\":\"main\"}").is(201);
        ada.deploy("hostile");
        SampleRows.byTable().forEach((table, rows) -> ada.post(ROWS + table, rows).is(201));
        ada.post(ROWS + "makers", "{\"id\":77,\"name\":\"" + SECRET + "\"}").is(201);
        ada.post(ROWS + "codes", "{\"code\":\"" + SECRET + "\"}").is(201);
        ada.post(ROWS + "parts", "{\"code\":\"secret\",\"title\":\"" + SECRET + "\",\"maker\":77}")
                .is(201);
        ada.post(ROWS + "samples", "{\"part\":\"secret\",\"number\":1,\"name\":\"" + SECRET + "\"}")
                .is(201);
        ada.patch(ROWS + "samples?number=gt.0", "{\"notes\":\"" + SECRET + "\"}").is(204);
        JsonNode model = ada.get("/api/projects/hostile/model").is(200).at("/model/tables");
        String samples =
                grant(
                        model,
                        "samples",
                        "\"read\",\"create\",\"update\",\"delete\"",
                        "notes",
                        "price",
                        "part != 'secret'");
        String parts = grant(model, "parts", "\"read\",\"create\"", "", "", "code != 'secret'");
        String loose =
                grant(model, "loose", "\"read\",\"create\",\"update\",\"delete\"", "", "", "true");
        ada.put(
                        "/api/projects/hostile/roles/r00e00000000",
                        "{\"name\":\"eve\",\"title\":\"Eve\",\"routines\":[],\"grants\":["
                                + String.join(",", samples, parts, loose)
                                + "]}")
                .is(200);
        return ada.post("/api/projects/hostile/keys", "{\"name\":\"k\",\"role\":\"r00e00000000\"}")
                .is(201)
                .text("/secret");
    }

    private static String grant(
            JsonNode tables,
            String name,
            String actions,
            String hidden,
            String closed,
            String condition) {
        JsonNode table = named(tables, name);
        return """
        {"table":"%s","actions":[%s],"hiddenColumns":[%s],"readOnlyColumns":[%s],
         "condition":{"language":"cel","expression":"%s"}}\
        """
                .formatted(
                        table.at("/id").asString(),
                        actions,
                        column(table, hidden),
                        column(table, closed),
                        condition);
    }

    private static String column(JsonNode table, String name) {
        return name.isEmpty()
                ? ""
                : "\"" + named(table.at("/columns"), name).at("/id").asString() + "\"";
    }

    private static JsonNode named(JsonNode elements, String name) {
        for (JsonNode element : elements) {
            if (element.at("/name").asString().equals(name)) {
                return element;
            }
        }
        throw new AssertionError(name + " in " + elements);
    }

    private static String hidden(Browser ada) {
        return ada.get(ROWS + "makers?order=id").body()
                + ada.get(ROWS + "codes?order=code").body()
                + ada.get(ROWS + "parts?code=eq.secret").body()
                + ada.get(ROWS + "samples?part=eq.secret").body();
    }
}
