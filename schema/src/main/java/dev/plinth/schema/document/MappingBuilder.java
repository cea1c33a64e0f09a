package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Entry;
import dev.plinth.schema.document.Tree.Kind;
import dev.plinth.schema.document.Tree.Style;
import dev.plinth.schema.model.Expression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds one mapping of a document; leaves out what holds its default unless all is wanted. */
final class MappingBuilder {
    private static final Place NOWHERE = new Place("", 0);

    private final boolean full;
    private final List<Entry> entries = new ArrayList<>();

    MappingBuilder(boolean full) {
        this.full = full;
    }

    /** A text that is always written. */
    MappingBuilder always(String key, String text) {
        return tree(key, text(text));
    }

    /** A text that is left out when empty. */
    MappingBuilder text(String key, String text) {
        return full || !text.isEmpty() ? always(key, text) : this;
    }

    MappingBuilder flag(String key, boolean value, boolean otherwise) {
        return full || value != otherwise
                ? tree(key, new Tree.Scalar(NOWHERE, String.valueOf(value), Kind.LITERAL))
                : this;
    }

    /** A word for a fixed value, or nothing. */
    MappingBuilder word(String key, @Nullable Enum<?> value, @Nullable Enum<?> otherwise) {
        if (full || value != otherwise) {
            tree(key, value == null ? null : text(Words.of(value)));
        }
        return this;
    }

    /** A list that is left out when empty. */
    MappingBuilder list(String key, List<? extends Tree> items, Style style) {
        return full || !items.isEmpty()
                ? tree(key, new Tree.Sequence(NOWHERE, List.copyOf(items), style))
                : this;
    }

    MappingBuilder list(String key, List<? extends Tree> items) {
        return list(key, items, Style.BLOCK);
    }

    /** A list of names, on one line. */
    MappingBuilder names(String key, List<String> names) {
        List<Tree.Scalar> items = names.stream().map(MappingBuilder::text).toList();
        return tree(key, new Tree.Sequence(NOWHERE, List.copyOf(items), Style.FLOW));
    }

    /** A list of names that is left out when empty. */
    MappingBuilder someNames(String key, List<String> names) {
        return full || !names.isEmpty() ? names(key, names) : this;
    }

    MappingBuilder tree(String key, @Nullable Tree value) {
        if (value != null) {
            entries.add(new Entry(NOWHERE, key, value));
        } else if (full) {
            entries.add(new Entry(NOWHERE, key, new Tree.Scalar(NOWHERE, "", Kind.NULL)));
        }
        return this;
    }

    /** An expression as properties of this mapping itself. */
    MappingBuilder inline(Expression expression) {
        String language = expression.language().name().toLowerCase(Locale.ROOT);
        return full
                ? always("language", language).always("expression", expression.text())
                : always(language, expression.text());
    }

    /** An expression as a mapping of its own. */
    MappingBuilder expression(String key, @Nullable Expression expression) {
        return tree(
                key,
                expression == null
                        ? null
                        : new MappingBuilder(full).inline(expression).build(Style.FLOW));
    }

    Tree.Mapping build(Style style) {
        return new Tree.Mapping(NOWHERE, entries, style);
    }

    static Tree.Scalar text(String text) {
        return new Tree.Scalar(NOWHERE, text, Kind.TEXT);
    }

    /** A constant: a number, true or false without quotes where it is one. */
    static Tree.Scalar constant(String text) {
        return new Tree.Scalar(
                NOWHERE, text, YamlReader.kind(text) == Kind.LITERAL ? Kind.LITERAL : Kind.TEXT);
    }
}
