package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Entry;
import dev.plinth.schema.document.Tree.Kind;
import dev.plinth.schema.document.Tree.Style;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads YAML into a tree. It is built from the parser's events, not its values, because values lose
 * lines and the digits of numbers.
 */
final class YamlReader {
    private static final int MAX_DEPTH = 40;
    private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;

    /** Numbers as JSON writes them; whatever else YAML takes for a number stays text here. */
    private static final Pattern LITERAL =
            Pattern.compile("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final String file;
    private final Findings findings;
    private final Iterator<Event> events;

    private YamlReader(String file, Iterator<Event> events, Findings findings) {
        this.file = file;
        this.events = events;
        this.findings = findings;
    }

    /** The tree of a text, or empty when the text is empty or no YAML; that is reported. */
    static Optional<Tree> read(String file, String text, Findings findings) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setCodePointLimit(MAX_CODE_POINTS).build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            return new YamlReader(file, events, findings).document();
        } catch (MarkedYamlEngineException e) {
            Place place = place(file, e.getProblemMark().or(e::getContextMark));
            String problem = e.getProblem() == null ? "is not understood" : e.getProblem();
            findings.error(
                    DocumentCode.SYNTAX,
                    place,
                    "",
                    "This is not YAML: " + problem + ".",
                    "Look at the indentation and the quotes of this line and the one before.");
        } catch (TooDeepException e) {
            findings.error(
                    DocumentCode.TOO_DEEP, e.place, "", "The text is nested too deeply.", "");
        } catch (YamlEngineException e) {
            findings.error(
                    DocumentCode.TOO_DEEP,
                    new Place(file, 1),
                    "",
                    "The text is too long or holds characters that YAML does not allow.",
                    "");
        }
        return Optional.empty();
    }

    private Optional<Tree> document() {
        @Nullable Tree root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof StreamEndEvent) {
                break;
            }
            if (event instanceof DocumentStartEvent && root != null) {
                findings.error(
                        DocumentCode.NOT_SUPPORTED,
                        place(event),
                        "",
                        "There is a second document in this file.",
                        "Put it into a file of its own.");
                break;
            }
            if (event instanceof NodeEvent) {
                root = tree(event, 0);
            }
        }
        return Optional.ofNullable(root);
    }

    private Tree tree(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new TooDeepException(place(event));
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            notSupported(place(event), "an anchor or alias");
        }
        if (event instanceof CollectionStartEvent start && start.getTag().isPresent()) {
            notSupported(place(event), "a tag");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent start -> mapping(start, depth);
            case SequenceStartEvent start -> sequence(start, depth);
            case AliasEvent alias -> new Tree.Scalar(place(alias), "", Kind.NULL);
            default -> throw new IllegalStateException("a node cannot begin with " + event);
        };
    }

    private Tree scalar(ScalarEvent event) {
        event.getTag().ifPresent(tag -> notSupported(place(event), "a tag"));
        String text = event.getValue();
        return new Tree.Scalar(place(event), text, event.isPlain() ? kind(text) : Kind.TEXT);
    }

    /** What a scalar without quotes is. */
    static Kind kind(String text) {
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return Kind.NULL;
        }
        return LITERAL.matcher(text).matches() ? Kind.LITERAL : Kind.TEXT;
    }

    private Tree mapping(MappingStartEvent start, int depth) {
        List<Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event event = events.next();
                !(event instanceof MappingEndEvent);
                event = events.next()) {
            Place place = place(event);
            Tree key = tree(event, depth + 1);
            Tree value = tree(events.next(), depth + 1);
            if (!(key instanceof Tree.Scalar name)) {
                findings.error(DocumentCode.WRONG_SHAPE, place, "", "A name is expected here.", "");
            } else if (keys.add(name.text())) {
                entries.add(new Entry(place, name.text(), value));
            } else {
                findings.error(
                        DocumentCode.DUPLICATE,
                        place,
                        "",
                        "The property \"" + name.text() + "\" is there twice.",
                        "Remove one of the two.");
            }
        }
        return new Tree.Mapping(place(start), entries, Style.BLOCK);
    }

    private Tree sequence(SequenceStartEvent start, int depth) {
        List<Tree> items = new ArrayList<>();
        for (Event event = events.next();
                !(event instanceof SequenceEndEvent);
                event = events.next()) {
            items.add(tree(event, depth + 1));
        }
        return new Tree.Sequence(place(start), items, Style.BLOCK);
    }

    private void notSupported(Place place, String what) {
        findings.error(
                DocumentCode.NOT_SUPPORTED,
                place,
                "",
                "Here is " + what + ", which model files cannot have.",
                "Write the value itself; put text that begins with &, * or ! into quotes.");
    }

    private Place place(Event event) {
        return place(file, event.getStartMark());
    }

    private static Place place(String file, Optional<Mark> mark) {
        return new Place(file, mark.map(m -> m.getLine() + 1).orElse(1));
    }

    private static final class TooDeepException extends RuntimeException {
        private final transient Place place;

        TooDeepException(Place place) {
            this.place = place;
        }
    }
}
