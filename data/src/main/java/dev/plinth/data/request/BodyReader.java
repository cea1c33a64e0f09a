package dev.plinth.data.request;

import dev.plinth.data.request.RowSource.SourceRow;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the body of a write: JSON, CSV or a form. */
public final class BodyReader {
    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");

    private static final int MOST_HELD = 32 * 1024 * 1024;

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
            case "application/x-ndjson",
                    "application/jsonl",
                    "application/ndjson",
                    Representation.WORKBOOK_TYPE ->
                    all(body, contentType);
            default -> throw notKnown(contentType);
        };
    }

    /** The rows that a cell of a body is. */
    public static Body nested(String json) {
        return JsonBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Rows that are read while they come, for an import.
     *
     * @param contentType null means JSON
     * @throws Refusal when the body does not begin as it should, or is of a kind that is not known
     */
    public static RowSource rows(InputStream body, @Nullable String contentType)
            throws IOException {
        String type = mediaType(contentType);
        return switch (type) {
            case "application/json" -> new ListSource(body);
            case "application/x-ndjson", "application/jsonl", "application/ndjson" ->
                    new LinesSource(body);
            case "text/csv" -> new CsvSource(body, charset(contentType));
            case Representation.WORKBOOK_TYPE -> new SheetSource(body);
            default -> throw notKnown(contentType);
        };
    }

    private static Charset charset(@Nullable String contentType) {
        Matcher said = CHARSET.matcher(String.valueOf(contentType));
        try {
            return said.find() ? Charset.forName(said.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            throw notKnown(contentType).causedBy(e);
        }
    }

    private static Body all(InputStream body, @Nullable String contentType) throws IOException {
        try (RowSource source = rows(body, contentType)) {
            List<Map<String, Cell>> rows = new ArrayList<>();
            List<String> names = source.names();
            List<String> header = names == null ? List.of() : names;
            checkHeader(header);
            for (SourceRow row = source.next(); row != null; row = source.next()) {
                switch (row) {
                    case RowSource.Named(_, var cells) -> rows.add(cells);
                    case RowSource.Broken(_, Refusal refusal) -> throw refusal;
                    case RowSource.Listed(_, var cells) -> {
                        Map<String, Cell> named = new LinkedHashMap<>();
                        for (int i = 0; names != null && i < cells.size(); i++) {
                            String cell = cells.get(i);
                            named.put(
                                    names.get(i),
                                    cell == null ? new Cell.Nothing() : new Cell.Text(cell));
                        }
                        rows.add(named);
                    }
                }
            }
            return new Body(rows, true, header);
        }
    }

    /** Of two values for a column nobody could say which is meant. */
    private static void checkHeader(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new Refusal(Reason.BODY, "The column \"" + name + "\" is there twice");
            }
        }
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

    /** Whether a text is JSON, and said to be. */
    public static boolean isDocument(String text, String contentType) {
        String type = mediaType(contentType);
        return (isJson(type) || type.endsWith("+json")) && JsonText.isDocument(text);
    }

    /**
     * All of a body that is held.
     *
     * @throws Refusal when it is too long for that
     */
    public static byte[] whole(InputStream body) throws IOException {
        byte[] held = body.readNBytes(MOST_HELD + 1);
        if (held.length > MOST_HELD) {
            // Whoever still sends would not read the answer.
            body.transferTo(OutputStream.nullOutputStream());
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "The body has more than " + MOST_HELD + " bytes",
                    null,
                    "Send it in parts, or rows by an import.");
        }
        return held;
    }

    static boolean isJson(String type) {
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
        CsvReader csv = new CsvReader(text, CsvReader.Nothing.WORD);
        List<@Nullable String> first = csv.line();
        if (first == null) {
            throw new Refusal(Reason.BODY, "The CSV has no line of column names");
        }
        List<String> names = first.stream().map(String::valueOf).toList();
        checkHeader(names);
        List<Map<String, Cell>> rows = new ArrayList<>();
        List<@Nullable String> line = csv.line();
        while (line != null) {
            if (line.size() != names.size()) {
                throw new Refusal(Reason.BODY, "All lines must have same number of fields");
            }
            Map<String, Cell> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                String value = line.get(i);
                row.put(names.get(i), value == null ? new Cell.Nothing() : new Cell.Text(value));
            }
            rows.add(row);
            line = csv.line();
        }
        return new Body(rows, true, names);
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
