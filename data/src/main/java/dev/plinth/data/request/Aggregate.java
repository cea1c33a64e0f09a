package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What can be computed over a group of rows. */
public enum Aggregate {
    COUNT,
    SUM,
    AVG,
    MAX,
    MIN;

    /** The word in a request and the name in the answer. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Aggregate of(String word) {
        for (Aggregate aggregate : values()) {
            if (aggregate.word().equals(word)) {
                return aggregate;
            }
        }
        return null;
    }
}
