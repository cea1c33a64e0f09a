package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.function.IntPredicate;

/** Reads a parameter from left to right and says where it stopped understanding. */
final class TextScanner {
    private final String what;
    private final String shown;
    private final String text;
    private final int shift;
    private int at;

    /**
     * @param what the part of the request, as the refusal names it: "select parameter", "filter" …
     */
    TextScanner(String what, String text) {
        this(what, text, text, 0);
    }

    /**
     * @param shown what the refusal shows in place of the text
     * @param shift how many characters the refusal counts before the text
     */
    TextScanner(String what, String shown, String text, int shift) {
        this.what = what;
        this.shown = shown;
        this.text = text;
        this.shift = shift;
    }

    boolean done() {
        return at >= text.length();
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    /** The next character, or 0 at the end. */
    char peek() {
        return done() ? 0 : text.charAt(at);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    char next() {
        return text.charAt(at++);
    }

    boolean looksAt(String token) {
        return text.startsWith(token, at);
    }

    boolean take(String token) {
        if (looksAt(token)) {
            at += token.length();
            return true;
        }
        return false;
    }

    void expect(char token, String expecting) {
        if (peek() != token || done()) {
            throw unexpected(expecting);
        }
        at++;
    }

    void skipSpaces() {
        while (!done() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** The longest run of characters that pass, possibly empty. */
    String run(IntPredicate passes) {
        int from = at;
        while (!done() && passes.test(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    String rest() {
        String rest = text.substring(at);
        at = text.length();
        return rest;
    }

    /** A text in double quotes with backslash escapes, or null (and nothing read) if it is none. */
    @Nullable String quoted() {
        int from = at;
        if (peek() != '"') {
            return null;
        }
        at++;
        StringBuilder inside = new StringBuilder();
        while (!done()) {
            char c = next();
            if (c == '"') {
                return inside.toString();
            }
            if (c == '\\') {
                if (done()) {
                    break;
                }
                c = next();
            }
            inside.append(c);
        }
        at = from;
        return null;
    }

    /** The refusal for what stands here. */
    Refusal unexpected(String expecting) {
        String found = done() ? "end of input" : "\"" + text.substring(at, at + 1) + "\"";
        return new Refusal(
                Reason.SYNTAX,
                "\"failed to parse "
                        + what
                        + " ("
                        + shown
                        + ")\" (line 1, column "
                        + (at + shift + 1)
                        + ")",
                "unexpected " + found + " expecting " + expecting,
                null);
    }
}
