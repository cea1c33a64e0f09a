package dev.plinth.app.project;

import dev.plinth.schema.model.Expression;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A row for the store, put together. */
final class Row {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Row(String project) {
        values.put("project", project);
    }

    Row with(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    Row expression(String prefix, @Nullable Expression expression) {
        return with(prefix + "language", expression == null ? null : language(expression))
                .with(prefix + "expression", expression == null ? null : expression.text());
    }

    static String language(Expression expression) {
        return word(expression.language());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
