package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.StandardQueries;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

final class PostgresQueries extends StandardQueries {
    PostgresQueries(Types types) {
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
}
