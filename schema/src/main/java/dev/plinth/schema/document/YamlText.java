package dev.plinth.schema.document;

import java.util.regex.Pattern;

/** How one scalar is spelled in YAML: without quotes, with them, or as a block of lines. */
final class YamlText {
    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<~";

    /** What readers of YAML 1.1 or 1.2 take for something else than text. */
    private static final Pattern SPECIAL =
            Pattern.compile(
                    "(?i)null|true|false|yes|no|on|off|y|n"
                            + "|[-+.]?[0-9][-+0-9a-fox_.:tz ]*|[-+]?\\.(inf|nan)|\\.nan");

    private YamlText() {}

    static String scalar(Tree.Scalar scalar, boolean flow) {
        return switch (scalar.kind()) {
            case NULL -> "null";
            case LITERAL -> scalar.text();
            case TEXT -> plainOrQuoted(scalar.text(), flow);
        };
    }

    static String plainOrQuoted(String text, boolean flow) {
        return isPlain(text, flow) ? text : quoted(text);
    }

    private static boolean isPlain(String text, boolean flow) {
        if (text.isEmpty()
                || text.startsWith("...")
                || INDICATORS.indexOf(text.charAt(0)) >= 0
                || text.startsWith(" ")
                || text.endsWith(" ")
                || text.endsWith(":")
                || text.contains(": ")
                || text.contains(" #")
                || SPECIAL.matcher(text).matches()) {
            return false;
        }
        return text.codePoints()
                .allMatch(c -> isPrintable(c) && !(flow && ",[]{}:#".indexOf(c) >= 0));
    }

    /** Whether a scalar is laid out as lines: only text whose every space survives an editor. */
    static boolean isBlock(Tree.Scalar scalar) {
        String text = scalar.text();
        return scalar.kind() == Tree.Kind.TEXT
                && text.indexOf('\n') > 0
                && !text.startsWith(" ")
                && !text.endsWith("\n\n")
                && !text.endsWith(" ")
                && !text.contains(" \n")
                && text.codePoints().allMatch(c -> c == '\n' || isPrintable(c));
    }

    static void block(String text, int indent, StringBuilder out) {
        boolean ended = text.endsWith("\n");
        out.append(ended ? "|\n" : "|-\n");
        String lines = ended ? text.substring(0, text.length() - 1) : text;
        for (String line : lines.split("\n", -1)) {
            if (!line.isEmpty()) {
                out.repeat(' ', indent).append(line);
            }
            out.append('\n');
        }
    }

    /** Single quotes where double ones would need escapes, as text of SQL and CEL often does. */
    private static String quoted(String text) {
        boolean escapes = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
        return escapes && text.codePoints().allMatch(YamlText::isPrintable)
                ? "'" + text.replace("'", "''") + "'"
                : doubleQuoted(text);
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints()
                .forEach(
                        c -> {
                            switch (c) {
                                case '"' -> quoted.append("\\\"");
                                case '\\' -> quoted.append("\\\\");
                                case '\n' -> quoted.append("\\n");
                                case '\t' -> quoted.append("\\t");
                                case '\r' -> quoted.append("\\r");
                                default -> character(c, quoted);
                            }
                        });
        return quoted.append('"').toString();
    }

    private static void character(int c, StringBuilder quoted) {
        if (isPrintable(c)) {
            quoted.appendCodePoint(c);
        } else if (c > 0xFFFF) {
            quoted.append(String.format("\\U%08X", c));
        } else {
            quoted.append(String.format("\\u%04X", c));
        }
    }

    /** Narrower than YAML's own rule: line separators and the byte order mark would not survive. */
    private static boolean isPrintable(int c) {
        return (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c <= 0xD7FF && c != 0x2028 && c != 0x2029)
                || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
