package dev.plinth.schema.convert.sql;

import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a part of a script, read from left to right. */
final class Words {
    private static final SqlToken END = new SqlToken("", true, -1, -1);

    private final String script;
    private final List<SqlToken> tokens;
    private int at;

    Words(String script, List<SqlToken> tokens) {
        this.script = script;
        this.tokens = List.copyOf(tokens);
    }

    /** The statements of a script, and the parts of a list. */
    static List<Words> split(String script, List<SqlToken> tokens, String separator) {
        List<Words> parts = new ArrayList<>();
        List<SqlToken> part = new ArrayList<>();
        int depth = 0;
        for (SqlToken token : tokens) {
            if (token.is(separator) && depth == 0) {
                parts.add(new Words(script, part));
                part.clear();
                continue;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            depth = Math.max(0, depth);
            part.add(token);
        }
        parts.add(new Words(script, part));
        return parts.stream().filter(p -> !p.tokens.isEmpty()).toList();
    }

    boolean isDone() {
        return at >= tokens.size();
    }

    SqlToken peek() {
        return isDone() ? END : tokens.get(at);
    }

    SqlToken next() {
        SqlToken token = peek();
        at++;
        return token;
    }

    /** Whether these words stand here. */
    boolean isNext(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Goes past these words if they stand here. */
    boolean take(String... words) {
        if (!isNext(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    /** Goes to where these words stand next, outside of brackets; to the end if nowhere. */
    boolean skipTo(String word) {
        while (!isDone() && !isNext(word)) {
            if (isNext("(")) {
                inBrackets();
            } else {
                at++;
            }
        }
        return !isDone();
    }

    /** What is in the brackets that begin here; goes past them. */
    List<SqlToken> inBrackets() {
        List<SqlToken> inside = new ArrayList<>();
        if (!take("(")) {
            return inside;
        }
        for (int depth = 1; !isDone(); ) {
            SqlToken token = next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            inside.add(token);
        }
        return inside;
    }

    /** All that is left. */
    List<SqlToken> rest() {
        List<SqlToken> rest = tokens.subList(Math.min(at, tokens.size()), tokens.size());
        at = tokens.size();
        return rest;
    }

    /** Whether a token is a text in single quotes. */
    boolean isText(SqlToken token) {
        return token.start() >= 0 && token.quoted() && script.charAt(token.start()) == '\'';
    }

    /** As it was written, from the first to the last token. */
    String written(List<SqlToken> part) {
        return part.isEmpty()
                ? ""
                : script.substring(part.getFirst().start(), part.getLast().end());
    }

    String script() {
        return script;
    }

    /** The line a token stands in, counted from 1. */
    int line() {
        int start = tokens.isEmpty() ? 0 : tokens.getFirst().start();
        return (int) script.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    }
}
