package dev.plinth.schema.dialect.firebird;

import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class FirebirdQueries extends StandardQueries {
    FirebirdQueries(Types types) {
        super(types);
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return "LOWER(" + expression + ") LIKE LOWER(" + pattern + ") ESCAPE '\\'";
    }

    @Override
    public String locked(String select) {
        return select + " WITH LOCK";
    }

    @Override
    public boolean canUpdateToDefault() {
        return false;
    }

    /** With a source of one row, so that columns that are not to change stay. */
    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
        String source =
                IntStream.range(0, quotedColumns.size())
                        .mapToObj(i -> placeholders.get(i) + " AS " + quotedColumns.get(i))
                        .collect(Collectors.joining(", "));
        String match =
                quotedKey.stream()
                        .map(k -> "t." + k + " = s." + k)
                        .collect(Collectors.joining(" AND "));
        String update =
                quotedUpdated.isEmpty()
                        ? ""
                        : " WHEN MATCHED THEN UPDATE SET "
                                + quotedUpdated.stream()
                                        .map(c -> c + " = s." + c)
                                        .collect(Collectors.joining(", "));
        return "MERGE INTO "
                + quotedTable
                + " t USING (SELECT "
                + source
                + " FROM RDB$DATABASE) s ON "
                + match
                + update
                + " WHEN NOT MATCHED THEN INSERT ("
                + String.join(", ", quotedColumns)
                + ") VALUES ("
                + quotedColumns.stream().map(c -> "s." + c).collect(Collectors.joining(", "))
                + ")";
    }

    /**
     * To Firebird, a text with spaces at its end is the one without; not so with NUL after both.
     */
    @Override
    public String compareTexts(String left, String operator, String right) {
        return "(" + left + ") || ASCII_CHAR(0) " + operator + " (" + right + ") || ASCII_CHAR(0)";
    }

    @Override
    public String startsWith(String text, String start) {
        return text + " STARTING WITH " + start;
    }

    @Override
    public String lowerAscii(String text) {
        return replaced(text, 'A', 'a');
    }

    @Override
    public String upperAscii(String text) {
        return replaced(text, 'a', 'A');
    }

    /** There is no TRANSLATE. */
    private static String replaced(String text, char from, char to) {
        String replaced = text;
        for (int i = 0; i < 26; i++) {
            replaced =
                    "REPLACE("
                            + replaced
                            + ", '"
                            + (char) (from + i)
                            + "', '"
                            + (char) (to + i)
                            + "')";
        }
        return replaced;
    }

    /** MOD rounds what has decimals; a division cuts. */
    @Override
    public String remainder(String dividend, String divisor) {
        return "("
                + dividend
                + " - TRUNC(("
                + dividend
                + ") / ("
                + divisor
                + ")) * ("
                + divisor
                + "))";
    }

    /** Only "true" and "false" are boolean to Firebird. */
    @Override
    public String cast(String expression, ColumnType type) {
        if (!(type instanceof BooleanType)) {
            return super.cast(expression, type);
        }
        String text = "LOWER(TRIM(CAST(" + expression + " AS VARCHAR(20))))";
        return "(CASE WHEN "
                + text
                + " IN ('1', 't', 'yes', 'on') THEN TRUE WHEN "
                + text
                + " IN ('0', 'f', 'no', 'off') THEN FALSE ELSE CAST("
                + text
                + " AS BOOLEAN) END)";
    }

    @Override
    public int exactDigits() {
        return 18;
    }

    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        return Optional.of(
                type instanceof DateType
                        ? "DATEADD(" + by.toDays() + " DAY TO " + moment + ")"
                        : "DATEADD(" + by.toMillis() + " MILLISECOND TO " + moment + ")");
    }
}
