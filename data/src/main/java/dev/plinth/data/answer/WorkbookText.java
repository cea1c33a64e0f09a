package dev.plinth.data.answer;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Texts in the XML of a workbook. What XML has no signs for is written as {@code _x001F_}, and what
 * only looks like that is told apart from it (ECMA-376, 22.9.2.19).
 */
final class WorkbookText {
    private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private WorkbookText() {}

    static void write(String given, Writer out) throws IOException {
        String text = given.indexOf('_') < 0 ? given : ESCAPED.matcher(given).replaceAll("_x005F_");
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String instead = instead(text, i);
            if (instead != null) {
                out.write(text, done, i - done);
                out.write(instead);
                done = i + 1;
            }
        }
        out.write(text, done, text.length() - done);
    }

    private static @org.jspecify.annotations.Nullable String instead(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '\t', '\n' -> null;
            default ->
                    c < ' ' || c >= '\uFFFE' || isAlone(text, at)
                            ? String.format("_x%04X_", (int) c)
                            : null;
        };
    }

    /** Half of a sign that takes two. */
    private static boolean isAlone(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                        && (at + 1 == text.length()
                                || !Character.isLowSurrogate(text.charAt(at + 1)))
                || Character.isLowSurrogate(c)
                        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
