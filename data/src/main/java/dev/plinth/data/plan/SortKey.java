package dev.plinth.data.plan;

import org.jspecify.annotations.Nullable;

/**
 * One key of an order.
 *
 * @param embed the to-one embed that the value is of; null for the row itself
 */
public record SortKey(@Nullable Embed embed, Value value, boolean descending, boolean nullsFirst) {}
