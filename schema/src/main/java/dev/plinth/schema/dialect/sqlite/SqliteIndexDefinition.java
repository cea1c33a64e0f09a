package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.ArrayList;
import java.util.List;

/**
 * What the text of CREATE INDEX tells.
 *
 * @param where its condition; empty for all rows
 */
record SqliteIndexDefinition(boolean unique, List<Part> parts, String where) {
    /** A column's name, or an expression as it was written. */
    record Part(String text, boolean isName, boolean descending) {}

    static SqliteIndexDefinition of(String sql) {
        List<SqlToken> tokens = SqlToken.of(sql);
        boolean unique = tokens.size() > 1 && tokens.get(1).is("UNIQUE");
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is("(")) {
            at++;
        }
        int depth = 0;
        int start = at + 1;
        for (; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if ((depth == 1 && token.is(",")) || depth == 0) {
                parts.add(part(sql, tokens.subList(start, at)));
                start = at + 1;
            }
            if (depth == 0) {
                break;
            }
        }
        boolean partial = at + 1 < tokens.size() && tokens.get(at + 1).is("WHERE");
        String where = partial ? sql.substring(tokens.get(at + 1).end()).strip() : "";
        return new SqliteIndexDefinition(unique, parts, where);
    }

    private static Part part(String sql, List<SqlToken> tokens) {
        SqlToken last = tokens.getLast();
        boolean ordered = tokens.size() > 1 && (last.is("ASC") || last.is("DESC"));
        List<SqlToken> inner = ordered ? tokens.subList(0, tokens.size() - 1) : tokens;
        boolean descending = ordered && last.is("DESC");
        if (inner.size() == 1) {
            return new Part(inner.getFirst().text(), true, descending);
        }
        List<SqlToken> bare = unwrapped(inner);
        String text = sql.substring(bare.getFirst().start(), bare.getLast().end());
        return new Part(text, false, descending);
    }

    /** Without the brackets that stand around the whole, which are written again. */
    private static List<SqlToken> unwrapped(List<SqlToken> tokens) {
        if (!tokens.getFirst().is("(") || !tokens.getLast().is(")") || tokens.size() < 3) {
            return tokens;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size() - 1; i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return tokens;
            }
        }
        return tokens.subList(1, tokens.size() - 1);
    }
}
