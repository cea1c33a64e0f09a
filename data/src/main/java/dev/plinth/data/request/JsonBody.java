package dev.plinth.data.request;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads rows from JSON. Numbers stay the text they are, so that no digit is lost. */
final class JsonBody {
    /** Names need no quotes: people type requests by hand, and nothing else could be meant. */
    static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES).build();

    private JsonBody() {}

    static Body read(InputStream body) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), body)) {
            JsonToken first = in.nextToken();
            List<Map<String, Cell>> rows = new ArrayList<>();
            boolean isList = first == JsonToken.START_ARRAY;
            if (isList) {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    rows.add(row(in));
                }
            } else {
                rows.add(row(in));
            }
            if (in.nextToken() != null) {
                throw invalid();
            }
            return new Body(rows, isList);
        } catch (JacksonException e) {
            throw invalid().causedBy(e);
        }
    }

    /** The one object that a text is. */
    static Map<String, Cell> object(byte[] text) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), text)) {
            in.nextToken();
            Map<String, Cell> row = row(in);
            if (in.nextToken() != null) {
                throw invalid();
            }
            return row;
        } catch (JacksonException e) {
            throw invalid().causedBy(e);
        }
    }

    /** Refuses what is no JSON. */
    static void check(byte[] body) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), body)) {
            int values = 0;
            while (in.nextToken() != null) {
                values++;
                in.skipChildren();
            }
            if (values != 1) {
                throw invalid();
            }
        } catch (JacksonException e) {
            throw invalid().causedBy(e);
        }
    }

    private static Refusal invalid() {
        return new Refusal(Reason.BODY, "Empty or invalid json");
    }

    /** The object that begins here. */
    static Map<String, Cell> row(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            if (in.currentToken() == null) {
                throw invalid();
            }
            throw new Refusal(Reason.BODY, "All object keys must match");
        }
        Map<String, Cell> row = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            row.put(name, cell(in));
        }
        return row;
    }

    private static Cell cell(JsonParser in) {
        return switch (in.currentToken()) {
            case VALUE_NULL -> new Cell.Nothing();
            case VALUE_STRING -> new Cell.Text(whole(in.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Cell.Plain(in.getString());
            case START_OBJECT, START_ARRAY -> new Cell.Json(copied(in));
            case null, default -> throw invalid();
        };
    }

    /** JSON can write half of a character, which no database can hold. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(
                        text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    throw new Refusal(
                            Reason.BODY, "A text in the body has half of a character (\\ud800)");
                }
                i++;
            }
        }
        return text;
    }

    /** The document that begins here, as text, every number as it was written. */
    private static String copied(JsonParser in) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            int depth = 0;
            do {
                JsonToken token = in.currentToken();
                switch (token) {
                    case START_OBJECT -> {
                        out.writeStartObject();
                        depth++;
                    }
                    case START_ARRAY -> {
                        out.writeStartArray();
                        depth++;
                    }
                    case END_OBJECT -> {
                        out.writeEndObject();
                        depth--;
                    }
                    case END_ARRAY -> {
                        out.writeEndArray();
                        depth--;
                    }
                    case PROPERTY_NAME -> out.writeName(whole(in.currentName()));
                    case VALUE_STRING -> out.writeString(whole(in.getString()));
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(in.getString());
                    case VALUE_TRUE -> out.writeBoolean(true);
                    case VALUE_FALSE -> out.writeBoolean(false);
                    case VALUE_NULL -> out.writeNull();
                    case null, default -> throw invalid();
                }
                if (depth > 0) {
                    in.nextToken();
                }
            } while (depth > 0);
        }
        return text.toString();
    }
}
