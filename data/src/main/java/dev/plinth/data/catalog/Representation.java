package dev.plinth.data.catalog;

import org.jspecify.annotations.Nullable;

/**
 * The functions, as SQL, by which values of a column are shown and read; null where they are shown
 * and read as they are.
 */
public record Representation(
        @Nullable String toJson, @Nullable String fromJson, @Nullable String fromText) {
    public static final Representation PLAIN = new Representation(null, null, null);
}
