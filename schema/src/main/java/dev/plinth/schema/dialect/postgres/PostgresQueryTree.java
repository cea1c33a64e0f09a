package dev.plinth.schema.dialect.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the list of results out of a stored query. PostgreSQL keeps it as text of nested nodes,
 * {@code {QUERY … :targetList ({TARGETENTRY … :resno 1 … :resorigtbl 16384 :resorigcol 2} …)}}, and
 * notes for each result which column of which table it is, if it is one as it stands.
 */
final class PostgresQueryTree {
    private final String text;
    private int at;

    private PostgresQueryTree(String text) {
        this.text = text;
    }

    /**
     * One result of a query.
     *
     * @param table the oid of the table whose column it is; 0 if it is computed
     */
    record Target(int number, long table, int column) {}

    /** The results of the outermost query. */
    static List<Target> targets(String query) {
        return new PostgresQueryTree(query).read();
    }

    /** Within the query's own braces a target's are the second. */
    private List<Target> read() {
        List<Target> targets = new ArrayList<>();
        int depth = 0;
        boolean inTargets = false;
        long number = 0;
        long table = 0;
        long column = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ':') {
                String key = word();
                if (depth == 1) {
                    inTargets = key.equals(":targetList");
                } else if (depth == 2 && inTargets) {
                    switch (key) {
                        case ":resno" -> number = number();
                        case ":resorigtbl" -> table = number();
                        case ":resorigcol" -> column = number();
                        case ":resname" -> name();
                        default -> {}
                    }
                }
                continue;
            }
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                if (inTargets && depth == 2) {
                    targets.add(new Target((int) number, table, (int) column));
                }
                depth--;
            } else if (c == '\\') {
                at++; // it takes the meaning from what follows
            }
            at++;
        }
        return targets;
    }

    private String word() {
        int from = at;
        while (at < text.length() && " (){}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    /** A name may look like a key, so it is passed over as a whole. */
    private void name() {
        at++;
        while (at < text.length() && text.charAt(at) != ' ') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
    }

    private long number() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return from == at ? 0 : Long.parseLong(text.substring(from, at));
    }
}
