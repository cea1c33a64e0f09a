package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

/**
 * One sort key.
 *
 * @param embed the label of the to-one embed it belongs to; empty for the row itself
 * @param nullsFirst null when not said
 */
public record Ordering(
        String embed, Field field, boolean descending, @Nullable Boolean nullsFirst) {}
