package dev.plinth.schema.dialect.hsqldb;

import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts compare as if the shorter one went on with spaces, and by halves of characters. */
final class HsqldbQueries extends StandardQueries {
    private static final String BEYOND = "'([\\x{10000}-\\x{10FFFF}])'";

    /** Has room for every number that is multiplied by a power of ten. */
    private static final String WHOLE = " AS NUMERIC(100, 0))";

    HsqldbQueries(Types types) {
        super(types);
    }

    /** FETCH FIRST 0 ROWS is refused, and LIMIT 0 is no limit. */
    @Override
    public String page(long limit, long offset, boolean ordered) {
        // Beyond these 31 bits it says "General error" (2.7.4).
        int most = Integer.MAX_VALUE;
        return limit == 0
                ? super.page(1, most, ordered)
                : super.page(Math.min(limit, most), Math.min(offset, most), ordered);
    }

    /** The whole text is matched, so what is around the match is let in. */
    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        String start = ignoringCase ? "'(?i)[\\s\\S]*(?:'" : "'[\\s\\S]*(?:'";
        return Optional.of(
                "REGEXP_MATCHES("
                        + expression
                        + ", "
                        + start
                        + " || "
                        + pattern
                        + " || ')[\\s\\S]*')");
    }

    @Override
    public String compareTexts(String left, String operator, String right) {
        return switch (operator) {
            case "=" -> "(" + left + " = " + right + " AND " + sameLength(left, "=", right) + ")";
            case "<>" -> "(" + left + " <> " + right + " OR " + sameLength(left, "<>", right) + ")";
            default -> ordered(left) + " " + operator + " " + ordered(right);
        };
    }

    private static String sameLength(String left, String operator, String right) {
        return "CHAR_LENGTH(" + left + ") " + operator + " CHAR_LENGTH(" + right + ")";
    }

    /** With an end that comes before spaces, and what is beyond U+FFFF after all that is not. */
    private static String ordered(String text) {
        return "(REGEXP_REPLACE(" + text + ", " + BEYOND + ", U&'\\ffff$1') || U&'\\0000')";
    }

    /** HSQLDB counts the halves of characters beyond U+FFFF. */
    @Override
    public String length(String text) {
        return "CHAR_LENGTH(REGEXP_REPLACE(" + text + ", " + BEYOND + ", '.'))";
    }

    @Override
    public String endsWith(String text, String end) {
        return compareTexts("RIGHT(" + text + ", CHAR_LENGTH(" + end + "))", "=", end);
    }

    /** All are made the type of one of them, and what does not fit is an error or not found. */
    @Override
    public boolean listsMixTypes() {
        return false;
    }

    /** Within brackets and a call, not every condition is understood as a value. */
    @Override
    public String asTruthValue(String condition) {
        return "CASE WHEN " + condition + " THEN TRUE WHEN NOT " + condition + " THEN FALSE END";
    }

    @Override
    public Optional<String> trimmed(String text) {
        return Optional.of("REGEXP_REPLACE(" + text + ", '^[ \\t\\n\\r]+|[ \\t\\n\\r]+\\z', '')");
    }

    /** What is rounded up may have a digit more than the type of the number. */
    @Override
    public String rounded(String number, int scale) {
        return "ROUND(CAST(" + number + " AS NUMERIC(100, 40)), " + scale + ")";
    }

    /** A remainder has no decimals, and is of the type of the first number, fitting or not. */
    @Override
    public String remainder(String dividend, String divisor) {
        return "MOD(CAST(" + dividend + WHOLE + ", CAST(" + divisor + WHOLE + ")";
    }

    @Override
    public String remainder(String dividend, String divisor, int scale) {
        if (scale == 0) {
            return remainder(dividend, divisor);
        }
        String shift = " * 1" + "0".repeat(scale);
        String back = " * 0." + "0".repeat(scale - 1) + "1";
        return remainder(dividend + shift, divisor + shift) + back;
    }

    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        String sign = by.isNegative() ? " - " : " + ";
        Duration amount = by.abs();
        return Optional.of(
                type instanceof DateType
                        ? moment + sign + "INTERVAL '" + amount.toDays() + "' DAY(9)"
                        : moment + sign + "INTERVAL '" + seconds(amount) + "' SECOND(12, 6)");
    }

    private static String seconds(Duration amount) {
        return BigDecimal.valueOf(amount.toNanos() / 1000, 6).toPlainString();
    }

    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
        String columns = String.join(", ", quotedColumns);
        String match =
                quotedKey.stream()
                        .map(k -> "t." + k + " = s." + k)
                        .collect(Collectors.joining(" AND "));
        String update =
                quotedUpdated.isEmpty()
                        ? ""
                        : " WHEN MATCHED THEN UPDATE SET "
                                + quotedUpdated.stream()
                                        .map(c -> "t." + c + " = s." + c)
                                        .collect(Collectors.joining(", "));
        return "MERGE INTO "
                + quotedTable
                + " t USING (VALUES ("
                + String.join(", ", placeholders)
                + ")) s ("
                + columns
                + ") ON "
                + match
                + update
                + " WHEN NOT MATCHED THEN INSERT ("
                + columns
                + ") VALUES ("
                + quotedColumns.stream().map(c -> "s." + c).collect(Collectors.joining(", "))
                + ")";
    }
}
