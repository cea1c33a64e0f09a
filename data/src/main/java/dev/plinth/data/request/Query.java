package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The query string, read.
 *
 * @param levels what is said about rows, by the labels that lead from the root to the embed
 * @param columns those of the body that are taken; null for all
 * @param onConflict the columns by which a row that exists already is known; null for the key
 * @param after the cursor of the last page, empty for the first; null when paging is not by cursor
 * @param arguments of a routine
 */
public record Query(
        List<SelectItem> select,
        Map<List<String>, Level> levels,
        @Nullable List<String> columns,
        @Nullable List<String> onConflict,
        @Nullable String after,
        List<Parameter> arguments) {
    public Query {
        select = List.copyOf(select);
        levels = Map.copyOf(levels);
        arguments = List.copyOf(arguments);
    }

    public Query withAfter(@Nullable String newAfter) {
        return new Query(select, levels, columns, onConflict, newAfter, arguments);
    }

    public Level root() {
        return levels.getOrDefault(List.of(), Level.NONE);
    }
}
