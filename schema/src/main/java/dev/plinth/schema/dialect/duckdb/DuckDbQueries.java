package dev.plinth.schema.dialect.duckdb;

import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.RowAddress;
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

final class DuckDbQueries extends StandardQueries {
    private static final String ROW_ADDRESS = "rowid";

    DuckDbQueries(Types types) {
        super(types);
    }

    @Override
    public String page(long limit, long offset, boolean ordered) {
        return (limit >= 0 ? " LIMIT " + limit : "") + (offset > 0 ? " OFFSET " + offset : "");
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return expression + " ILIKE " + pattern + " ESCAPE '\\'";
    }

    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        return Optional.of(
                "regexp_matches(" + expression + ", " + pattern + (ignoringCase ? ", 'i')" : ")"));
    }

    /** Its regular expressions are those of RE2. */
    @Override
    public String endOfText() {
        return "\\z";
    }

    /** Every transaction sees one state, and a row that another one changed cannot be changed. */
    @Override
    public String locked(String select) {
        return select;
    }

    /** What a statement gives back does not have it. */
    @Override
    public Optional<RowAddress> rowAddress() {
        return Optional.of(new RowAddress(ROW_ADDRESS, IntegerType.BIG));
    }

    @Override
    public Optional<String> returning(List<String> quotedColumns) {
        return quotedColumns.contains(ROW_ADDRESS)
                ? Optional.empty()
                : Optional.of("RETURNING " + String.join(", ", quotedColumns));
    }

    @Override
    public String upsert(
            String quotedTable,
            List<String> quotedColumns,
            List<String> placeholders,
            List<String> quotedKey,
            List<String> quotedUpdated) {
        String update =
                quotedUpdated.stream()
                        .map(c -> c + " = EXCLUDED." + c)
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
                + (update.isEmpty() ? "NOTHING" : "UPDATE SET " + update);
    }

    @Override
    public String length(String text) {
        return "length(" + text + ")";
    }

    @Override
    public String endsWith(String text, String end) {
        return "suffix(" + text + ", " + end + ")";
    }

    @Override
    public String startsWith(String text, String start) {
        return "prefix(" + text + ", " + start + ")";
    }

    @Override
    public String contains(String text, String part) {
        return "contains(" + text + ", " + part + ")";
    }

    @Override
    public Optional<String> trimmed(String text) {
        return Optional.of("trim(" + text + ", E' \\t\\n\\r')");
    }

    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        return Optional.of(
                type instanceof DateType
                        ? "(" + moment + " + CAST(" + by.toDays() + " AS INTEGER))"
                        : "(" + moment + " + to_microseconds(" + by.toNanos() / 1000 + "))");
    }

    /** What is made of two numbers of 64 bits has 64 bits. */
    @Override
    public boolean widensDecimals() {
        return false;
    }

    /** A key is given as a path of its own, since one that begins with a dollar would be a path. */
    @Override
    public Optional<String> jsonAt(
            String document,
            ColumnType type,
            List<JsonKey> path,
            boolean asText,
            UnaryOperator<String> bind) {
        if (!(type instanceof JsonType)) {
            return Optional.empty();
        }
        String at = document;
        for (int i = 0; i < path.size(); i++) {
            JsonKey step = path.get(i);
            String sign = asText && i == path.size() - 1 ? " ->> " : " -> ";
            String key =
                    step.isIndex()
                            ? "(" + Integer.parseInt(step.key()) + ")"
                            : bind.apply(pointer(step.key()));
            at = "(" + at + sign + key + ")";
        }
        return Optional.of(at);
    }

    private static String pointer(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String cast(String expression, ColumnType type) {
        return "CAST(" + expression + " AS " + DuckDbTypes.spelled(types.sql(type)) + ")";
    }
}
