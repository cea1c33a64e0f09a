package dev.plinth.schema.dialect.standard;

import java.util.List;

/** The statement that made a view, where a catalog keeps it whole. */
public final class ViewDefinition {
    private ViewDefinition() {}

    /** What follows AS in {@code CREATE VIEW "s"."v" (columns) AS …}. */
    public static String query(String definition) {
        List<SqlToken> tokens = SqlToken.of(definition);
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is("VIEW")) {
            at++;
        }
        at++;
        while (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
            at += 2;
        }
        int as = at + 1;
        while (as < tokens.size() && !tokens.get(as).is("AS")) {
            as++;
        }
        if (as >= tokens.size()) {
            return definition;
        }
        String query = definition.substring(tokens.get(as).end()).strip();
        String columns = definition.substring(tokens.get(at).end(), tokens.get(as).start()).strip();
        return columns.isEmpty() ? query : "SELECT * FROM (" + query + ") AS v " + columns;
    }
}
