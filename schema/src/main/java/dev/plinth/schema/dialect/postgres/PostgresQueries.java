package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.CallArgument;
import dev.plinth.schema.dialect.JsonKey;
import dev.plinth.schema.dialect.RowAddress;
import dev.plinth.schema.dialect.SearchWords;
import dev.plinth.schema.dialect.SetOperator;
import dev.plinth.schema.dialect.Snapshot;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Also for its relatives. */
public class PostgresQueries extends StandardQueries {
    private static final Pattern PLANNED_ROWS = Pattern.compile("\"Plan Rows\": ([0-9.e+]+)");

    public PostgresQueries(Types types) {
        super(types);
    }

    @Override
    public String likeIgnoringCase(String expression, String pattern) {
        return expression + " ILIKE " + pattern;
    }

    @Override
    public Optional<String> matches(String expression, String pattern, boolean ignoringCase) {
        return Optional.of(expression + (ignoringCase ? " ~* " : " ~ ") + pattern);
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

    /** By the bytes of UTF-8, whose order is that of the code points. */
    @Override
    public String compareTexts(String left, String operator, String right) {
        boolean ordered =
                operator.startsWith("<") && !operator.equals("<>") || operator.startsWith(">");
        return left + (ordered ? " COLLATE \"C\" " : " ") + operator + " " + right;
    }

    @Override
    public Optional<String> trimmed(String text) {
        return Optional.of("BTRIM(" + text + ", E' \\t\\n\\r')");
    }

    @Override
    public Optional<String> moved(String moment, ColumnType type, Duration by) {
        if (type instanceof DateType) {
            return Optional.of("(" + moment + " + (" + by.toDays() + "))");
        }
        // Without days, which are not always 24 hours long.
        long seconds = by.getSeconds();
        long micros = by.getNano() / 1000;
        return Optional.of(
                "("
                        + moment
                        + " + INTERVAL '"
                        + seconds
                        + " seconds "
                        + micros
                        + " microseconds')");
    }

    @Override
    public Optional<String> planned(String select) {
        return Optional.of("EXPLAIN (FORMAT JSON) " + select);
    }

    /** The outermost node comes first. */
    @Override
    public long plannedRows(String plan) {
        Matcher rows = PLANNED_ROWS.matcher(plan);
        return rows.find() ? (long) Double.parseDouble(rows.group(1)) : 0;
    }

    @Override
    public Optional<Snapshot> snapshot() {
        return Optional.of(
                new Snapshot("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY", ""));
    }

    @Override
    public Optional<RowAddress> rowAddress() {
        return Optional.of(new RowAddress("ctid", new NativeType("tid")));
    }

    /** Each partition, and each heir of a table, counts its rows anew. */
    @Override
    public Optional<RowAddress> rowPart() {
        return Optional.of(new RowAddress("tableoid", new NativeType("oid")));
    }

    @Override
    public Optional<String> compareSets(String left, SetOperator operator, String right) {
        String sign =
                switch (operator) {
                    case CONTAINS -> "@>";
                    case CONTAINED -> "<@";
                    case OVERLAPS -> "&&";
                    case LEFT_OF -> "<<";
                    case RIGHT_OF -> ">>";
                    case NOT_RIGHT_OF -> "&<";
                    case NOT_LEFT_OF -> "&>";
                    case ADJACENT -> "-|-";
                };
        return Optional.of(left + " " + sign + " " + right);
    }

    /**
     * Texts and JSON are taken apart into words first; whatever else there is holds words already.
     */
    @Override
    public Optional<String> search(
            String expression,
            ColumnType type,
            SearchWords words,
            @Nullable String language,
            String text) {
        String configuration = language == null ? "" : "CAST(" + language + " AS regconfig), ";
        String function =
                switch (words) {
                    case EXPRESSION -> "to_tsquery";
                    case PLAIN -> "plainto_tsquery";
                    case PHRASE -> "phraseto_tsquery";
                    case WEB -> "websearch_to_tsquery";
                };
        String searched =
                isWords(type) ? expression : "to_tsvector(" + configuration + expression + ")";
        return Optional.of(searched + " @@ " + function + "(" + configuration + text + ")");
    }

    /** A tsvector, or a domain that is taken for one because its name tells no other type. */
    private static boolean isWords(ColumnType type) {
        return type instanceof NativeType(String sql)
                && !sql.equals("json")
                && !sql.startsWith("character")
                && !sql.equals("citext");
    }

    /** What is neither json nor jsonb, such as a composite or an array, is made JSON first. */
    @Override
    public Optional<String> jsonAt(
            String document,
            ColumnType type,
            List<JsonKey> path,
            boolean asText,
            UnaryOperator<String> bind) {
        boolean isJson = type instanceof JsonType || type.equals(new NativeType("json"));
        StringBuilder at = new StringBuilder(isJson ? document : "to_jsonb(" + document + ")");
        for (int i = 0; i < path.size(); i++) {
            JsonKey step = path.get(i);
            at.append(asText && i == path.size() - 1 ? "->>" : "->")
                    .append(step.isIndex() ? index(step.key()) : bind.apply(step.key()));
        }
        return Optional.of("(" + at + ")");
    }

    @Override
    public Optional<String> call(String quotedRoutine, List<CallArgument> arguments) {
        return Optional.of(
                arguments.stream()
                        .map(
                                a ->
                                        (a.variadic() ? "VARIADIC " : "")
                                                + (a.quotedName().isEmpty()
                                                        ? ""
                                                        : a.quotedName() + " => ")
                                                + a.value())
                        .collect(Collectors.joining(", ", quotedRoutine + "(", ")")));
    }

    @Override
    public Optional<String> tell(String name, String value) {
        return Optional.of("set_config(" + name + ", " + value + ", true)");
    }

    @Override
    public Optional<String> told(String name) {
        return Optional.of("current_setting(" + name + ", true)");
    }

    private static String index(String digits) {
        return "(" + Integer.parseInt(digits) + ")";
    }
}
