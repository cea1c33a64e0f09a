package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words and signs that T-SQL does not know, wherever they stand outside of strings and names. */
final class TSqlWords {
    /** Each as words with a blank between them; one with a bracket at its end is a function. */
    private static final List<String> FORBIDDEN =
            List.of(
                    "LIMIT",
                    "RETURNING",
                    "ON CONFLICT",
                    "IF NOT EXISTS",
                    "AUTO_INCREMENT",
                    "GENERATED",
                    "ADD COLUMN",
                    "RENAME",
                    "RESTRICT",
                    "DEFERRABLE",
                    "INITIALLY",
                    "BEFORE INSERT",
                    "BEFORE UPDATE",
                    "BEFORE DELETE",
                    "FOR EACH ROW",
                    "BOOLEAN",
                    "SERIAL",
                    "BIGSERIAL",
                    "UUID",
                    "JSONB",
                    "TIMESTAMPTZ",
                    "BYTEA",
                    "TRUE",
                    "FALSE",
                    "NULLS FIRST",
                    "NULLS LAST",
                    "COMMENT ON",
                    "CASCADE CONSTRAINTS",
                    "GREATEST (",
                    "LEAST (",
                    "NOW (",
                    "RANDOM (",
                    "LENGTH (",
                    "CHAR_LENGTH (",
                    "SUBSTR (",
                    "POSITION (",
                    "MOD (",
                    "LPAD (",
                    "ILIKE",
                    "SIMILAR TO",
                    "REGEXP",
                    "IS TRUE",
                    "IS FALSE",
                    "USING INDEX");

    private static final Set<String> SIGNS = Set.of("::", "||", "`", "&&", "==");

    private TSqlWords() {}

    /** What is wrong with the words of a batch. */
    static List<String> of(String batch) {
        List<SqlToken> tokens = SqlToken.of(batch);
        List<String> found = new ArrayList<>();
        StringBuilder plain = new StringBuilder(" ");
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            String text = token.quoted() ? "?" : token.text().toUpperCase(Locale.ROOT);
            plain.append(text).append(' ');
            if (batch.charAt(token.start()) == '`') {
                found.add("102: a backtick");
            }
            if (i > 0 && tokens.get(i - 1).end() == token.start() && !token.quoted()) {
                String pair = tokens.get(i - 1).text() + text;
                if (SIGNS.contains(pair)) {
                    found.add("102: " + pair);
                }
            }
        }
        FORBIDDEN.stream()
                .filter(f -> plain.indexOf(" " + f + " ") >= 0)
                .forEach(f -> found.add("102: " + f));
        types(tokens, found);
        return found;
    }

    private static void types(List<SqlToken> tokens, List<String> found) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            SqlToken type = tokens.get(i);
            String first = tokens.get(i + 2).text();
            if (type.quoted() || !tokens.get(i + 1).is("(") || !first.matches("\\d{1,9}")) {
                continue;
            }
            int most =
                    switch (type.text().toUpperCase(Locale.ROOT)) {
                        case "NVARCHAR", "NCHAR" -> 4000;
                        case "VARCHAR", "CHAR", "VARBINARY", "BINARY" -> 8000;
                        case "DECIMAL", "NUMERIC" -> 38;
                        case "DATETIME2", "TIME", "DATETIMEOFFSET" -> 7;
                        default -> Integer.MAX_VALUE;
                    };
            if (Integer.parseInt(first) > most) {
                found.add("131, 2750, 1002: " + type.text() + "(" + first + ")");
            }
        }
    }
}
