package dev.plinth.schema.expression;

/** A class of a pattern: {@code [a-z0-9_]}, {@code [^,]}. */
final class PatternClass {
    /** What has a meaning between brackets in one engine or another. */
    private static final String META = "\\[]^-";

    private PatternClass() {}

    /** The members of \d, \w and \s, or empty; spelled out because engines count differently. */
    static String shorthand(char letter) {
        return switch (letter) {
            case 'd' -> "0-9";
            case 'D' -> "^0-9";
            case 'w' -> "A-Za-z0-9_";
            case 'W' -> "^A-Za-z0-9_";
            case 's' -> " \\t\\n\\r\\f";
            case 'S' -> "^ \\t\\n\\r\\f";
            default -> "";
        };
    }

    static void write(PortablePattern pattern) {
        pattern.skip(1);
        pattern.append("[");
        if (!pattern.atEnd() && pattern.peek() == '^') {
            pattern.skip(1);
            pattern.append("^");
        }
        boolean empty = true;
        boolean ampersand = false;
        while (!pattern.atEnd() && pattern.peek() != ']') {
            if (pattern.peek() == '&') {
                // Java takes two of them for an intersection
                if (!ampersand) {
                    pattern.append("&");
                }
                ampersand = true;
                pattern.skip(1);
            } else {
                member(pattern);
            }
            empty = false;
        }
        if (pattern.atEnd() || empty) {
            throw new PortablePattern.Refused("A class in a pattern is empty or not closed.");
        }
        pattern.skip(1);
        pattern.append("]");
    }

    private static void member(PortablePattern pattern) {
        if (pattern.peek() == '\\') {
            String known = shorthand(pattern.escaped());
            if (known.startsWith("^")) {
                throw new PortablePattern.Refused("\\D, \\W and \\S cannot stand in a class.");
            }
            if (!known.isEmpty()) {
                pattern.skip(2);
                pattern.append(known);
                return;
            }
        }
        int low = character(pattern);
        pattern.append(PortablePattern.spelled(low, META));
        if (pattern.atEnd() || pattern.peek() != '-') {
            return;
        }
        pattern.skip(1);
        if (pattern.atEnd() || pattern.peek() == ']') {
            pattern.append("\\-");
            return;
        }
        int high = character(pattern);
        if (high < low) {
            throw new PortablePattern.Refused("A range in a pattern is the wrong way round.");
        }
        pattern.append("-" + PortablePattern.spelled(high, META));
    }

    private static int character(PortablePattern pattern) {
        if (pattern.peek() == '\\') {
            return pattern.escapedLiteral();
        }
        if (pattern.peek() == '[') {
            throw new PortablePattern.Refused("Write \\[ for a \"[\" in a class.");
        }
        return pattern.codePoint();
    }
}
