package dev.plinth.testing.requests;

import java.util.Random;

/**
 * Runs a property for many seeds, always the same ones. {@code -Dplinth.seed=123} runs it for one;
 * {@code -Dplinth.seeds=5000} for more, {@code -Dplinth.seeds.from=5001} for others.
 */
public final class Seeds {
    private Seeds() {}

    /** What holds for whatever is chosen at random. */
    @FunctionalInterface
    public interface Property {
        void check(Random random) throws Exception;
    }

    public static void each(int count, Property property) {
        Long only = Long.getLong("plinth.seed");
        long last = Long.getLong("plinth.seeds", count);
        long first = only == null ? Long.getLong("plinth.seeds.from", 1) : only;
        for (long seed = first; seed <= (only == null ? last : only); seed++) {
            try {
                property.check(new Random(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("with -Dplinth.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
