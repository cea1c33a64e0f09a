package dev.plinth.data.plan;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One key of an order.
 *
 * @param embed the to-one embed that the value is of; null for the row itself
 */
public record SortKey(@Nullable Embed embed, Value value, boolean descending, boolean nullsFirst) {
    /**
     * Adds a key, unless one before is of the same value and leaves it nothing to decide; SQL
     * Server refuses to sort by a column twice (error 169).
     */
    static void add(List<SortKey> keys, SortKey key) {
        if (keys.stream().noneMatch(k -> k.embed == key.embed && k.value.equals(key.value))) {
            keys.add(key);
        }
    }

    /** Whether no row has NULL here, so that it does not matter where NULLs come. */
    public boolean isNeverNull() {
        return embed == null
                && value instanceof Value.OfColumn(var column)
                && column.mask() == null
                && column.column().model().required();
    }
}
