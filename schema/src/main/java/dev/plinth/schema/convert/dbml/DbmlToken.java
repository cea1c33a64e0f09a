package dev.plinth.schema.convert.dbml;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, name, text or sign.
 *
 * @param line it stands in, counted from 1
 */
record DbmlToken(String text, Kind kind, int line) {
    enum Kind {
        WORD,
        /** In double quotes. */
        NAME,
        TEXT,
        /** An expression, in backticks. */
        CODE,
        SIGN
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.WORD) && text.equalsIgnoreCase(sign);
    }

    static List<DbmlToken> of(String text) {
        List<DbmlToken> tokens = new ArrayList<>();
        int line = 1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end;
            if (Character.isWhitespace(c)) {
                end = at + 1;
            } else if (text.startsWith("//", at)) {
                end = after(text, "\n", at) - 1;
                end = Math.max(end, at + 2);
            } else if (text.startsWith("/*", at)) {
                end = after(text, "*/", at + 2);
            } else if (text.startsWith("'''", at)) {
                end = after(text, "'''", at + 3);
                String inside = text.substring(at + 3, Math.max(at + 3, end - 3));
                tokens.add(new DbmlToken(inside.strip(), Kind.TEXT, line));
            } else if (c == '\'' || c == '"' || c == '`') {
                end = quoted(text, at, c);
                String inside = text.substring(at + 1, Math.max(at + 1, end - 1));
                Kind kind = c == '\'' ? Kind.TEXT : c == '"' ? Kind.NAME : Kind.CODE;
                tokens.add(new DbmlToken(inside.replace("\\" + c, "" + c), kind, line));
            } else if (isWord(c)) {
                end = at;
                while (end < text.length() && isWord(text.charAt(end))) {
                    end++;
                }
                tokens.add(new DbmlToken(text.substring(at, end), Kind.WORD, line));
            } else {
                end = text.startsWith("<>", at) ? at + 2 : at + 1;
                tokens.add(new DbmlToken(text.substring(at, end), Kind.SIGN, line));
            }
            line += (int) text.substring(at, end).chars().filter(x -> x == '\n').count();
            at = end;
        }
        return tokens;
    }

    private static int after(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private static int quoted(String text, int start, char close) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != close) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(text.length(), at + 1);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#' || c > 127;
    }
}
