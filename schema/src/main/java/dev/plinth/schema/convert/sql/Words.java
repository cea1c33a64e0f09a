package dev.plinth.schema.convert.sql;

import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tokens of a part of a script, read from left to right. */
final class Words {
    private static final Set<String> SORTED = Set.of("ASC", "DESC", "NULLS", "FIRST", "LAST");
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

    /** Whether the first of all the words is this one, wherever one is by now. */
    boolean begins(String word) {
        return !tokens.isEmpty() && tokens.getFirst().is(word);
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

    /** As it was written, with a remark that follows it at once. */
    String remarked(List<SqlToken> part) {
        int end = part.getLast().end();
        String after = script.substring(end, Math.min(script.length(), end + 20)).stripLeading();
        String remark = after.startsWith("/*") && after.contains("*/") ? after : "";
        return written(part)
                + (remark.isEmpty() ? "" : " " + remark.substring(0, remark.indexOf("*/") + 2));
    }

    /** The text in quotes that stands next, whatever marks its kind of letters. */
    String text() {
        boolean marked = !peek().quoted() && peek().text().matches("(?i)N|E|_utf8mb4");
        if (marked) {
            at++;
        }
        return next().text();
    }

    /** Whether a name without quotes stands here, one of these. */
    boolean isAny(Set<String> words) {
        return !isDone() && peek().isAny(words);
    }

    /** The line it begins in, counted from 1. */
    int line() {
        int start = tokens.isEmpty() ? 0 : tokens.getFirst().start();
        return (int) script.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    }

    /** Whether a word without quotes stands anywhere in what is left. */
    boolean has(String word) {
        return tokens.stream().skip(at).anyMatch(t -> t.is(word));
    }

    /** The first words, to tell people what it is about. */
    String beginning() {
        List<SqlToken> first = tokens.subList(0, Math.min(3, tokens.size()));
        return written(first).replaceAll("\\s+", " ");
    }

    /** What is in the brackets that begin here, with the brackets. */
    List<SqlToken> bracketed() {
        int from = at;
        inBrackets();
        return List.copyOf(tokens.subList(from, Math.min(at, tokens.size())));
    }

    /** All up to one of these words, outside of brackets; they are not taken. */
    List<SqlToken> until(Set<String> ends) {
        int from = at;
        while (!isDone() && !isAny(ends)) {
            if (isNext("(")) {
                inBrackets();
            } else {
                at++;
            }
        }
        return List.copyOf(tokens.subList(from, at));
    }

    boolean isNumberInBrackets() {
        return at + 2 < tokens.size()
                && tokens.get(at).is("(")
                && tokens.get(at + 1).text().matches("\\d+")
                && tokens.get(at + 2).is(")");
    }

    /** Whether something else is left than how a part of an index is sorted. */
    boolean hasMoreThanOrder() {
        return tokens.stream().skip(at).anyMatch(t -> !t.isAny(SORTED));
    }

    /** Whether the last words are how a part of an index is sorted, and it is this way. */
    boolean endsIn(String word) {
        return tokens.stream().skip(at).anyMatch(t -> t.is(word) && !within(t));
    }

    private boolean within(SqlToken token) {
        int depth = 0;
        for (SqlToken each : tokens) {
            if (each == token) {
                break;
            }
            depth += each.is("(") ? 1 : each.is(")") ? -1 : 0;
        }
        return depth > 0;
    }

    /** An expression, without how it is sorted and without brackets around it. */
    String expression() {
        List<SqlToken> all = new ArrayList<>(tokens);
        while (!all.isEmpty() && all.getLast().isAny(SORTED)) {
            all.removeLast();
        }
        while (all.size() > 2 && all.getFirst().is("(") && closes(all)) {
            all = all.subList(1, all.size() - 1);
        }
        return written(all);
    }

    private static boolean closes(List<SqlToken> all) {
        int depth = 0;
        for (int i = 0; i < all.size(); i++) {
            depth += all.get(i).is("(") ? 1 : all.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i == all.size() - 1;
            }
        }
        return false;
    }

    /** Whether a type stands behind the next word, which then is the name of a column. */
    boolean isFollowedByType() {
        if (at + 1 >= tokens.size() || tokens.get(at + 1).quoted()) {
            return false;
        }
        String type = tokens.get(at + 1).text();
        return type.matches("[A-Za-z]\\w*")
                && !tokens.get(at + 1).isAny(Set.of("KEY", "INDEX", "USING", "NULLS", "WITH"))
                && !(at + 2 < tokens.size()
                        && tokens.get(at + 2).is("(")
                        && at + 3 < tokens.size()
                        && !tokens.get(at + 3).text().matches("\\d+|MAX|max"));
    }
}
