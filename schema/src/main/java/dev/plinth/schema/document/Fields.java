package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Entry;
import dev.plinth.schema.document.Tree.Kind;
import dev.plinth.schema.problem.Nearest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One mapping being read. What is asked for is known; {@link #done} reports the rest. Reading goes
 * on after a problem with an empty value in place of the wrong one.
 */
final class Fields {
    private final Tree.Mapping mapping;
    private final String path;
    private final String title;
    private final Findings findings;
    private final Set<String> known = new LinkedHashSet<>();

    /**
     * @param path of the element in the model
     * @param title the element at the beginning of a sentence: {@code Column "email"}
     */
    Fields(Tree.Mapping mapping, String path, String title, Findings findings) {
        this.mapping = mapping;
        this.path = path;
        this.title = title;
        this.findings = findings;
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }

    Place place() {
        return mapping.place();
    }

    /** The value of a property; nothing and null are the same. */
    Optional<Tree> tree(String key) {
        known.add(key);
        return mapping.get(key).filter(t -> !(t instanceof Tree.Scalar s && s.isNull()));
    }

    Optional<Tree.Scalar> scalar(String key) {
        Optional<Tree> tree = tree(key);
        if (tree.isPresent() && !(tree.get() instanceof Tree.Scalar)) {
            wrongShape(tree.get(), "\"" + key + "\" must be a single value.");
        }
        return tree.filter(Tree.Scalar.class::isInstance).map(Tree.Scalar.class::cast);
    }

    String text(String key) {
        return scalar(key).map(Tree.Scalar::text).orElse("");
    }

    /** A text that must be there, though it may be empty. */
    String required(String key) {
        if (tree(key).isEmpty()) {
            missing(key);
        }
        return text(key);
    }

    void missing(String key) {
        error(DocumentCode.MISSING, place(), title + " has no \"" + key + "\".", "Add it.");
    }

    boolean flag(String key, boolean otherwise) {
        Optional<Tree.Scalar> scalar = scalar(key);
        if (scalar.isEmpty()) {
            return otherwise;
        }
        Tree.Scalar value = scalar.get();
        boolean known = value.text().equals("true") || value.text().equals("false");
        if (!known || value.kind() != Kind.LITERAL) {
            wrongShape(value, "\"" + key + "\" must be true or false.");
        }
        return value.text().equals("true");
    }

    /** The meaning of a word, or empty when there is none or it is unknown; that is reported. */
    <E> Optional<E> word(String key, Map<String, E> words) {
        return scalar(key).flatMap(s -> word(s, words));
    }

    <E> Optional<E> word(Tree.Scalar scalar, Map<String, E> words) {
        Optional<E> value = Optional.ofNullable(words.get(scalar.text()));
        if (value.isEmpty()) {
            error(
                    DocumentCode.UNKNOWN_WORD,
                    scalar.place(),
                    title + ": \"" + scalar.text() + "\" means nothing here.",
                    Nearest.hint(scalar.text(), new TreeSet<>(words.keySet())));
        }
        return value;
    }

    /** The items of a list; a single value in place of a list is a list of one. */
    List<Tree> items(String key) {
        return tree(key).map(Fields::items).orElse(List.of());
    }

    private static List<Tree> items(Tree tree) {
        return tree instanceof Tree.Sequence sequence ? sequence.items() : List.of(tree);
    }

    /** The single values of a list. */
    List<Tree.Scalar> scalars(String key) {
        return items(key).stream()
                .filter(item -> isScalar(key, item))
                .map(Tree.Scalar.class::cast)
                .toList();
    }

    private boolean isScalar(String key, Tree item) {
        boolean scalar = item instanceof Tree.Scalar s && !s.isNull();
        if (!scalar) {
            wrongShape(item, "\"" + key + "\" must be a list of names.");
        }
        return scalar;
    }

    /** The mappings of a list. */
    List<Tree.Mapping> mappings(String key) {
        Optional<Tree> tree = tree(key);
        if (tree.isPresent() && !(tree.get() instanceof Tree.Sequence)) {
            wrongShape(tree.get(), "\"" + key + "\" must be a list; begin each item with \"- \".");
            return List.of();
        }
        return items(key).stream()
                .filter(item -> isMapping(key, item))
                .map(Tree.Mapping.class::cast)
                .toList();
    }

    private boolean isMapping(String key, Tree item) {
        boolean mapping = item instanceof Tree.Mapping;
        if (!mapping) {
            wrongShape(item, "Each item of \"" + key + "\" must have properties, such as name.");
        }
        return mapping;
    }

    /** A part of this element that is a mapping of its own. */
    Optional<Fields> fields(String key) {
        Optional<Tree> tree = tree(key);
        if (tree.isPresent() && !(tree.get() instanceof Tree.Mapping)) {
            wrongShape(tree.get(), "\"" + key + "\" must have properties.");
        }
        return tree.filter(Tree.Mapping.class::isInstance).map(t -> part((Tree.Mapping) t));
    }

    /** A mapping that belongs to the same element. */
    Fields part(Tree.Mapping part) {
        return new Fields(part, path, title, findings);
    }

    /** Reports the properties that nobody asked for. */
    void done() {
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                error(
                        DocumentCode.UNKNOWN_PROPERTY,
                        entry.place(),
                        title + " has no property \"" + entry.key() + "\".",
                        Nearest.hint(entry.key(), known));
            }
        }
    }

    void wrongShape(Tree tree, String message) {
        error(DocumentCode.WRONG_SHAPE, tree.place(), title + ": " + message, "");
    }

    void error(DocumentCode code, Place place, String message, String hint) {
        findings.error(code, place, path, message, hint);
    }
}
