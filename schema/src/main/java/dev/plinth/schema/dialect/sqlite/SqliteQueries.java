package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.RowAddress;
import dev.plinth.schema.dialect.standard.JsonPaths;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parts of queries in SQLite's words, and in those of the functions Plinth adds to it. */
final class SqliteQueries extends StandardQueries {
    private static final Pattern CONSTANT = Pattern.compile("\\(?(-?\\d+(?:\\.\\d+)?)\\)?");

    SqliteQueries(SqliteTypes types) {
        super(types);
    }

    @Override
    public boolean canUpdateToDefault() {
        return false;
    }

    @Override
    public String page(long limit, long offset, boolean ordered) {
        if (limit < 0 && offset <= 0) {
            return "";
        }
        return " LIMIT " + Math.max(limit, -1) + (offset > 0 ? " OFFSET " + offset : "");
    }

    @Override
    public String like(String expression, String pattern) {
        return SqliteFunctions.LIKE + "(" + expression + ", " + pattern + ", 0)";
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return SqliteFunctions.LIKE + "(" + expression + ", " + pattern + ", 1)";
    }

    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        return Optional.of(
                expression + " REGEXP " + (ignoringCase ? "('(?i)' || " + pattern + ")" : pattern));
    }

    @Override
    public String isNotDistinct(String left, String right) {
        return left + " IS " + right;
    }

    /** A column that another program declared may ignore case. */
    @Override
    public String compareTexts(String left, String operator, String right) {
        return left + " COLLATE BINARY " + operator + " " + right;
    }

    /** Decimals are text, and a number beside them would be made text as SQLite writes it. */
    @Override
    public String compareNumbers(String left, String operator, String right) {
        return digits(left)
                + " COLLATE "
                + SqliteTypes.DECIMAL_COLLATION
                + " "
                + operator
                + " "
                + digits(right);
    }

    private static String digits(String operand) {
        Matcher constant = CONSTANT.matcher(operand);
        return constant.matches() ? "'" + constant.group(1) + "'" : "CAST(" + operand + " AS TEXT)";
    }

    /** SQLite's own sum of texts is a binary number. */
    @Override
    public String sum(String value, ColumnType type) {
        return (type instanceof DecimalType ? SqliteFunctions.SUM : "SUM") + "(" + value + ")";
    }

    @Override
    public String length(String text) {
        return "length(" + text + ")";
    }

    @Override
    public String startsWith(String text, String start) {
        return compareTexts("substr(" + text + ", 1, length(" + start + "))", "=", start);
    }

    @Override
    public String endsWith(String text, String end) {
        String from = "length(" + text + ") - length(" + end + ") + 1";
        return compareTexts("substr(" + text + ", " + from + ")", "=", end);
    }

    @Override
    public String contains(String text, String part) {
        return "instr(" + text + ", " + part + ") > 0";
    }

    @Override
    public String lowerAscii(String text) {
        return "lower(" + text + ")";
    }

    @Override
    public String upperAscii(String text) {
        return "upper(" + text + ")";
    }

    @Override
    public Optional<String> trimmed(String text) {
        return Optional.of("trim(" + text + ", char(32, 9, 10, 13))");
    }

    @Override
    public String remainder(String dividend, String divisor) {
        return dividend + " % " + divisor;
    }

    /** Its functions of time keep no more than milliseconds, so only days are safe to add to. */
    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        return type instanceof DateType && by.equals(Duration.ofDays(by.toDays()))
                ? Optional.of("date(" + moment + ", '" + by.toDays() + " days')")
                : Optional.empty();
    }

    @Override
    public int exactDigits() {
        return 0;
    }

    /** By way of a number, as other programs may have stored 12.5 or 12.50. */
    @Override
    public Optional<String> scaled(String decimal, DecimalType type) {
        if (type.precision() > SqliteTypes.EXACT_DIGITS) {
            return Optional.empty();
        }
        String power = "1" + "0".repeat(type.scale());
        return Optional.of("CAST(ROUND(" + decimal + " * " + power + ") AS INTEGER)");
    }

    @Override
    public Optional<String> decimal(String scaled, DecimalType type) {
        if (type.scale() == 0) {
            return Optional.of("CAST(" + scaled + " AS TEXT)");
        }
        String power = "1" + "0".repeat(type.scale());
        String digits =
                "printf('%d.%0"
                        + type.scale()
                        + "d', abs("
                        + scaled
                        + ") / "
                        + power
                        + ", abs("
                        + scaled
                        + ") % "
                        + power
                        + ")";
        return Optional.of(
                "CASE WHEN "
                        + scaled
                        + " < 0 THEN '-' || "
                        + digits
                        + " WHEN "
                        + scaled
                        + " >= 0 THEN "
                        + digits
                        + " END");
    }

    /** What leaves 64 bits becomes a binary number; abs() of the smallest integer is an error. */
    @Override
    public String withinRange(String whole) {
        return "CASE typeof("
                + whole
                + ") WHEN 'real' THEN abs(-9223372036854775807 - 1) ELSE "
                + whole
                + " END";
    }

    /** The function is Plinth's: a check with it would keep every other program from writing. */
    @Override
    public boolean matchesInChecks() {
        return false;
    }

    @Override
    public String endOfText() {
        return "\\z";
    }

    /** A cast to a declared name would go by its affinity, and make numbers of dates. */
    @Override
    public String cast(String expression, ColumnType type) {
        return switch (type) {
            case IntegerType ignored -> "CAST(" + expression + " AS INTEGER)";
            case FloatType ignored -> "CAST(" + expression + " AS REAL)";
            case BinaryType ignored -> "CAST(" + expression + " AS BLOB)";
            case BooleanType ignored ->
                    "CASE lower("
                            + expression
                            + ") WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE CAST("
                            + expression
                            + " AS INTEGER) <> 0 END";
            default -> "CAST(" + expression + " AS TEXT)";
        };
    }

    /** The database has one writer at a time, and reading it shows whether it changed meanwhile. */
    @Override
    public String locked(String select) {
        return select;
    }

    @Override
    public Optional<RowAddress> rowAddress() {
        return Optional.of(new RowAddress("rowid", IntegerType.BIG));
    }

    /** Its own {@code ->>} would make 1 of true, and a binary number of 9007199254740993.5. */
    @Override
    public Optional<String> jsonAt(
            String document,
            ColumnType type,
            List<JsonKey> path,
            boolean asText,
            UnaryOperator<String> bind) {
        String json = document + " -> " + bind.apply(JsonPaths.write(path, "#", true));
        return Optional.of(
                asText
                        ? "(SELECT CASE WHEN v = 'null' THEN NULL WHEN v LIKE '\"%' THEN v ->> '$'"
                                + " ELSE v END FROM (SELECT "
                                + json
                                + " AS v))"
                        : "(" + json + ")");
    }

    @Override
    public Optional<String> returning(List<String> quotedColumns) {
        return Optional.of("RETURNING " + String.join(", ", quotedColumns));
    }

    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
        String change =
                quotedUpdated.isEmpty()
                        ? "NOTHING"
                        : "UPDATE SET "
                                + quotedUpdated.stream()
                                        .map(c -> c + " = excluded." + c)
                                        .collect(Collectors.joining(", "));
        return "INSERT INTO "
                + quotedTable
                + " ("
                + String.join(", ", quotedColumns)
                + ") VALUES ("
                + String.join(", ", placeholders)
                + ") ON CONFLICT ("
                + String.join(", ", quotedKey)
                + ") DO "
                + change;
    }
}
