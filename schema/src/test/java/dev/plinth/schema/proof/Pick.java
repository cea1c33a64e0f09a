package dev.plinth.schema.proof;

import dev.plinth.schema.model.Ids;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * The choices of one edit, from its seed alone. An element is chosen by the hash of its id, so that
 * leaving out an edit before this one seldom changes what this one does.
 */
final class Pick {
    private final long seed;
    private final Random random;

    Pick(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** An id that only this edit gives. */
    String id(String what) {
        return Ids.derived("proof", String.valueOf(seed), what);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Some element, whatever came before it. */
    <T> Optional<T> element(List<T> elements, Function<T, String> id) {
        return elements.stream().min(Comparator.comparing(e -> rank(id.apply(e))));
    }

    /** Elements in an order of this edit's own. */
    <T> List<T> shuffled(List<T> elements, Function<T, String> id) {
        return elements.stream().sorted(Comparator.comparing(e -> rank(id.apply(e)))).toList();
    }

    private String rank(String id) {
        return Ids.derived("rank", String.valueOf(seed), id);
    }

    /** A name that differs from those taken, whatever their case. */
    String name(Set<String> taken) {
        List<String> words = oneIn(6) ? Words.HOSTILE : Words.PLAIN;
        String name = of(words);
        while (taken.contains(name.toLowerCase(Locale.ROOT))) {
            name = of(words) + "_" + random.nextInt(1000);
        }
        return name;
    }

    String comment() {
        return of(Words.COMMENTS);
    }
}
