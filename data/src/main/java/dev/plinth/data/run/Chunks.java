package dev.plinth.data.run;

import java.util.ArrayList;
import java.util.List;

/** Lists in pieces that one statement can take. */
final class Chunks {
    private static final int SIZE = 500;

    /** So many values that no database runs out of parameters: SQL Server takes 2100. */
    private static final int VALUES = 1500;

    private Chunks() {}

    static <T> List<List<T>> of(List<T> all) {
        return of(all, SIZE);
    }

    /** Keys, of which each is as many values as there are columns. */
    static <T> List<List<List<T>>> ofKeys(List<List<T>> keys) {
        int width = keys.isEmpty() ? 1 : Math.max(1, keys.getFirst().size());
        return of(keys, Math.clamp(VALUES / width, 1, SIZE));
    }

    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return chunks;
    }
}
