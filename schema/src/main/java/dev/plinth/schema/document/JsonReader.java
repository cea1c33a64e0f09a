package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Entry;
import dev.plinth.schema.document.Tree.Kind;
import dev.plinth.schema.document.Tree.Style;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads JSON into a tree. */
final class JsonReader {
    private static final int MAX_DEPTH = 40;
    private static final int MAX_TEXT = 64 * 1024 * 1024;

    static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_TEXT)
                                    .build())
                    .build();

    private final String file;
    private final JsonParser parser;
    private final Findings findings;

    private JsonReader(String file, JsonParser parser, Findings findings) {
        this.file = file;
        this.parser = parser;
        this.findings = findings;
    }

    /** The tree of a text, or empty when the text is empty or no JSON; that is reported. */
    static Optional<Tree> read(String file, String text, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonReader reader = new JsonReader(file, parser, findings);
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Optional.empty();
            }
            Tree root = reader.tree(first);
            if (parser.nextToken() != null) {
                findings.error(
                        DocumentCode.SYNTAX, reader.place(), "", "Text follows after the end.", "");
            }
            return Optional.of(root);
        } catch (StreamConstraintsException e) {
            findings.error(
                    DocumentCode.TOO_DEEP,
                    new Place(file, 1),
                    "",
                    "The text is nested too deeply or holds something too long.",
                    "");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            findings.error(
                    DocumentCode.SYNTAX,
                    new Place(file, line),
                    "",
                    "This is not JSON: " + firstLine(e.getOriginalMessage()) + ".",
                    "");
        }
        return Optional.empty();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private Tree tree(JsonToken token) {
        Place place = place();
        return switch (token) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_STRING -> new Tree.Scalar(place, parser.getString(), Kind.TEXT);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Tree.Scalar(place, parser.getString(), Kind.LITERAL);
            default -> new Tree.Scalar(place, "", Kind.NULL);
        };
    }

    private Tree mapping(Place start) {
        List<Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place place = place();
            Tree value = tree(parser.nextToken());
            if (keys.add(key)) {
                entries.add(new Entry(place, key, value));
            } else {
                findings.error(
                        DocumentCode.DUPLICATE,
                        place,
                        "",
                        "The property \"" + key + "\" is there twice.",
                        "Remove one of the two.");
            }
        }
        return new Tree.Mapping(start, entries, Style.BLOCK);
    }

    private Tree sequence(Place start) {
        List<Tree> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(tree(token));
        }
        return new Tree.Sequence(start, items, Style.BLOCK);
    }

    private Place place() {
        return new Place(file, Math.max(1, parser.currentTokenLocation().getLineNr()));
    }
}
