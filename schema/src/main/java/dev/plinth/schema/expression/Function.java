package dev.plinth.schema.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be called on values. Those with a dot ({@code name.trim()}) take the value before it as
 * their first operand, as in CEL; the rest are called by name alone.
 */
enum Function {
    /** Characters of a text: code points, not what one alphabet counts as a letter. */
    SIZE("size", Style.EITHER, 1, 1),
    STARTS_WITH("startsWith", Style.METHOD, 2, 2),
    ENDS_WITH("endsWith", Style.METHOD, 2, 2),
    CONTAINS("contains", Style.METHOD, 2, 2),
    /** The pattern is a constant of {@link PortablePattern}. */
    MATCHES("matches", Style.METHOD, 2, 2),
    /** A to Z only: what other letters become differs between databases and browsers. */
    LOWER("lowerAscii", Style.METHOD, 1, 1),
    UPPER("upperAscii", Style.METHOD, 1, 1),
    /** Takes spaces, tabs and line breaks off both ends. */
    TRIM("trim", Style.METHOD, 1, 1),
    /** What {@code +} does to texts; has no name of its own. */
    CONCATENATE("+", Style.OPERATOR, 2, 2),
    /** The first that is not null. */
    COALESCE("coalesce", Style.GLOBAL, 2, 20),
    ABSOLUTE("abs", Style.GLOBAL, 1, 1),
    /** To the constant number of digits after the point; a half goes away from zero. */
    ROUND("round", Style.GLOBAL, 1, 2);

    /** How it is written. */
    enum Style {
        METHOD,
        GLOBAL,
        EITHER,
        OPERATOR
    }

    /** Names that are no function of values but are written like one. */
    static final List<String> SPECIAL =
            List.of("has", "now", "today", "date", "time", "timestamp", "uuid", "duration");

    private final String text;
    private final Style style;
    private final int least;
    private final int most;

    Function(String text, Style style, int least, int most) {
        this.text = text;
        this.style = style;
        this.least = least;
        this.most = most;
    }

    String text() {
        return text;
    }

    boolean takes(int count) {
        return count >= least && count <= most;
    }

    static Optional<Function> of(String name, boolean method) {
        return Arrays.stream(values())
                .filter(f -> f.text.equals(name))
                .filter(
                        f ->
                                switch (f.style) {
                                    case METHOD -> method;
                                    case GLOBAL -> !method;
                                    case EITHER -> true;
                                    case OPERATOR -> false;
                                })
                .findFirst();
    }

    /** Every name that can be called, for suggestions. */
    static List<String> names() {
        return Stream.concat(
                        SPECIAL.stream(),
                        Arrays.stream(values())
                                .filter(f -> f.style != Style.OPERATOR)
                                .map(Function::text))
                .toList();
    }

    /** An example of use, for hints. */
    String example() {
        return switch (this) {
            case SIZE -> "size(name)";
            case STARTS_WITH, ENDS_WITH, CONTAINS, MATCHES -> "name." + text + "('…')";
            case LOWER, UPPER, TRIM -> "name." + text + "()";
            case CONCATENATE -> "a + b";
            case COALESCE -> "coalesce(a, b)";
            case ABSOLUTE -> "abs(amount)";
            case ROUND -> "round(amount, 2)";
        };
    }
}
