package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the body of a call: an object with the arguments, or the one argument itself. */
public final class ArgumentReader {
    private ArgumentReader() {}

    /**
     * Reads the arguments of a call by POST.
     *
     * @param columns the names that are taken; null for all
     * @throws Refusal when the body is not what it says, or of a kind that is not known
     */
    public static Arguments read(
            InputStream body, @Nullable String contentType, @Nullable List<String> columns)
            throws IOException {
        String type = BodyReader.mediaType(contentType);
        byte[] bytes = body.readAllBytes();
        return switch (type) {
            case "text/plain", "text/xml" ->
                    new Arguments(Map.of(), new String(bytes, StandardCharsets.UTF_8), type);
            case "application/octet-stream" ->
                    new Arguments(Map.of(), "\\x" + HexFormat.of().formatHex(bytes), type);
            case "application/x-www-form-urlencoded" ->
                    new Arguments(
                            Arguments.texts(
                                    Parameter.parse(new String(bytes, StandardCharsets.UTF_8))),
                            null,
                            type);
            case "text/csv" ->
                    new Arguments(
                            bytes.length == 0 ? Map.of() : named(rows(bytes, contentType), columns),
                            null,
                            type);
            default -> json(bytes, contentType, columns);
        };
    }

    private static Body rows(byte[] bytes, @Nullable String contentType) throws IOException {
        return BodyReader.read(new ByteArrayInputStream(bytes), contentType);
    }

    private static Arguments json(
            byte[] bytes, @Nullable String contentType, @Nullable List<String> columns)
            throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return json(new byte[] {'{', '}'}, contentType, columns);
        }
        boolean isRows = text.startsWith("{") || text.startsWith("[");
        if (!isRows) {
            BodyReader.checkJson(bytes, contentType);
        }
        return new Arguments(
                isRows ? named(rows(bytes, contentType), columns) : Map.of(),
                text,
                "application/json");
    }

    /** Of several objects the first one counts. */
    private static Map<String, List<Cell>> named(Body body, @Nullable List<String> columns) {
        Map<String, List<Cell>> named = new LinkedHashMap<>();
        if (body.rows().isEmpty()) {
            return named;
        }
        Map<String, Cell> first = body.rows().getFirst();
        if (columns == null) {
            for (Map<String, Cell> row : body.rows()) {
                if (!row.keySet().equals(first.keySet())) {
                    throw new Refusal(Reason.BODY, "All object keys must match");
                }
            }
            first.forEach((name, cell) -> named.put(name, List.of(cell)));
        } else {
            for (String name : columns) {
                named.put(name, List.of(first.getOrDefault(name, new Cell.Nothing())));
            }
        }
        return named;
    }
}
