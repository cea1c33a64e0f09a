package dev.plinth.bench.rows;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/**
 * Whole tables over the data API, as CSV.
 *
 * @param address of its root, with a slash at the end
 * @param key sent as bearer
 */
record Whole(String address, String key) {

    /**
     * Reads a table to its end.
     *
     * @param file that the rows are written to; null if nobody needs them
     */
    void get(String table, @Nullable Path file) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address + table)).header("Accept", "text/csv");
        if (file == null) {
            send(request, BodyHandlers.discarding());
        } else {
            send(request, BodyHandlers.ofFile(file));
        }
    }

    /** Imports the rows of a file into the table that is there for them. */
    void post(Path file) throws IOException, InterruptedException {
        send(
                HttpRequest.newBuilder(URI.create(address + "import/arrivals"))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofFile(file)),
                BodyHandlers.ofString());
    }

    /** The cursor that leads on from a row; the order is by id. */
    String cursor(int row) throws IOException, InterruptedException {
        String path = "orders?select=id&order=id&after=&limit=1&offset=" + (row - 1);
        return send(HttpRequest.newBuilder(URI.create(address + path)), BodyHandlers.ofString())
                .headers()
                .firstValue("Next-Cursor")
                .orElseThrow();
    }

    private <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(request.header("Authorization", "Bearer " + key).build(), handler);
            if (answer.statusCode() >= 300) {
                throw new IOException(answer.uri() + ": " + answer.statusCode());
            }
            return answer;
        }
    }
}
