package dev.plinth.schema.dialect.oracle;

import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.RowAddress;
import dev.plinth.schema.dialect.Snapshot;
import dev.plinth.schema.dialect.standard.JsonPaths;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parts of queries in Oracle's SQL, to which an empty text is NULL. */
final class OracleQueries extends StandardQueries {
    private static final String SPACES = "' ' || CHR(9) || CHR(10) || CHR(13)";

    OracleQueries(OracleTypes types) {
        super(types);
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return Optional.of(new Snapshot("SET TRANSACTION READ ONLY", ""));
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return super.likeIgnoringCase(expression, pattern) + " ESCAPE '\\'";
    }

    /** A pattern that an expression brings is known, and said anew; any other is Oracle's own. */
    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        String flag = ignoringCase ? "'i'" : "'c'";
        String said = pattern.startsWith("'") ? posix(pattern) : pattern;
        return Optional.of("REGEXP_LIKE(" + expression + ", " + said + ", " + flag + ")");
    }

    private static String posix(String literal) {
        String pattern = literal.substring(1, literal.length() - 1).replace("''", "'");
        return StandardTypes.quoted(OraclePattern.of(pattern));
    }

    /** There is no looking ahead, and $ is the very end unless lines are asked for. */
    @Override
    public String endOfText() {
        return "$";
    }

    /** DECODE takes two NULLs for equal; IS NOT DISTINCT FROM came with 23ai. */
    @Override
    public String isNotDistinct(String left, String right) {
        return "DECODE(" + left + ", " + right + ", 1, 0) = 1";
    }

    @Override
    public String cast(String expression, ColumnType type) {
        return switch (type) {
            case BooleanType _ ->
                    "CASE LOWER("
                            + expression
                            + ") WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE TO_NUMBER("
                            + expression
                            + ") END";
            case DateType _ -> "TRUNC(CAST(" + expression + " AS DATE))";
            case TimeType _ -> "TO_DSINTERVAL('0 ' || " + expression + ")";
            case UuidType _ -> "HEXTORAW(REPLACE(" + expression + ", '-'))";
            case LongTextType _, JsonType _ -> "TO_CLOB(" + expression + ")";
            case TextType _, NativeType _ -> "TO_CHAR(" + expression + ")";
            default -> super.cast(expression, type);
        };
    }

    @Override
    public Optional<RowAddress> rowAddress() {
        return Optional.of(new RowAddress("ROWID", new NativeType("ROWID")));
    }

    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
        String given =
                IntStream.range(0, quotedColumns.size())
                        .mapToObj(i -> placeholders.get(i) + " AS " + quotedColumns.get(i))
                        .collect(Collectors.joining(", "));
        String match =
                quotedKey.stream()
                        .map(k -> "t." + k + " = s." + k)
                        .collect(Collectors.joining(" AND "));
        // A column that rows are matched by cannot be updated, and is equal anyhow.
        List<String> updated = quotedUpdated.stream().filter(c -> !quotedKey.contains(c)).toList();
        String update =
                updated.isEmpty()
                        ? ""
                        : " WHEN MATCHED THEN UPDATE SET "
                                + updated.stream()
                                        .map(c -> "t." + c + " = s." + c)
                                        .collect(Collectors.joining(", "));
        return "MERGE INTO "
                + quotedTable
                + " t USING (SELECT "
                + given
                + " FROM dual) s ON ("
                + match
                + ")"
                + update
                + " WHEN NOT MATCHED THEN INSERT ("
                + String.join(", ", quotedColumns)
                + ") VALUES ("
                + quotedColumns.stream().map(c -> "s." + c).collect(Collectors.joining(", "))
                + ")";
    }

    @Override
    public String insertDefaults(String quotedTable) {
        return OracleBlocks.insertDefaults(quotedTable);
    }

    /** A path must be a constant, so it is no parameter. */
    @Override
    public Optional<String> jsonAt(
            String document,
            ColumnType type,
            List<JsonKey> path,
            boolean asText,
            UnaryOperator<String> bind) {
        String place = StandardTypes.quoted(JsonPaths.write(path, "last", false));
        String wrapped = "JSON_QUERY(" + document + ", " + place + " WITH WRAPPER)";
        String plain = "SUBSTR(" + wrapped + ", 2, LENGTH(" + wrapped + ") - 2)";
        return Optional.of(
                asText
                        ? "COALESCE(JSON_VALUE("
                                + document
                                + ", "
                                + place
                                + "), JSON_QUERY("
                                + document
                                + ", "
                                + place
                                + "))"
                        : plain);
    }

    @Override
    public String length(String text) {
        return "LENGTH(" + text + ")";
    }

    @Override
    public String startsWith(String text, String start) {
        return "SUBSTR(" + text + ", 1, LENGTH(" + start + ")) = " + start;
    }

    /** The length alone would find a text that is shorter than its end. */
    @Override
    public String endsWith(String text, String end) {
        return "SUBSTR(" + text + ", -LENGTH(" + end + ")) = " + end;
    }

    @Override
    public String contains(String text, String part) {
        return "INSTR(" + text + ", " + part + ") > 0";
    }

    @Override
    public Optional<String> trimmed(String text) {
        return Optional.of("LTRIM(RTRIM(" + text + ", " + SPACES + "), " + SPACES + ")");
    }

    /** By itself it would take NULL for an empty text. */
    @Override
    public String concatenated(List<String> texts) {
        String joined = super.concatenated(texts);
        String present =
                texts.stream()
                        .filter(t -> !t.startsWith("'"))
                        .map(t -> t + " IS NOT NULL")
                        .collect(Collectors.joining(" AND "));
        return present.isEmpty() ? joined : "CASE WHEN " + present + " THEN " + joined + " END";
    }

    @Override
    public String asCondition(String truthValue) {
        return truthValue + " = 1";
    }

    @Override
    public String asTruthValue(String condition) {
        return "CASE WHEN " + condition + " THEN 1 WHEN NOT (" + condition + ") THEN 0 END";
    }

    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        return switch (type) {
            case DateType _ ->
                    by.equals(Duration.ofDays(by.toDays()))
                            ? Optional.of(moment + " + (" + by.toDays() + ")")
                            : Optional.empty();
            case TimestampType _, ZonedTimestampType _ ->
                    Optional.of(
                            moment
                                    + " + NUMTODSINTERVAL("
                                    + BigDecimal.valueOf(by.getSeconds())
                                            .add(BigDecimal.valueOf(by.getNano(), 9))
                                            .toPlainString()
                                    + ", 'SECOND')");
            default -> Optional.empty();
        };
    }
}
