package dev.plinth.data.plan;

import org.jspecify.annotations.Nullable;

/**
 * One key of an order.
 *
 * @param embed the to-one embed that the value is of; null for the row itself
 */
public record SortKey(@Nullable Embed embed, Value value, boolean descending, boolean nullsFirst) {
    /** Whether no row has NULL here, so that it does not matter where NULLs come. */
    public boolean isNeverNull() {
        return embed == null
                && value instanceof Value.OfColumn(var column)
                && column.mask() == null
                && column.column().model().required();
    }
}
