package dev.plinth.schema.deploy;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what is there more than once in a sequence that is gone through twice, without remembering
 * all of it: 32 MiB, and what may be there twice.
 */
final class Repeats {
    private static final int PLACES = 1 << 27;

    private final BitSet once = new BitSet();
    private final BitSet twice = new BitSet();
    private final Set<List<String>> seen = new HashSet<>();
    private final Set<List<String>> found = new LinkedHashSet<>();

    /** The first time. */
    void note(List<String> value) {
        int place = place(value);
        if (once.get(place)) {
            twice.set(place);
        }
        once.set(place);
    }

    boolean isPossible() {
        return !twice.isEmpty();
    }

    /** The second time. */
    void compare(List<String> value) {
        if (twice.get(place(value)) && !seen.add(value)) {
            found.add(value);
        }
    }

    /** Each of them, as they were met. */
    Set<List<String>> found() {
        return found;
    }

    private static int place(List<String> value) {
        int hash = value.hashCode();
        return (hash ^ hash >>> 15) & PLACES - 1;
    }
}
