package dev.plinth.schema.expression;

import java.util.Optional;

/**
 * Regular expressions that mean the same to every engine: characters, classes, groups,
 * alternatives, counts and the two anchors. Each engine is given its own spelling of them, since
 * they differ in what {@code .}, {@code $} and {@code \w} match.
 */
final class PortablePattern {
    /** Who is to read the pattern. */
    enum Flavour {
        /** RE2, in the evaluator. */
        RE2("\\z"),
        /** JavaScript with the flag u. */
        BROWSER("$");

        private final String end;

        Flavour(String end) {
            this.end = end;
        }
    }

    /** PostgreSQL counts no further. */
    private static final int MAX_COUNT = 255;

    private static final int MAX_LENGTH = 1000;
    private static final int MAX_DEPTH = 20;
    private static final String META = "\\^$.|?*+()[]{}";

    private final String pattern;
    private final String end;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int depth;

    private PortablePattern(String pattern, String end) {
        this.pattern = pattern;
        this.end = end;
    }

    /** Why the pattern cannot be used, in one sentence; empty when it can. */
    static Optional<String> refusal(String pattern) {
        try {
            write(pattern, Flavour.RE2);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The pattern in the spelling of one engine.
     *
     * @throws Refused when {@link #refusal} says so
     */
    static String write(String pattern, Flavour flavour) {
        return write(pattern, flavour.end);
    }

    /**
     * The pattern for a database.
     *
     * @param end how its engine asks for the very end of a text
     */
    static String write(String pattern, String end) {
        if (pattern.length() > MAX_LENGTH) {
            throw new Refused("The pattern is longer than " + MAX_LENGTH + " characters.");
        }
        PortablePattern writer = new PortablePattern(pattern, end);
        writer.alternatives();
        if (writer.at < pattern.length()) {
            throw new Refused("The pattern closes a bracket that it did not open.");
        }
        return writer.out.toString();
    }

    private void alternatives() {
        while (at < pattern.length() && pattern.charAt(at) != ')') {
            if (pattern.charAt(at) == '|') {
                out.append('|');
                at++;
            } else {
                piece();
            }
        }
    }

    private void piece() {
        char c = pattern.charAt(at);
        if (c == '^' || c == '$') {
            at++;
            out.append(c == '^' ? "^" : end);
            if (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
                throw new Refused("The pattern repeats \"" + c + "\".");
            }
            return;
        }
        atom(c);
        count();
    }

    private void atom(char c) {
        switch (c) {
            case '(' -> group();
            case '[' -> PatternClass.write(this);
            case '.' -> {
                at++;
                out.append("[^\\n]");
            }
            case '\\' -> {
                String known = PatternClass.shorthand(escaped());
                if (known.isEmpty()) {
                    literal(escapedLiteral());
                } else {
                    at += 2;
                    out.append('[').append(known).append(']');
                }
            }
            case '*', '+', '?', '{' ->
                    throw new Refused("In the pattern nothing stands before \"" + c + "\".");
            case ']', '}' ->
                    throw new Refused("Write \\" + c + " for a \"" + c + "\" in a pattern.");
            default -> literal(codePoint());
        }
    }

    private void group() {
        at++;
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            if (!pattern.startsWith("?:", at)) {
                throw new Refused("Patterns cannot look ahead, look behind or set flags.");
            }
            at += 2;
        }
        if (++depth > MAX_DEPTH) {
            throw new Refused("The pattern nests its brackets too deeply.");
        }
        out.append("(?:");
        alternatives();
        if (at >= pattern.length()) {
            throw new Refused("The pattern does not close a bracket.");
        }
        at++;
        depth--;
        out.append(')');
    }

    private void count() {
        if (at >= pattern.length() || "*+?{".indexOf(pattern.charAt(at)) < 0) {
            return;
        }
        if (pattern.charAt(at) == '{') {
            int close = pattern.indexOf('}', at);
            String inside = close < 0 ? "" : pattern.substring(at + 1, close);
            checkCount(inside);
            out.append('{').append(inside).append('}');
            at = close + 1;
        } else {
            out.append(pattern.charAt(at++));
        }
        if (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
            throw new Refused("The pattern repeats a repetition.");
        }
    }

    private static void checkCount(String inside) {
        if (!inside.matches("[0-9]{1,3}(,([0-9]{1,3})?)?")) {
            throw new Refused("A count in a pattern is written {2}, {2,} or {2,5}.");
        }
        String[] bounds = inside.split(",");
        int low = Integer.parseInt(bounds[0]);
        int high = bounds.length < 2 ? low : Integer.parseInt(bounds[1]);
        if (high < low || high > MAX_COUNT) {
            throw new Refused("Counts in a pattern rise, up to " + MAX_COUNT + ".");
        }
    }

    // what a class inside brackets needs

    boolean atEnd() {
        return at >= pattern.length();
    }

    char peek() {
        return pattern.charAt(at);
    }

    void skip(int characters) {
        at += characters;
    }

    void append(String text) {
        out.append(text);
    }

    /** The character after a backslash, without passing it. */
    char escaped() {
        if (at + 1 >= pattern.length()) {
            throw new Refused("The pattern ends in a single \\.");
        }
        return pattern.charAt(at + 1);
    }

    int codePoint() {
        int point = pattern.codePointAt(at);
        at += Character.charCount(point);
        return point;
    }

    /** Passes a backslash and what it stands before. */
    int escapedLiteral() {
        char c = escaped();
        at++;
        int point = codePoint();
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new Refused("\\" + c + " means different things to different databases.");
                }
                yield point;
            }
        };
    }

    private void literal(int point) {
        out.append(spelled(point, META));
    }

    /** A character as itself, or escaped where it would mean something. */
    static String spelled(int point, String meta) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default ->
                    meta.indexOf(point) >= 0
                            ? "\\" + Character.toString(point)
                            : Character.toString(point);
        };
    }

    /** A pattern that cannot be used; the message is one sentence. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }
}
