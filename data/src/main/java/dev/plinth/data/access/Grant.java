package dev.plinth.data.access;

import dev.plinth.schema.model.Expression;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Leave to do something with a table.
 *
 * @param table id
 * @param hiddenColumns ids; neither seen nor written
 * @param readOnlyColumns ids; seen, not written
 * @param condition which rows, in CEL; may use {@code user.id}; null for all
 */
public record Grant(
        String table,
        Set<Action> actions,
        Set<String> hiddenColumns,
        Set<String> readOnlyColumns,
        @Nullable Expression condition) {
    public Grant {
        actions = Set.copyOf(actions);
        hiddenColumns = Set.copyOf(hiddenColumns);
        readOnlyColumns = Set.copyOf(readOnlyColumns);
    }

    /** Leave to do everything with all rows. */
    public static Grant all(String table) {
        return new Grant(table, Set.of(Action.values()), Set.of(), Set.of(), null);
    }
}
