package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Walks over the tokens of a statement. */
final class TSqlTokens {
    private final String text;
    private final List<SqlToken> tokens;
    private int at;

    TSqlTokens(String text) {
        this.text = text;
        this.tokens = SqlToken.of(text);
    }

    boolean more() {
        return at < tokens.size();
    }

    boolean is(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Goes past the words if they stand here. */
    boolean skip(String... words) {
        boolean here = is(words);
        at += here ? words.length : 0;
        return here;
    }

    void expect(String... words) {
        if (!skip(words)) {
            throw new IllegalArgumentException(
                    "102: expected " + String.join(" ", words) + " at " + rest());
        }
    }

    String rest() {
        return more() ? text.substring(tokens.get(at).start()) : "";
    }

    /** A name, quoted or not, with its schema if it has one; for comparing. */
    String name() {
        String name = one();
        while (skip(".")) {
            name += "." + one();
        }
        return name;
    }

    private String one() {
        SqlToken token = take();
        if (!token.isName()) {
            throw new IllegalArgumentException("102: no name: " + token.text() + " in " + text);
        }
        return key(token.text());
    }

    /** A name for comparing: small, and without the point that stands after a schema. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('.', '\u2024');
    }

    /** The names in brackets of an expression. */
    static Set<String> named(String expression) {
        Set<String> names = new HashSet<>();
        for (SqlToken token : SqlToken.of(expression)) {
            if (expression.charAt(token.start()) == '[') {
                names.add(key(token.text()));
            }
        }
        return names;
    }

    /** A string, with its N before it. */
    String string() {
        expect("N");
        return take().text();
    }

    private SqlToken take() {
        if (!more()) {
            throw new IllegalArgumentException("102: ends too early: " + text);
        }
        return tokens.get(at++);
    }

    /** Names in brackets, with what follows each of them left out. */
    List<String> names() {
        expect("(");
        List<String> names = new ArrayList<>();
        do {
            names.add(name());
            skip("ASC");
            skip("DESC");
        } while (skip(","));
        expect(")");
        return names;
    }

    /** What stands within the brackets that begin here. */
    String brackets() {
        int start = tokens.get(at).end();
        expect("(");
        int depth = 1;
        while (depth > 0) {
            SqlToken token = take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return text.substring(start, tokens.get(at - 1).start());
    }

    /** Everything up to one of the words, a comma or a closing bracket outside of all brackets. */
    String until(String... words) {
        int start = at;
        int depth = 0;
        for (; more(); at++) {
            SqlToken token = tokens.get(at);
            boolean ends = token.is(",") || token.is(")") || token.is(";");
            for (String word : words) {
                ends |= token.is(word);
            }
            if (depth == 0 && ends) {
                break;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return at == start
                ? ""
                : text.substring(tokens.get(start).start(), tokens.get(at - 1).end());
    }

    /** The statements of a batch that ends each of them with a semicolon. */
    static List<String> statements(String batch) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        for (SqlToken token : SqlToken.of(batch)) {
            if (token.is(";")) {
                statements.add(batch.substring(start, token.start()).strip());
                start = token.end();
            }
        }
        statements.add(batch.substring(start).strip());
        return statements.stream().filter(s -> !s.isEmpty()).toList();
    }
}
