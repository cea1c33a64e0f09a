package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is wrong with conditions and lists of columns, wherever they stand. */
final class TSqlQueries {
    private static final Set<String> BEFORE_CONDITIONS = Set.of("WHERE", "AND", "OR", "NOT");
    private static final Set<String> AFTER_CONDITIONS =
            Set.of("AND", "OR", "THEN", ")", ";", "GROUP", "ORDER", "UNION");
    private static final Set<String> AFTER_COLUMNS =
            Set.of("FROM", "WHERE", "GROUP", "ORDER", "UNION", "EXCEPT", "INTERSECT");

    private final String text;
    private final List<SqlToken> tokens;

    private TSqlQueries(String text) {
        this.text = text;
        this.tokens = SqlToken.of(text);
    }

    /** Values that stand where a condition must: what is true or false is a number to it. */
    static List<String> bare(String batch) {
        TSqlQueries query = new TSqlQueries(batch);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < query.tokens.size(); i++) {
            if (query.isValue(i) && query.isCondition(i)) {
                found.add(query.tokens.get(i).text());
            }
        }
        return found;
    }

    /** Columns of a query that have no name. */
    static List<String> unnamed(String query) {
        return new TSqlQueries(query).unnamed();
    }

    /** A name in brackets or a number. */
    private boolean isValue(int at) {
        char first = text.charAt(tokens.get(at).start());
        return first == '[' || Character.isDigit(first);
    }

    private boolean isCondition(int at) {
        int left = at - 1;
        while (is(left, ".")) {
            left -= 2;
        }
        int right = at + 1;
        while (is(left, "(") && is(right, ")") && isGroup(left)) {
            if (is(left - 1, "CHECK")) {
                return true;
            }
            left--;
            right++;
        }
        boolean begins = is(left, "(") ? isGroup(left) : BEFORE_CONDITIONS.contains(word(left));
        begins |= is(left, "WHEN") && is(left - 1, "CASE");
        return begins
                && !isBetween(left)
                && (right >= tokens.size() || AFTER_CONDITIONS.contains(word(right)));
    }

    /** Whether a bracket opens here that may hold a condition: no arguments and no list. */
    private boolean isGroup(int at) {
        return is(at - 1, "CHECK")
                || is(at - 1, "(") && isGroup(at - 1)
                || BEFORE_CONDITIONS.contains(word(at - 1)) && !isBetween(at - 1);
    }

    /** Whether this AND is the one of a BETWEEN. */
    private boolean isBetween(int at) {
        int depth = 0;
        for (int i = at - 1; is(at, "AND") && i >= 0 && depth >= 0; i--) {
            depth += is(i, ")") ? 1 : is(i, "(") ? -1 : 0;
            if (depth == 0 && is(i, "BETWEEN")) {
                return true;
            }
            if (depth == 0 && (is(i, "AND") || is(i, "OR"))) {
                return false;
            }
        }
        return false;
    }

    private List<String> unnamed() {
        List<String> found = new ArrayList<>();
        int at = is(0, "SELECT") ? 1 : tokens.size();
        at += is(at, "DISTINCT") ? 1 : 0;
        if (is(at, "TOP")) {
            at += is(at + 1, "(") ? 4 : 2;
        }
        int from = at;
        int depth = 0;
        for (; at <= tokens.size(); at++) {
            boolean ends = at == tokens.size() || AFTER_COLUMNS.contains(word(at));
            if (depth == 0 && (ends || is(at, ",")) && from < at) {
                if (!isNamed(from, at)) {
                    int start = tokens.get(from).start();
                    found.add(text.substring(start, tokens.get(at - 1).end()));
                }
                from = at + 1;
            }
            if (depth == 0 && ends) {
                return found;
            }
            depth += is(at, "(") ? 1 : is(at, ")") ? -1 : 0;
        }
        return found;
    }

    /** A column of a table, all of them, or something with a name after it. */
    private boolean isNamed(int from, int to) {
        int last = to - 1;
        boolean column = true;
        for (int i = from; i < to; i++) {
            column &= (i - from) % 2 == 0 ? isName(i) || is(i, "*") : is(i, ".");
        }
        boolean after = isName(last) && (is(last - 1, "AS") || is(last - 1, ")"));
        return column || is(from + 1, "=") || last > from && after;
    }

    private boolean isName(int at) {
        boolean string = text.charAt(tokens.get(at).start()) == '\'';
        return tokens.get(at).isName() && !string && !is(at, "END") && !is(at, "NULL");
    }

    private boolean is(int at, String word) {
        return word(at).equals(word);
    }

    /** In capital letters; empty for what is quoted, and where nothing stands. */
    private String word(int at) {
        if (at < 0 || at >= tokens.size() || tokens.get(at).quoted()) {
            return "";
        }
        return tokens.get(at).text().toUpperCase(Locale.ROOT);
    }
}
