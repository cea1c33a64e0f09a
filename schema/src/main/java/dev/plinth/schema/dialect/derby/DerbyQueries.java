package dev.plinth.schema.dialect.derby;

import dev.plinth.schema.dialect.Snapshot;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.LongTextType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts compare as if the shorter one went on with spaces, and by halves of characters. */
final class DerbyQueries extends StandardQueries {
    private static final String TEXT = " AS VARCHAR(" + DerbyTypes.LONGEST + "))";
    private static final String ONE_ROW = " FROM SYSIBM.SYSDUMMY1";

    private final DerbyConversion conversion;

    DerbyQueries(DerbyTypes types) {
        super(types);
        this.conversion = new DerbyConversion(types);
    }

    /** FETCH FIRST 0 ROWS is refused. */
    @Override
    public String page(long limit, long offset, boolean ordered) {
        return limit == 0
                ? super.page(1, Integer.MAX_VALUE, ordered)
                : super.page(limit, offset, ordered);
    }

    @Override
    public String like(String expression, String pattern) {
        return "CAST(" + expression + TEXT + " LIKE " + pattern + " ESCAPE '\\'";
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return "LOWER(CAST(" + expression + TEXT + ") LIKE LOWER(" + pattern + ") ESCAPE '\\'";
    }

    /** Derby keeps no versions: what was read is locked, and whoever would change it waits. */
    @Override
    public Optional<Snapshot> snapshot() {
        return Optional.of(new Snapshot("SET ISOLATION SERIALIZABLE", "SET ISOLATION CS"));
    }

    @Override
    public String locked(String select) {
        return select + " FOR UPDATE WITH RS";
    }

    /** Only INTERSECT takes two NULLs for equal, and NULL alone has no type. */
    @Override
    public String isNotDistinct(String left, String right) {
        return right.equals("NULL")
                ? left + " IS NULL"
                : "EXISTS (SELECT " + left + ONE_ROW + " INTERSECT SELECT " + right + ONE_ROW + ")";
    }

    @Override
    public String cast(String expression, ColumnType from, ColumnType to) {
        return conversion
                .converted(expression, from, to)
                .orElseGet(() -> super.cast(expression, to));
    }

    /** A column that was not told takes its default. */
    @Override
    public String insertDefaults(String quotedTable, String quotedColumn) {
        return "INSERT INTO " + quotedTable + " (" + quotedColumn + ") VALUES (DEFAULT)";
    }

    /** The source must be a table, so it is one of a single row, and values are told twice. */
    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
        String match =
                quotedKey.stream()
                        .map(k -> "t." + k + " = " + value(k, quotedColumns, placeholders))
                        .collect(Collectors.joining(" AND "));
        String update =
                quotedUpdated.isEmpty()
                        ? ""
                        : " WHEN MATCHED THEN UPDATE SET "
                                + quotedUpdated.stream()
                                        .map(c -> c + " = " + value(c, quotedColumns, placeholders))
                                        .collect(Collectors.joining(", "));
        return "MERGE INTO "
                + quotedTable
                + " AS t USING SYSIBM.SYSDUMMY1 AS s ON "
                + match
                + update
                + " WHEN NOT MATCHED THEN INSERT ("
                + String.join(", ", quotedColumns)
                + ") VALUES ("
                + String.join(", ", placeholders)
                + ")";
    }

    private static String value(String column, List<String> columns, List<String> placeholders) {
        return placeholders.get(columns.indexOf(column));
    }

    @Override
    public String compareTexts(String left, String operator, String right) {
        String plain = "CAST(" + left + TEXT + " " + operator + " CAST(" + right + TEXT;
        return switch (operator) {
            case "=" -> "(" + plain + " AND " + lengths(left, "=", right) + ")";
            case "<>" -> "(" + plain + " OR " + lengths(left, "<>", right) + ")";
            default -> ended(left) + " " + operator + " " + ended(right);
        };
    }

    private static String lengths(String left, String operator, String right) {
        return "LENGTH(" + left + ") " + operator + " LENGTH(" + right + ")";
    }

    /** With an end that comes before spaces. */
    private static String ended(String text) {
        return "CAST(CAST(" + text + TEXT + " || '\u0001'" + TEXT;
    }

    @Override
    public String branch(String text, boolean unlimited) {
        return unlimited ? "CAST(" + text + " AS CLOB)" : "CAST(" + text + TEXT;
    }

    /** As a text that compares, where nothing is known of it. */
    @Override
    public String cast(String expression, ColumnType type) {
        return type instanceof LongTextType
                ? "CAST(" + expression + TEXT
                : super.cast(expression, type);
    }

    @Override
    public String nothing(ColumnType type) {
        return "CAST(NULL AS " + types.sql(type) + ")";
    }

    @Override
    public boolean knowsCodePoints() {
        return false;
    }

    @Override
    public String length(String text) {
        return "LENGTH(" + text + ")";
    }

    @Override
    public String startsWith(String text, String start) {
        return "LOCATE(" + start + ", " + text + ") = 1";
    }

    @Override
    public String endsWith(String text, String end) {
        String from = "LENGTH(" + text + ") - LENGTH(" + end + ") + 1";
        return "(CASE WHEN LENGTH("
                + text
                + ") < LENGTH("
                + end
                + ") THEN FALSE WHEN "
                + compareTexts("SUBSTR(" + text + ", " + from + ")", "=", end)
                + " THEN TRUE WHEN LENGTH("
                + text
                + ") >= LENGTH("
                + end
                + ") THEN FALSE END)";
    }

    @Override
    public String contains(String text, String part) {
        return "LOCATE(" + part + ", " + text + ") > 0";
    }

    /** LOWER and UPPER know all letters, and there is no TRANSLATE, nor REPLACE. */
    @Override
    public boolean changesAscii() {
        return false;
    }

    /** MOD takes whole numbers only; a number that becomes whole is cut. */
    @Override
    public String remainder(String dividend, String divisor) {
        return "("
                + dividend
                + " - CAST(("
                + dividend
                + ") / ("
                + divisor
                + ") AS DECIMAL(31, 0)) * ("
                + divisor
                + "))";
    }

    /** There is no ROUND, and CAST cuts. */
    @Override
    public String rounded(String number, int scale) {
        String half = "0." + "0".repeat(scale) + "5";
        String as = " AS DECIMAL(31, " + scale + "))";
        return "CASE WHEN "
                + number
                + " < 0 THEN CAST("
                + number
                + " - "
                + half
                + as
                + " ELSE CAST("
                + number
                + " + "
                + half
                + as
                + " END";
    }

    @Override
    public boolean listsMixTypes() {
        return false;
    }

    /** Beside OR, a COALESCE of booleans ends with a NoSuchMethodError. */
    @Override
    public String asCondition(String truthValue) {
        return truthValue + " = TRUE";
    }

    @Override
    public String asTruthValue(String condition) {
        return "CASE WHEN " + condition + " THEN TRUE WHEN NOT (" + condition + ") THEN FALSE END";
    }

    /** Of an instant it would be told by the zone of the server. */
    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        return type instanceof DateType
                ? Optional.of(
                        "DATE({fn TIMESTAMPADD(SQL_TSI_DAY, " + by.toDays() + ", " + moment + ")})")
                : Optional.empty();
    }

    @Override
    public int exactDigits() {
        return DerbyTypes.DIGITS;
    }
}
