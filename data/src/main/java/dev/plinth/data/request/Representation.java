package dev.plinth.data.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How an answer looks.
 *
 * @param nullsStripped whether members that are null are left out
 * @param mediaType of a value that is given as it is, and of lines, which go by several; else empty
 */
public record Representation(Form form, boolean nullsStripped, String mediaType) {
    public Representation(Form form, boolean nullsStripped) {
        this(form, nullsStripped, "");
    }

    /** The kinds of answer. */
    public enum Form {
        /** A list of objects. */
        JSON,
        /** One object; anything but one row is refused. */
        SINGULAR,
        CSV,
        /** An object on each line. */
        JSON_LINES,
        /** A workbook of a spreadsheet, {@code .xlsx}. */
        WORKBOOK,
        /** A description of the API. */
        OPENAPI,
        /** The same in the newer version of the specification. */
        OPENAPI_3,
        /** The same as types of a language. */
        TYPESCRIPT,
        /** A single value, as it is. */
        RAW;

        /** Whether values that are JSON are wanted as the database's own text. */
        public boolean isOfTexts() {
            return this == CSV || this == WORKBOOK || this == RAW;
        }
    }

    public static final Representation JSON = new Representation(Form.JSON, false);

    private static final String ANY = "*/*";

    /** The media type of a workbook. */
    public static final String WORKBOOK_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media type of server-sent events. */
    public static final String EVENTS_TYPE = "text/event-stream";

    private static final Set<Form> ROWS =
            Set.of(Form.JSON, Form.SINGULAR, Form.CSV, Form.JSON_LINES, Form.WORKBOOK);

    /** The value of the {@code Content-Type} header. */
    public String contentType() {
        return switch (form) {
            case JSON ->
                    nullsStripped
                            ? "application/vnd.pgrst.array+json;nulls=stripped; charset=utf-8"
                            : "application/json; charset=utf-8";
            case SINGULAR ->
                    nullsStripped
                            ? "application/vnd.pgrst.object+json;nulls=stripped; charset=utf-8"
                            : "application/vnd.pgrst.object+json; charset=utf-8";
            case CSV -> "text/csv; charset=utf-8";
            case JSON_LINES -> mediaType + "; charset=utf-8";
            case WORKBOOK -> WORKBOOK_TYPE;
            case OPENAPI -> "application/openapi+json; charset=utf-8";
            case OPENAPI_3 -> "application/vnd.oai.openapi+json; charset=utf-8";
            case TYPESCRIPT -> "application/typescript; charset=utf-8";
            case RAW ->
                    switch (mediaType) {
                        case "text/plain", "text/xml", "text/html", "text/csv" ->
                                mediaType + "; charset=utf-8";
                        case ANY -> "application/octet-stream";
                        default -> mediaType;
                    };
        };
    }

    /**
     * The first of the accepted media types that rows can be given in.
     *
     * @throws Refusal when there is none
     */
    public static Representation ofRows(List<String> accept) {
        return among(accept, ROWS, Form.JSON);
    }

    /**
     * As {@link #ofRows}, for what a function gives.
     *
     * @param own the media type of the value that it gives; empty when it gives no document
     */
    public static Representation ofCall(List<String> accept, String own) {
        if (!own.isEmpty()) {
            List<Choice> choices = choices(accept);
            String first = choices.isEmpty() ? ANY : choices.getFirst().type;
            boolean wanted = choices.stream().anyMatch(c -> c.type.equals(own));
            if (wanted || first.equals(ANY) || own.equals(ANY)) {
                return new Representation(Form.RAW, false, own);
            }
        }
        return ofRows(accept);
    }

    /** As {@link #ofRows}, for other forms; {@code usual} stands for {@code *}{@code /*}. */
    public static Representation among(List<String> accept, Set<Form> forms, Form usual) {
        List<Choice> choices = choices(accept);
        if (choices.isEmpty()) {
            return new Representation(usual, false);
        }
        for (Choice choice : choices) {
            Representation found = of(choice, usual);
            if (found != null && forms.contains(found.form)) {
                return found;
            }
        }
        throw new Refusal(
                Reason.MEDIA_TYPE,
                "None of these media types are available: "
                        + String.join(", ", choices.stream().map(Choice::shown).toList()));
    }

    /** Whether changes are wanted, as they happen. */
    public static boolean isOfEvents(List<String> accept) {
        List<Choice> choices = choices(accept);
        return !choices.isEmpty() && choices.getFirst().type.equals(EVENTS_TYPE);
    }

    private static @org.jspecify.annotations.Nullable Representation of(Choice choice, Form usual) {
        boolean stripped = choice.parameters.contains("nulls=stripped");
        return switch (choice.type) {
            case ANY, "application/*" -> new Representation(usual, false);
            case "application/json" -> JSON;
            case "application/vnd.pgrst.array+json", "application/vnd.pgrst.array" ->
                    new Representation(Form.JSON, stripped);
            case "application/vnd.pgrst.object+json", "application/vnd.pgrst.object" ->
                    new Representation(Form.SINGULAR, stripped);
            case "text/csv" -> new Representation(Form.CSV, false);
            case "application/x-ndjson", "application/jsonl", "application/ndjson" ->
                    new Representation(Form.JSON_LINES, false, choice.type);
            case WORKBOOK_TYPE -> new Representation(Form.WORKBOOK, false);
            case "application/openapi+json" -> new Representation(Form.OPENAPI, false);
            case "application/vnd.oai.openapi+json" -> new Representation(Form.OPENAPI_3, false);
            case "application/typescript" -> new Representation(Form.TYPESCRIPT, false);
            default -> null;
        };
    }

    private static List<Choice> choices(List<String> accept) {
        List<Choice> choices = new ArrayList<>();
        for (String header : accept) {
            for (String part : header.split(",")) {
                String[] pieces = part.strip().split(";");
                String type = pieces[0].strip().toLowerCase(Locale.ROOT);
                if (type.isEmpty()) {
                    continue;
                }
                double weight = 1;
                List<String> parameters = new ArrayList<>();
                for (int i = 1; i < pieces.length; i++) {
                    String parameter = pieces[i].strip().toLowerCase(Locale.ROOT);
                    if (parameter.startsWith("q=")) {
                        weight = weight(parameter.substring(2));
                    } else {
                        parameters.add(parameter);
                    }
                }
                choices.add(new Choice(type, parameters, weight, part.strip()));
            }
        }
        choices.sort(Comparator.comparingDouble(c -> -c.weight));
        return choices;
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private record Choice(String type, List<String> parameters, double weight, String shown) {}
}
