package dev.plinth.schema.convert;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rows for a table, in an order in which what is pointed at is there before.
 *
 * @param table id
 * @param columns ids
 * @param values one for each column, in the text form of its type
 */
public record Rows(String table, List<String> columns, List<List<@Nullable String>> values) {
    public Rows {
        columns = List.copyOf(columns);
        List<List<@Nullable String>> copy = new ArrayList<>();
        values.forEach(v -> copy.add(Collections.unmodifiableList(new ArrayList<>(v))));
        values = Collections.unmodifiableList(copy);
    }
}
