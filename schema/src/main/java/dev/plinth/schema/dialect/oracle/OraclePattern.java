package dev.plinth.schema.dialect.oracle;

/**
 * A portable pattern in the spelling of POSIX: groups are plain, and within brackets a backslash is
 * but a backslash.
 */
final class OraclePattern {
    private final String pattern;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private OraclePattern(String pattern) {
        this.pattern = pattern;
    }

    static String of(String pattern) {
        return new OraclePattern(pattern).written();
    }

    private String written() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '\\' && at + 1 < pattern.length()) {
                String plain = escaped();
                out.append(plain.length() == 1 && plain.charAt(0) < ' ' ? plain : "\\" + plain);
            } else if (c == '[') {
                at++;
                bracket();
            } else if (pattern.startsWith("(?:", at)) {
                out.append('(');
                at += 3;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    /** What a backslash and the character after it stand for. */
    private String escaped() {
        int point = pattern.codePointAt(at + 1);
        at += 1 + Character.charCount(point);
        return switch (point) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'f' -> "\f";
            default -> Character.toString(point);
        };
    }

    /** A closing bracket comes first, an opening one and a dash last, a caret never first. */
    private void bracket() {
        boolean negated = pattern.startsWith("^", at);
        at += negated ? 1 : 0;
        StringBuilder first = new StringBuilder();
        StringBuilder middle = new StringBuilder();
        StringBuilder last = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            String low = member();
            if (at + 1 < pattern.length()
                    && pattern.charAt(at) == '-'
                    && pattern.charAt(at + 1) != ']') {
                at++;
                middle.append(low).append('-').append(member());
            } else {
                switch (low) {
                    case "]" -> first.append(low);
                    case "[" -> last.insert(0, low);
                    case "^", "-" -> last.append(low);
                    default -> middle.append(low);
                }
            }
        }
        at++;
        if (!negated && first.isEmpty() && middle.isEmpty() && last.toString().equals("^")) {
            out.append("\\^");
            return;
        }
        boolean caretFirst = first.isEmpty() && middle.isEmpty() && last.toString().startsWith("^");
        String end = caretFirst && !negated ? last.substring(1) + "^" : last.toString();
        out.append(negated ? "[^" : "[").append(first).append(middle).append(end).append(']');
    }

    private String member() {
        if (pattern.charAt(at) == '\\' && at + 1 < pattern.length()) {
            return escaped();
        }
        int point = pattern.codePointAt(at);
        at += Character.charCount(point);
        return Character.toString(point);
    }
}
