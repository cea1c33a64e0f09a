package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the body of a write: JSON, CSV or a form. */
public final class BodyReader {
    private BodyReader() {}

    /**
     * Reads rows.
     *
     * @param contentType null means JSON
     * @throws Refusal when the body is not what it says, or of a kind that is not known
     */
    public static Body read(InputStream body, @Nullable String contentType) throws IOException {
        String type = mediaType(contentType);
        if (isJson(type)) {
            return JsonBody.read(body);
        }
        return switch (type) {
            case "text/csv" -> csv(body);
            case "application/x-www-form-urlencoded" -> form(body);
            default -> throw notKnown(contentType);
        };
    }

    /**
     * Sees to it that a body is JSON, of whatever kind.
     *
     * @throws Refusal if it is not
     */
    static void checkJson(byte[] body, @Nullable String contentType) {
        if (!isJson(mediaType(contentType))) {
            throw notKnown(contentType);
        }
        JsonBody.check(body);
    }

    private static boolean isJson(String type) {
        return switch (type) {
            case "application/json",
                    "application/vnd.pgrst.object+json",
                    "application/vnd.pgrst.array+json",
                    "application/vnd.pgrst.object",
                    "application/vnd.pgrst.array" ->
                    true;
            default -> false;
        };
    }

    private static Refusal notKnown(@Nullable String contentType) {
        return new Refusal(Reason.CONTENT_TYPE, "Content-Type not acceptable: " + contentType);
    }

    /** The media type alone, in small letters; JSON when nothing is said. */
    public static String mediaType(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int semicolon = type.indexOf(';');
        String plain = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
        return plain.isEmpty() || plain.equals("*/*")
                ? "application/json"
                : plain.toLowerCase(Locale.ROOT);
    }

    private static Body csv(InputStream body) throws IOException {
        Reader text = new InputStreamReader(body, StandardCharsets.UTF_8);
        CsvReader csv = new CsvReader(text);
        List<@Nullable String> names = csv.line();
        if (names == null) {
            throw new Refusal(Reason.BODY, "The CSV has no line of column names");
        }
        List<Map<String, Cell>> rows = new ArrayList<>();
        List<@Nullable String> line = csv.line();
        while (line != null) {
            if (line.size() != names.size()) {
                throw new Refusal(Reason.BODY, "All lines must have same number of fields");
            }
            Map<String, Cell> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                String value = line.get(i);
                row.put(
                        String.valueOf(names.get(i)),
                        value == null ? new Cell.Nothing() : new Cell.Text(value));
            }
            rows.add(row);
            line = csv.line();
        }
        return new Body(rows, true);
    }

    private static Body form(InputStream body) throws IOException {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Cell> row = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.parse(text)) {
            row.put(parameter.name(), new Cell.Text(parameter.value()));
        }
        return new Body(List.of(row), false);
    }
}
