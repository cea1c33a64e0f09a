package dev.plinth.data.request;

import java.util.List;
import java.util.Map;

/**
 * One of several requests that a request brings.
 *
 * @param method in capitals
 * @param path decoded, without a slash in front
 * @param query as it came, without the question mark
 * @param headers by name in small letters
 */
public record Operation(
        String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
    public Operation {
        headers = Map.copyOf(headers);
    }

    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
