package dev.plinth.schema.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody who mistyped a word may have meant. */
public final class Nearest {
    private Nearest() {}

    /** The known word that is near enough to be meant, or empty. */
    public static Optional<String> to(String word, Collection<String> known) {
        int allowed = Math.max(1, word.length() / 3);
        String wanted = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(k -> Math.abs(k.length() - word.length()) <= allowed)
                .filter(k -> distance(wanted, k.toLowerCase(Locale.ROOT)) <= allowed)
                .min(Comparator.comparingInt(k -> distance(wanted, k.toLowerCase(Locale.ROOT))));
    }

    /** A hint only when a word is near. */
    public static String question(String word, Collection<String> known) {
        return to(word, known).map(n -> "Did you mean \"" + n + "\"?").orElse("");
    }

    /** A hint: the nearest word, else all of them if they are few, else nothing. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map(n -> "Did you mean \"" + n + "\"?")
                .orElseGet(
                        () ->
                                known.isEmpty() || known.size() > 20
                                        ? ""
                                        : "Known are " + String.join(", ", known) + ".");
    }

    /** Edit distance; two neighbours that changed places count as one mistake. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] next = new int[b.length() + 1];
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(change, Math.min(row[j], next[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    next[j] = Math.min(next[j], before[j - 2] + 1);
                }
            }
            before = row;
            row = next;
        }
        return row[b.length()];
    }
}
