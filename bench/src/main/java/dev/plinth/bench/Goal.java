package dev.plinth.bench;

import java.util.Locale;

/** Where a ratio should be: times stay below a bound, throughput above one. */
public record Goal(Bound bound, double ratio) {

    /** Which side of the ratio is good. */
    public enum Bound {
        AT_MOST,
        AT_LEAST
    }

    /** For times. */
    public static Goal atMost(double ratio) {
        return new Goal(Bound.AT_MOST, ratio);
    }

    /** For throughput. */
    public static Goal atLeast(double ratio) {
        return new Goal(Bound.AT_LEAST, ratio);
    }

    boolean holds(double measured) {
        return switch (bound) {
            case AT_MOST -> measured <= ratio;
            case AT_LEAST -> measured >= ratio;
        };
    }

    @Override
    public String toString() {
        var sign =
                switch (bound) {
                    case AT_MOST -> "<=";
                    case AT_LEAST -> ">=";
                };
        return String.format(Locale.ROOT, "%s %.2f", sign, ratio);
    }
}
