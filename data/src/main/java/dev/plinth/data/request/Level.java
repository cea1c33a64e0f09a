package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is said about the rows of one table of the request: the root, or one embed.
 *
 * @param limit null for none
 * @param offset null for none
 */
public record Level(
        List<Condition> filters,
        List<Ordering> order,
        @Nullable Long limit,
        @Nullable Long offset) {
    public static final Level NONE = new Level(List.of(), List.of(), null, null);

    public Level {
        filters = List.copyOf(filters);
        order = List.copyOf(order);
    }

    /** Whether anything is said. */
    public boolean isEmpty() {
        return filters.isEmpty() && order.isEmpty() && limit == null && offset == null;
    }
}
