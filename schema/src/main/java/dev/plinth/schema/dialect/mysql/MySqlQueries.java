package dev.plinth.schema.dialect.mysql;

import dev.plinth.schema.dialect.CallArgument;
import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.Snapshot;
import dev.plinth.schema.dialect.standard.JsonPaths;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Parts of queries in the words of MySQL. */
public class MySqlQueries extends StandardQueries {
    private static final String SPACES = "[ \t\n\r]+";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final String collation;

    /**
     * @param collation that of the tables that are made: the index of a column of it can be used
     */
    public MySqlQueries(MySqlTypes types, String collation) {
        super(types);
        this.collation = collation;
    }

    /** Arguments have no names in a call; they come in the order of the parameters. */
    @Override
    public Optional<String> call(String quotedRoutine, List<CallArgument> arguments) {
        return Optional.of(
                arguments.stream()
                        .map(CallArgument::value)
                        .collect(Collectors.joining(", ", quotedRoutine + "(", ")")));
    }

    /** Goes for the next transaction alone, and may be said before anything else of it. */
    @Override
    public Optional<Snapshot> snapshot() {
        return Optional.of(
                new Snapshot(
                        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
                        "",
                        "ROLLBACK"));
    }

    @Override
    public String page(long limit, long offset, boolean ordered) {
        if (limit < 0 && offset <= 0) {
            return "";
        }
        String all = "18446744073709551615";
        return " LIMIT " + (limit < 0 ? all : limit) + (offset > 0 ? " OFFSET " + offset : "");
    }

    /** NULL is the least of all unless it is said otherwise. */
    @Override
    public String sorted(String expression, boolean descending, boolean nullsFirst) {
        String sorted = expression + (descending ? " DESC" : " ASC");
        boolean usual = nullsFirst != descending;
        return usual
                ? sorted
                : expression + " IS NULL" + (nullsFirst ? " DESC" : "") + ", " + sorted;
    }

    private String exact(String text) {
        return "CONVERT(" + text + " USING utf8mb4) COLLATE " + collation;
    }

    @Override
    public String like(String expression, String pattern) {
        return expression + " LIKE " + exact(pattern) + " ESCAPE X'5C'";
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return "LOWER("
                + expression
                + ") LIKE "
                + exact("LOWER(" + pattern + ")")
                + " ESCAPE X'5C'";
    }

    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        String flags = ignoringCase ? "'(?i)'" : "'(?-i)'";
        return Optional.of(expression + " REGEXP CONCAT(" + flags + ", " + pattern + ")");
    }

    @Override
    public String isNotDistinct(String left, String right) {
        return left + " <=> " + right;
    }

    @Override
    public String cast(String expression, ColumnType type) {
        return switch (type) {
            case IntegerType _ -> cast(expression, "SIGNED");
            case DecimalType(int precision, int scale) ->
                    cast(expression, "DECIMAL(" + precision + "," + scale + ")");
            case FloatType _ -> cast(expression, "DOUBLE");
            case BooleanType _ ->
                    "CASE LOWER("
                            + expression
                            + ") WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE "
                            + cast(expression, "SIGNED")
                            + " <> 0 END";
            case DateType _ -> cast(expression, "DATE");
            case TimeType _ -> cast(expression, types.sql(type));
            case TimestampType _, ZonedTimestampType _ -> cast(expression, "DATETIME(6)");
            case UuidType _ -> uuid(expression);
            case JsonType _ -> json(expression);
            case BinaryType _ -> cast(expression, "BINARY");
            case TextType _, LongTextType _, ChoiceType _, NativeType _ -> cast(expression, "CHAR");
        };
    }

    private static String cast(String expression, String type) {
        return "CAST(" + expression + " AS " + type + ")";
    }

    protected String uuid(String expression) {
        return "UUID_TO_BIN(" + expression + ")";
    }

    protected String json(String expression) {
        return cast(expression, "JSON");
    }

    /**
     * ON DUPLICATE KEY also changes a row that has another key in common, so the key is looked at
     * once more; a subquery of two rows is the only way to fail there.
     */
    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
        String same =
                quotedKey.stream()
                        .map(k -> k + " <=> VALUES(" + k + ")")
                        .collect(Collectors.joining(" AND "));
        String first = quotedKey.getFirst();
        String guard = first + " = IF(" + same + ", " + first + ", (SELECT 1 UNION ALL SELECT 2))";
        String changes =
                quotedUpdated.stream()
                        .map(c -> ", " + c + " = VALUES(" + c + ")")
                        .collect(Collectors.joining());
        return "INSERT INTO "
                + quotedTable
                + " ("
                + String.join(", ", quotedColumns)
                + ") VALUES ("
                + String.join(", ", placeholders)
                + ") ON DUPLICATE KEY UPDATE "
                + guard
                + changes;
    }

    /**
     * What is found goes by MySQL's JSON, whose numbers have 15 digits. Its texts would be compared
     * as the connection likes it, which overlooks case.
     */
    @Override
    public Optional<String> jsonAt(
            String document,
            ColumnType type,
            List<JsonKey> path,
            boolean asText,
            UnaryOperator<String> bind) {
        String found = "JSON_EXTRACT(" + document + ", " + path(document, path, bind) + ")";
        return Optional.of(
                asText
                        ? exact("JSON_UNQUOTE(NULLIF(" + found + ", " + json("'null'") + "))")
                        : found);
    }

    /** A path as an expression. */
    protected String path(String document, List<JsonKey> path, UnaryOperator<String> bind) {
        return bind.apply(JsonPaths.write(path, "last", false));
    }

    @Override
    public String insertDefaults(String quotedTable) {
        return "INSERT INTO " + quotedTable + " () VALUES ()";
    }

    @Override
    public String compareTexts(String left, String operator, String right) {
        return left + " " + operator + " " + exact(right);
    }

    @Override
    public String startsWith(String text, String start) {
        return compareTexts("LEFT(" + text + ", " + length(start) + ")", "=", start);
    }

    @Override
    public String contains(String text, String part) {
        return "LOCATE(" + part + ", " + exact(text) + ") > 0";
    }

    /** LOWER knows all letters; REPLACE minds case whatever the collation. */
    @Override
    public String lowerAscii(String text) {
        return replaced(text, LETTERS, LETTERS.toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public String upperAscii(String text) {
        return replaced(text, LETTERS.toLowerCase(java.util.Locale.ROOT), LETTERS);
    }

    private static String replaced(String text, String from, String to) {
        String replaced = text;
        for (int i = 0; i < from.length(); i++) {
            replaced = "REPLACE(" + replaced + ",'" + from.charAt(i) + "','" + to.charAt(i) + "')";
        }
        return replaced;
    }

    /** MariaDB's MOD can give a -0.0 that is less than 0; a sum has none. */
    @Override
    public String remainder(String dividend, String divisor) {
        return "(MOD(" + dividend + ", " + divisor + ") + 0)";
    }

    @Override
    public Optional<String> trimmed(String text) {
        String pattern = MySqlText.literal("^" + SPACES + "|" + SPACES + "$");
        return Optional.of("REGEXP_REPLACE(" + text + ", " + pattern + ", '')");
    }

    @Override
    public String concatenated(List<String> texts) {
        return "CONCAT(" + String.join(", ", texts) + ")";
    }

    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        long microseconds = by.getSeconds() * 1_000_000 + by.getNano() / 1000;
        return switch (type) {
            case DateType _ ->
                    by.equals(Duration.ofDays(by.toDays()))
                            ? Optional.of(added(moment, by.toDays(), "DAY"))
                            : Optional.empty();
            case TimestampType _, ZonedTimestampType _ ->
                    Optional.of(added(cast(moment, type), microseconds, "MICROSECOND"));
            default -> Optional.empty();
        };
    }

    private static String added(String moment, long amount, String unit) {
        return "DATE_ADD(" + moment + ", INTERVAL " + amount + " " + unit + ")";
    }
}
