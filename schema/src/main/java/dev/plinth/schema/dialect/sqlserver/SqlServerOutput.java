package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.standard.SqlToken;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Puts OUTPUT where T-SQL wants it: in the middle of a statement. What comes out goes into a table
 * variable and is read from there, since a table with triggers gives back nothing directly (error
 * 334); and nothing is counted, so that rows are the first to come.
 */
final class SqlServerOutput {
    private SqlServerOutput() {}

    static String of(
            String statement, boolean deletes, List<String> quotedColumns, List<ColumnType> types) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < quotedColumns.size(); i++) {
            columns.append(i == 0 ? "" : ", ")
                    .append(quotedColumns.get(i))
                    .append(' ')
                    .append(type(types.get(i)));
        }
        return "SET NOCOUNT ON; DECLARE @written TABLE ("
                + columns
                + "); "
                + output(statement, deletes, quotedColumns)
                + "; SELECT "
                + String.join(", ", quotedColumns)
                + " FROM @written";
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case ChoiceType _, LongTextType _, JsonType _ -> "NVARCHAR(MAX)";
            case NativeType(String sql) when sql.equalsIgnoreCase("rowversion") -> "BINARY(8)";
            default -> new SqlServerTypes().sql(type);
        };
    }

    private static String output(String statement, boolean deletes, List<String> quotedColumns) {
        String source = deletes ? "deleted." : "inserted.";
        String output =
                "OUTPUT "
                        + quotedColumns.stream()
                                .map(c -> source + c)
                                .collect(Collectors.joining(", "))
                        + " INTO @written";
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
