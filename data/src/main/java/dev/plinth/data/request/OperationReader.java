package dev.plinth.data.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the list of operations that a batch is. */
public final class OperationReader {
    private static final int MOST = 1000;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE");
    private static final Set<String> MEMBERS = Set.of("method", "path", "headers", "body");

    private OperationReader() {}

    /**
     * @throws Refusal when it is no such list, or too long
     */
    public static List<Operation> read(
            byte[] body, @org.jspecify.annotations.Nullable String contentType) {
        BodyReader.checkJson(body, contentType);
        Body all = JsonBody.read(new java.io.ByteArrayInputStream(body));
        if (!all.isList()) {
            throw new Refusal(
                    Reason.BODY,
                    "A batch is a list of operations",
                    null,
                    "Send [{\"method\":\"POST\",\"path\":\"…\",\"body\":{…}}, …].");
        }
        if (all.rows().size() > MOST) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "A batch has at most "
                            + MOST
                            + " operations, and these are "
                            + all.rows().size(),
                    null,
                    "Send several rows by one operation, or several batches.");
        }
        List<Operation> operations = new ArrayList<>();
        for (Map<String, Cell> members : all.rows()) {
            try {
                operations.add(operation(members));
            } catch (Refusal refusal) {
                throw refusal.ofOperation(operations.size() + 1);
            }
        }
        return operations;
    }

    private static Operation operation(Map<String, Cell> members) {
        for (String name : members.keySet()) {
            if (!MEMBERS.contains(name)) {
                throw new Refusal(
                        Reason.BODY,
                        "An operation has a method, a path, headers and a body, and no \""
                                + name
                                + "\"");
            }
        }
        String method = text(members, "method").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new Refusal(Reason.METHOD, "Unsupported HTTP method: " + method);
        }
        String address = text(members, "path");
        int question = address.indexOf('?');
        String path = question < 0 ? address : address.substring(0, question);
        Map<String, List<String>> headers =
                headers(members.getOrDefault("headers", new Cell.Nothing()));
        return new Operation(
                method,
                // A path decodes like a query, but for the plus sign, which stays.
                Parameter.decode(
                        (path.startsWith("/") ? path.substring(1) : path).replace("+", "%2B")),
                question < 0 ? "" : address.substring(question + 1),
                headers,
                body(members.getOrDefault("body", new Cell.Nothing()), headers));
    }

    private static String text(Map<String, Cell> members, String name) {
        if (members.get(name) instanceof Cell.Text(String text)) {
            return text;
        }
        throw new Refusal(Reason.BODY, "The " + name + " of an operation is a text");
    }

    private static Map<String, List<String>> headers(Cell cell) {
        return switch (cell) {
            case Cell.Nothing _ -> Map.of();
            case Cell.Json(String json) when json.startsWith("{") -> {
                Map<String, List<String>> headers = new HashMap<>();
                JsonBody.object(json.getBytes(StandardCharsets.UTF_8))
                        .forEach(
                                (name, value) ->
                                        headers.put(
                                                name.toLowerCase(Locale.ROOT),
                                                List.of(header(value))));
                yield headers;
            }
            default ->
                    throw new Refusal(
                            Reason.BODY, "The headers of an operation are an object of texts");
        };
    }

    private static String header(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Plain(String text) -> text;
            default ->
                    throw new Refusal(
                            Reason.BODY, "The headers of an operation are an object of texts");
        };
    }

    /** JSON as it is; a text of another kind is the body itself. */
    private static byte[] body(Cell cell, Map<String, List<String>> headers) {
        String type = headers.getOrDefault("content-type", List.of("")).getFirst();
        String body =
                switch (cell) {
                    case Cell.Nothing _ -> "";
                    case Cell.Json(String json) -> json;
                    case Cell.Plain(String text) -> text;
                    case Cell.Text(String text)
                            when BodyReader.isJson(BodyReader.mediaType(type)) ->
                            JsonText.quoted(text);
                    case Cell.Text(String text) -> text;
                };
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
