package dev.plinth.data;

import dev.plinth.data.run.Cancellation;

import org.jspecify.annotations.Nullable;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came.
 *
 * @param path after {@code /rest/v1}, decoded, with or without a slash in front
 * @param query as it came, without the question mark
 * @param headers by name in small letters
 */
public record DataRequest(
        String method,
        String path,
        String query,
        Map<String, List<String>> headers,
        InputStream body,
        Cancellation cancellation) {
    public DataRequest {
        headers = Map.copyOf(headers);
    }

    /** All values of a header. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The first value of a header. */
    public @Nullable String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : values.getFirst();
    }
}
