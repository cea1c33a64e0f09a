package dev.plinth.data.plan;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Locale;

/** Guesses which name was meant. */
public final class Nearest {
    private Nearest() {}

    /** The name that differs least, if it differs in less than a third of its letters. */
    public static @Nullable String of(String written, Collection<String> names) {
        String nearest = null;
        int least = Math.max(1, written.length() / 3) + 1;
        for (String name : names) {
            int distance =
                    distance(
                            written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), least);
            if (distance < least && !name.equals(written)) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) >= most) {
            return most;
        }
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
