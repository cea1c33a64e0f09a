package dev.plinth.schema.dialect.h2;

import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.RowAddress;
import dev.plinth.schema.dialect.Snapshot;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

final class H2Queries extends StandardQueries {
    private static final String ROW_ADDRESS = "_ROWID_";

    H2Queries(Types types) {
        super(types);
    }

    /** The level is that of the connection, so it is taken back. */
    @Override
    public Optional<Snapshot> snapshot() {
        String level = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ";
        return Optional.of(new Snapshot(level + "REPEATABLE READ", level + "READ COMMITTED"));
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return expression + " ILIKE " + pattern;
    }

    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        String flags = ignoringCase ? ", 'i'" : "";
        return Optional.of("REGEXP_LIKE(" + expression + ", " + pattern + flags + ")");
    }

    /** H2 counts and sorts the halves of characters beyond U+FFFF; UTF-8 sorts by code point. */
    @Override
    public String compareTexts(String left, String operator, String right) {
        return operator.equals("=") || operator.equals("<>")
                ? left + " " + operator + " " + right
                : "STRINGTOUTF8(" + left + ") " + operator + " STRINGTOUTF8(" + right + ")";
    }

    @Override
    public String length(String text) {
        return "CHAR_LENGTH(REGEXP_REPLACE(" + text + ", '[\\x{10000}-\\x{10FFFF}]', '.'))";
    }

    @Override
    public String endsWith(String text, String end) {
        return "RIGHT(" + text + ", CHAR_LENGTH(" + end + ")) = " + end;
    }

    @Override
    public Optional<String> trimmed(String text) {
        return Optional.of("BTRIM(" + text + ", U&' \\0009\\000a\\000d')");
    }

    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        return Optional.of(
                type instanceof DateType
                        ? "DATEADD(DAY, " + by.toDays() + ", " + moment + ")"
                        : "DATEADD(MICROSECOND, " + by.toNanos() / 1000 + ", " + moment + ")");
    }

    /** What a statement gives back does not have it, so inserted rows cannot be found by it. */
    @Override
    public Optional<RowAddress> rowAddress() {
        return Optional.of(new RowAddress(ROW_ADDRESS, IntegerType.BIG));
    }

    @Override
    public Optional<String> returning(
            String statement, boolean deletes, List<String> quotedColumns, List<ColumnType> types) {
        if (quotedColumns.contains(ROW_ADDRESS)) {
            return Optional.empty();
        }
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
                                        .map(c -> c + " = s." + c)
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

    /** Keys are identifiers to H2, and the first element is number 1. */
    @Override
    public Optional<String> jsonAt(
            String document,
            ColumnType type,
            List<JsonKey> path,
            boolean asText,
            UnaryOperator<String> bind) {
        if (!(type instanceof JsonType) || path.stream().anyMatch(H2Queries::fromTheEnd)) {
            return Optional.empty();
        }
        StringBuilder at = new StringBuilder("(" + document + ")");
        for (JsonKey step : path) {
            at.append(
                    step.isIndex()
                            ? "[" + (Integer.parseInt(step.key()) + 1L) + "]"
                            : ".\"" + step.key().replace("\"", "\"\"") + "\"");
        }
        return Optional.of(asText ? text(at.toString()) : at.toString());
    }

    private static boolean fromTheEnd(JsonKey step) {
        return step.isIndex() && step.key().startsWith("-");
    }

    /** Cast to text, a JSON string keeps its quotes and escapes. */
    private static String text(String json) {
        String text = "CAST(" + json + " AS CHARACTER VARYING)";
        return "CASE WHEN "
                + text
                + " = 'null' THEN NULL WHEN LEFT("
                + text
                + ", 1) = '\"' THEN STRINGDECODE(SUBSTRING("
                + text
                + " FROM 2 FOR CHAR_LENGTH("
                + text
                + ") - 2)) ELSE "
                + text
                + " END";
    }
}
