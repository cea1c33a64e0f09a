package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.List;
import java.util.stream.Collectors;

/** Puts OUTPUT where T-SQL wants it: in the middle of a statement. */
final class SqlServerOutput {
    private SqlServerOutput() {}

    static String of(String statement, boolean deletes, List<String> quotedColumns) {
        String source = deletes ? "deleted." : "inserted.";
        String output =
                "OUTPUT "
                        + quotedColumns.stream()
                                .map(c -> source + c)
                                .collect(Collectors.joining(", "));
        List<SqlToken> tokens = SqlToken.of(statement);
        String first = tokens.getFirst().text().toUpperCase(java.util.Locale.ROOT);
        int at =
                switch (first) {
                    case "INSERT" -> start(tokens, statement, "VALUES", "DEFAULT", "SELECT");
                    case "UPDATE" -> start(tokens, statement, "FROM", "WHERE");
                    case "DELETE" ->
                            start(tokens.subList(2, tokens.size()), statement, "FROM", "WHERE");
                    default -> start(tokens, statement, ";");
                };
        String rest = statement.substring(at);
        return statement.substring(0, at).stripTrailing()
                + " "
                + output
                + (rest.isEmpty() || rest.equals(";") ? rest : " " + rest);
    }

    /** Where the first of the words stands outside of all brackets; the end if none does. */
    private static int start(List<SqlToken> tokens, String statement, String... words) {
        int depth = 0;
        for (SqlToken token : tokens) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            for (String word : words) {
                if (depth == 0 && token.is(word)) {
                    return token.start();
                }
            }
        }
        return statement.length();
    }
}
