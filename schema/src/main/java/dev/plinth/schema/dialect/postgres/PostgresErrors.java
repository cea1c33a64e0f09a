package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * PostgreSQL tells constraint and column apart from its sentence, and values only in its detail.
 */
final class PostgresErrors implements Errors {
    /** What did not fit, as in {@code invalid input syntax for type integer: "x"}. */
    private static final Pattern VALUE = Pattern.compile("(?s):? [\"„«“].*[\"“»”]");

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String state = SqlStates.state(first);
        ServerErrorMessage told =
                first instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
        String sentence =
                told == null || told.getMessage() == null
                        ? Objects.toString(first.getMessage(), "")
                        : told.getMessage();
        String shown = state.startsWith("22") ? VALUE.matcher(sentence).replaceFirst("") : sentence;
        return new Fault(
                kind(state),
                told == null ? null : named(told.getConstraint()),
                told == null ? null : named(told.getColumn()),
                firstLine(shown),
                state,
                told != null && isRaised(state) ? raised(told, sentence) : null);
    }

    /** {@code RAISE}, plain or with a code by which PostgREST is told the status of the answer. */
    private static boolean isRaised(String state) {
        return state.equals("P0001") || state.equals("PGRST") || state.startsWith("PT");
    }

    private static Raised raised(ServerErrorMessage told, String sentence) {
        return new Raised(sentence, named(told.getDetail()), named(told.getHint()));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static @Nullable String named(@Nullable String name) {
        return name == null || name.isEmpty() ? null : name;
    }

    private static Kind kind(String state) {
        return switch (state) {
            // an exclusion constraint is a unique key of another kind
            case "23P01" -> Kind.UNIQUE;
            // a view's WITH CHECK OPTION
            case "44000" -> Kind.CHECK;
            // undefined table, column, function, object; invalid schema, catalog
            case "42P01", "42703", "42883", "42704", "3F000", "3D000" -> Kind.UNKNOWN_OBJECT;
            // a value for a column that makes its own
            case "428C9" -> Kind.INVALID_VALUE;
            // deadlock, lock not available
            case "40P01", "55P03" -> Kind.CONFLICT;
            // shut down, starting up, too many connections
            case "57P01", "57P02", "57P03", "53300" -> Kind.UNREACHABLE;
            default -> SqlStates.kind(state);
        };
    }
}
