package dev.plinth.data.plan;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Guesses which name was meant: of the names that share pieces of three letters with what was
 * written (else of two) the one that differs in the fewest letters, unless it differs in most.
 */
public final class Nearest {
    /** For names out of many, of which one is always a little alike. */
    public static final double CLOSE = 0.75;

    /** For names out of few. */
    public static final double FAR = 0.33;

    private static final int MOST_COMPARED = 50;

    private Nearest() {}

    private record Scored(String name, double score) {}

    /**
     * The name most like what was written; null when none is like it.
     *
     * @param least the part of the letters that must agree
     */
    public static @Nullable String of(String written, Collection<String> names, double least) {
        String wanted = written.toLowerCase(Locale.ROOT);
        for (String name : names) {
            if (name.toLowerCase(Locale.ROOT).equals(wanted)) {
                return name.equals(written) ? null : name;
            }
        }
        for (int size = 3; size >= 2; size--) {
            Map<String, Integer> pieces = pieces(wanted, size);
            int length = size;
            List<Scored> alike =
                    names.stream()
                            .map(n -> new Scored(n, alike(pieces, pieces(lower(n), length))))
                            .filter(s -> s.score > 0)
                            .sorted(Comparator.comparingDouble((Scored s) -> -s.score))
                            .limit(MOST_COMPARED)
                            .map(s -> new Scored(s.name, sameLetters(wanted, lower(s.name))))
                            .filter(s -> s.score >= least)
                            .sorted(Comparator.comparingDouble((Scored s) -> -s.score))
                            .toList();
            if (!alike.isEmpty()) {
                return alike.getFirst().name;
            }
        }
        return null;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> pieces(String name, int size) {
        StringBuilder plain = new StringBuilder("-");
        name.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == ',' || c == '_')
                .forEach(plain::appendCodePoint);
        plain.append("-");
        while (plain.length() < size) {
            plain.append('-');
        }
        Map<String, Integer> pieces = new HashMap<>();
        for (int i = 0; i + size <= plain.length(); i++) {
            pieces.merge(plain.substring(i, i + size), 1, Integer::sum);
        }
        return pieces;
    }

    /** The cosine of the angle between the two, as vectors. */
    private static double alike(Map<String, Integer> a, Map<String, Integer> b) {
        double product = 0;
        for (Map.Entry<String, Integer> piece : a.entrySet()) {
            product += piece.getValue() * b.getOrDefault(piece.getKey(), 0);
        }
        return product / (length(a) * length(b));
    }

    private static double length(Map<String, Integer> pieces) {
        return Math.sqrt(pieces.values().stream().mapToDouble(n -> n * n).sum());
    }

    /** The part of the letters that need not be changed. */
    private static double sameLetters(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        return longest == 0 ? 1 : 1 - (double) distance(a, b) / longest;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
