package dev.plinth.data;

import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.request.Body;
import dev.plinth.data.request.BodyReader;
import dev.plinth.data.request.Cell;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Status and headers that a function of the database wants the answer to have.
 *
 * @param status null for the usual one
 */
record ToldAnswer(@Nullable Integer status, List<Map.Entry<String, String>> headers) {
    static final ToldAnswer NOTHING = new ToldAnswer(null, List.of());
    static final List<String> NAMES = List.of("response.status", "response.headers");

    /** What the server alone decides; functions share its address with the pages of Plinth. */
    private static final Set<String> OURS =
            Set.of(
                    "clear-site-data",
                    "connection",
                    "content-length",
                    "content-security-policy",
                    "set-cookie",
                    "strict-transport-security",
                    "transfer-encoding");

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    ToldAnswer {
        headers = List.copyOf(headers);
    }

    /**
     * Reads what a function told.
     *
     * @param told under {@link #NAMES}
     * @throws Refusal when it is not understood
     */
    static ToldAnswer of(List<@Nullable String> told) throws IOException {
        String status = told.isEmpty() ? null : told.get(0);
        String headers = told.isEmpty() ? null : told.get(1);
        return new ToldAnswer(
                status == null || status.isEmpty() ? null : (Integer) status(status),
                headers == null || headers.isEmpty() ? List.of() : headers(headers));
    }

    private static int status(String text) {
        if (!text.matches("[1-9][0-9]{2}")) {
            throw new Refusal(
                    Reason.RESPONSE_STATUS, "response.status guc must be a valid status code");
        }
        return Integer.parseInt(text);
    }

    private static List<Map.Entry<String, String>> headers(String text) throws IOException {
        Body body;
        try {
            body =
                    BodyReader.read(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null);
        } catch (Refusal e) {
            throw notHeaders();
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        if (!body.isList()) {
            throw notHeaders();
        }
        for (Map<String, Cell> row : body.rows()) {
            var only = row.size() == 1 ? row.entrySet().iterator().next() : null;
            if (only == null
                    || !(only.getValue() instanceof Cell.Text(String value))
                    || !HEADER.matcher(only.getKey()).matches()
                    || value.chars().anyMatch(Character::isISOControl)) {
                throw notHeaders();
            }
            headers.add(Map.entry(only.getKey(), value));
        }
        return headers;
    }

    private static Refusal notHeaders() {
        return new Refusal(
                Reason.RESPONSE_HEADERS,
                "response.headers guc must be a JSON array composed of objects with a single key"
                        + " and a string value");
    }

    /** Adds the headers, but for those that are not a function's to decide. */
    void addTo(DataAnswer answer) {
        headers.forEach(h -> add(answer, h.getKey(), h.getValue()));
    }

    /** Adds one header that code of the database wants. */
    static void add(DataAnswer answer, String name, String value) {
        String known = name.toLowerCase(Locale.ROOT);
        if (!OURS.contains(known)
                && !known.startsWith("access-control-")
                && HEADER.matcher(name).matches()
                && value.chars().noneMatch(Character::isISOControl)) {
            answer.header(name, value);
        }
    }
}
