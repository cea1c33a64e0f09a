package dev.plinth.schema.model;

import java.util.function.LongConsumer;

/**
 * Runs a property for many seeds, always the same ones. {@code -Dplinth.seed=123} runs it for one;
 * {@code -Dplinth.seeds=5000} for more.
 */
public final class Seeds {
    private Seeds() {}

    public static void each(int count, LongConsumer property) {
        Long only = Long.getLong("plinth.seed");
        long last = Long.getLong("plinth.seeds", count);
        for (long seed = only == null ? 1 : only; seed <= (only == null ? last : only); seed++) {
            try {
                property.accept(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dplinth.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
