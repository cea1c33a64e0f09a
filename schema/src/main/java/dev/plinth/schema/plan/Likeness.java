package dev.plinth.schema.plan;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.Nearest;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether two elements look as if one were the other under another name. */
final class Likeness {
    /** Shorter words are in too many others to tell anything. */
    private static final int TELLING = 3;

    private final Map<Table, Set<String>> columns = new IdentityHashMap<>();

    /** Of the tables of two models. */
    Likeness(Model live, Model wanted) {
        Stream.concat(live.tables().stream(), wanted.tables().stream())
                .forEach(t -> columns.put(t, signatures(t)));
    }

    /** Whether one name has all the words of the other, holds it, or is a few letters off. */
    static boolean ofNames(String a, String b) {
        Set<String> some = words(a);
        Set<String> others = words(b);
        String one = String.join("", some);
        String other = String.join("", others);
        boolean holds =
                Math.min(one.length(), other.length()) >= TELLING
                        && (one.contains(other) || other.contains(one));
        return some.containsAll(others)
                || others.containsAll(some)
                || holds
                || isMistyped(without(some, others), without(others, some));
    }

    private static String without(Set<String> words, Set<String> shared) {
        return words.stream().filter(w -> !shared.contains(w)).collect(Collectors.joining());
    }

    private static boolean isMistyped(String a, String b) {
        return Math.min(a.length(), b.length()) >= TELLING && Nearest.to(a, List.of(b)).isPresent();
    }

    /** {@code fullName}, {@code full_name} and {@code name-full} have the same. */
    private static Set<String> words(String name) {
        String[] words =
                name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+");
        Set<String> found = new LinkedHashSet<>(Arrays.asList(words));
        found.remove("");
        return found.isEmpty() ? Set.of(name) : found;
    }

    /** Whether more than half of the columns have the same name and the same kind of type. */
    boolean mostlyAgree(Table a, Table b) {
        Set<String> some = columns.getOrDefault(a, Set.of());
        Set<String> others = columns.getOrDefault(b, Set.of());
        long same = some.stream().filter(others::contains).count();
        return same * 2 > Math.max(some.size(), others.size());
    }

    private static Set<String> signatures(Table table) {
        return table.columns().stream()
                .map(
                        c ->
                                c.name().toLowerCase(Locale.ROOT)
                                        + " "
                                        + c.type().getClass().getSimpleName())
                .collect(Collectors.toSet());
    }
}
