package dev.plinth.bench.rows;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The builder API, as an administrator who signed in. */
final class Studio implements AutoCloseable {
    static final String EMAIL = "bench@example.org";
    static final String PASSWORD = "a password for the bench";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private String token = "";

    Studio(int port) throws IOException, InterruptedException {
        address = "http://127.0.0.1:" + port + "/api/";
        token = get("session").at("/csrf").asString();
        send(
                "POST",
                "session",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD));
        token = get("session").at("/csrf").asString();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    JsonNode send(String method, String path, String body)
            throws IOException, InterruptedException {
        return answer(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("X-CSRF-TOKEN", token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(request.uri() + ": " + response.body());
        }
        return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
