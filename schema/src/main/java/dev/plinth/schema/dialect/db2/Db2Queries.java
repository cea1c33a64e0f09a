package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.Snapshot;
import dev.plinth.schema.dialect.standard.JsonPaths;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Texts compare by the collation of the database and as if the shorter one went on with spaces, so
 * they are compared as bytes of UTF-8.
 */
final class Db2Queries extends StandardQueries {
    private static final String SPACES = "' ' || CHR(9) || CHR(10) || CHR(13)";

    private final Db2Conversion conversion;

    Db2Queries(Db2Types types) {
        super(types);
        this.conversion = new Db2Conversion(types);
    }

    /** Whether FETCH FIRST 0 ROWS is taken depends on the version. */
    @Override
    public String page(long limit, long offset, boolean ordered) {
        return limit == 0
                ? super.page(1, Integer.MAX_VALUE, ordered)
                : super.page(limit, offset, ordered);
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return "LOWER(CAST("
                + expression
                + " AS "
                + Db2Types.TEXT
                + ")) LIKE LOWER("
                + pattern
                + ") ESCAPE '\\'";
    }

    /** The rules are those of ICU. */
    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        String flag = ignoringCase ? "'i'" : "'c'";
        return Optional.of("REGEXP_LIKE(" + expression + ", " + pattern + ", 1, " + flag + ")");
    }

    /** No page of the manual says that a check may have one. */
    @Override
    public boolean matchesInChecks() {
        return false;
    }

    /** By itself a transaction sees what others commit meanwhile; now they wait. */
    @Override
    public Optional<Snapshot> snapshot() {
        return Optional.of(
                new Snapshot("SET CURRENT ISOLATION = RR", "SET CURRENT ISOLATION = RESET"));
    }

    @Override
    public String locked(String select) {
        return select + " FOR READ ONLY WITH RS USE AND KEEP UPDATE LOCKS";
    }

    @Override
    public String cast(String expression, ColumnType from, ColumnType to) {
        return conversion
                .converted(expression, from, to)
                .orElseGet(() -> super.cast(expression, to));
    }

    /** As a text that compares, where nothing is known of it. */
    @Override
    public String cast(String expression, ColumnType type) {
        return switch (type) {
            case LongTextType _ -> "CAST(" + expression + " AS " + Db2Types.TEXT + ")";
            case UuidType _ -> "CAST(HEXTORAW(REPLACE(" + expression + ", '-', '')) AS BINARY(16))";
            default -> super.cast(expression, type);
        };
    }

    /** A statement that writes is a table of what it wrote. */
    @Override
    public Optional<String> returning(
            String statement, boolean deletes, List<String> quotedColumns, List<ColumnType> types) {
        return Optional.of(
                "SELECT "
                        + String.join(", ", quotedColumns)
                        + " FROM "
                        + (deletes ? "OLD" : "FINAL")
                        + " TABLE ("
                        + statement
                        + ")");
    }

    @Override
    public String insertDefaults(String quotedTable, String quotedColumn) {
        return "INSERT INTO " + quotedTable + " (" + quotedColumn + ") VALUES (DEFAULT)";
    }

    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
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
        String columns = String.join(", ", quotedColumns);
        return "MERGE INTO "
                + quotedTable
                + " AS t USING (VALUES ("
                + String.join(", ", placeholders)
                + ")) AS s ("
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

    /** Whether a path may count from the end of an array, the manual does not say. */
    @Override
    public Optional<String> jsonAt(
            String document,
            ColumnType type,
            List<JsonKey> path,
            boolean asText,
            UnaryOperator<String> bind) {
        if (path.stream().anyMatch(k -> k.isIndex() && k.key().startsWith("-"))) {
            return Optional.empty();
        }
        String place = StandardTypes.quoted(JsonPaths.write(path, "last", false));
        String query = "JSON_QUERY(" + document + ", " + place;
        if (asText) {
            String returned = " RETURNING VARCHAR(" + Db2Types.BYTES + ")";
            return Optional.of(
                    "COALESCE(JSON_VALUE("
                            + document
                            + ", "
                            + place
                            + returned
                            + "), "
                            + query
                            + returned
                            + "))");
        }
        String wrapped = query + " WITH UNCONDITIONAL ARRAY WRAPPER)";
        return Optional.of("SUBSTR(" + wrapped + ", 2, LENGTH(" + wrapped + ") - 2)");
    }

    @Override
    public String compareTexts(String left, String operator, String right) {
        return bytes(left) + " " + operator + " " + bytes(right);
    }

    private static String bytes(String text) {
        return "VARBINARY(" + text + ")";
    }

    /** By itself, LENGTH counts bytes of some texts and characters of others. */
    @Override
    public String length(String text) {
        return "CHARACTER_LENGTH(" + text + ", CODEUNITS32)";
    }

    @Override
    public String startsWith(String text, String start) {
        return "LOCATE(" + bytes(start) + ", " + bytes(text) + ") = 1";
    }

    /** RIGHT fills up with spaces what is shorter. */
    @Override
    public String endsWith(String text, String end) {
        return "("
                + length(text)
                + " >= "
                + length(end)
                + " AND "
                + bytes("RIGHT(" + text + ", " + length(end) + ", CODEUNITS32)")
                + " = "
                + bytes(end)
                + ")";
    }

    @Override
    public String contains(String text, String part) {
        return "LOCATE(" + bytes(part) + ", " + bytes(text) + ") > 0";
    }

    /** What letters become stands before what they were. */
    @Override
    public String lowerAscii(String text) {
        return "TRANSLATE("
                + text
                + ", 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')";
    }

    @Override
    public String upperAscii(String text) {
        return "TRANSLATE("
                + text
                + ", 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')";
    }

    @Override
    public Optional<String> trimmed(String text) {
        return Optional.of("LTRIM(RTRIM(" + text + ", " + SPACES + "), " + SPACES + ")");
    }

    @Override
    public String nothing(ColumnType type) {
        return "CAST(NULL AS " + types.sql(type) + ")";
    }

    @Override
    public boolean listsMixTypes() {
        return false;
    }

    @Override
    public String asCondition(String truthValue) {
        return truthValue + " = TRUE";
    }

    @Override
    public String asTruthValue(String condition) {
        return "CASE WHEN " + condition + " THEN TRUE WHEN NOT (" + condition + ") THEN FALSE END";
    }

    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        return switch (type) {
            case DateType _ -> Optional.of(moment + " + (" + by.toDays() + ") DAYS");
            case TimestampType _, ZonedTimestampType _ ->
                    Optional.of(
                            moment
                                    + " + ("
                                    + BigDecimal.valueOf(by.getSeconds())
                                            .add(BigDecimal.valueOf(by.getNano(), 9))
                                            .toPlainString()
                                    + ") SECONDS");
            default -> Optional.empty();
        };
    }

    @Override
    public int exactDigits() {
        return Db2Types.DIGITS;
    }
}
