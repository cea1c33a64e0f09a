package dev.plinth.schema.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A word, name, string, number or sign of an SQL text.
 *
 * @param text as written; of a quoted name or a string what is within the quotes
 * @param quoted whether it stood in quotes, and so is no keyword
 * @param start of it in the text
 * @param end first character after it
 */
public record SqlToken(String text, boolean quoted, int start, int end) {
    public boolean is(String keyword) {
        return !quoted && text.equalsIgnoreCase(keyword);
    }

    /** Whether it is one of these words, given in capital letters. */
    public boolean isAny(Set<String> keywords) {
        return !quoted && keywords.contains(text.toUpperCase(Locale.ROOT));
    }

    /** Whether it can be a name: a word, or anything in quotes. */
    public boolean isName() {
        return quoted || !text.isEmpty() && isWord(text.charAt(0));
    }

    /** All but white space and comments; what is unfinished ends with the text. */
    public static List<SqlToken> of(String sql) {
        return of(sql, false);
    }

    /**
     * @param backslashes whether a backslash escapes within strings
     */
    public static List<SqlToken> of(String sql, boolean backslashes) {
        List<SqlToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = after(sql, "\n", at + 2);
            } else if (sql.startsWith("/*", at)) {
                at = after(sql, "*/", at + 2);
            } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
                SqlToken token = quoted(sql, at, c == '[' ? ']' : c, backslashes && c == '\'');
                tokens.add(token);
                at = token.end();
            } else {
                int end = isWord(c) ? wordEnd(sql, at) : at + 1;
                tokens.add(new SqlToken(sql.substring(at, end), false, at, end));
                at = end;
            }
        }
        return tokens;
    }

    private static int after(String sql, String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private static SqlToken quoted(String sql, int start, char close, boolean escapes) {
        StringBuilder text = new StringBuilder();
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (escapes && c == '\\' && at < sql.length()) {
                text.append(escaped(sql.charAt(at++)));
            } else if (c != close) {
                text.append(c);
            } else if (at < sql.length() && sql.charAt(at) == close) {
                text.append(c);
                at++;
            } else {
                break;
            }
        }
        return new SqlToken(text.toString(), true, start, at);
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case '0' -> '\0';
            default -> c;
        };
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c > 127;
    }

    /** A point belongs to a number only: of a word it is a sign of its own. */
    private static int wordEnd(String sql, int start) {
        boolean number = Character.isDigit(sql.charAt(start));
        int end = start;
        while (end < sql.length()
                && (isWord(sql.charAt(end)) || (number && sql.charAt(end) == '.'))) {
            end++;
        }
        return end;
    }
}
