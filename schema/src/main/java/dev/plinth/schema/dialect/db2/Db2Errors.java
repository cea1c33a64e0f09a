package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The driver tells what it was told as {@code SQLCODE=-530, SQLSTATE=23503, SQLERRMC=S.T.NAME,
 * DRIVER=…}, or as a sentence with names in double quotes if it is asked for that. Of a unique key
 * Db2 tells the number of its index alone.
 */
final class Db2Errors implements Errors {
    private static final Pattern TOKENS =
            Pattern.compile("SQLERRMC=(.*?)(?:, DRIVER=.*)?$", Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    /** A column that has no name at that moment. */
    private static final String NUMBERED = "TBSPACEID=";

    /** SIGNAL and RAISE_ERROR. */
    private static final int RAISED = -438;

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String state = SqlStates.state(first);
        String message = String.valueOf(first.getMessage()).strip();
        if (first.getErrorCode() == RAISED) {
            String said = tokens(message);
            return new Fault(Kind.OTHER, null, null, said, state, new Raised(said, null, null));
        }
        return switch (state) {
            case "23505", "23515" -> Fault.of(Kind.UNIQUE, "The key is taken");
            case "23512", "23513" -> constraint(Kind.CHECK, "The check does not hold", message);
            case "23001", "23503", "23504", "23520" ->
                    constraint(Kind.FOREIGN_KEY, "The relation does not hold", message);
            case "23502" -> required(message);
            case "22001" -> Fault.of(Kind.TOO_LONG, "A value is too long");
            case "22003" -> Fault.of(Kind.OUT_OF_RANGE, "A number is out of range");
            default ->
                    state.startsWith("22")
                            ? Fault.of(Kind.INVALID_VALUE, "A value cannot be converted")
                            : Fault.of(kind(state), message);
        };
    }

    private static Fault constraint(Kind kind, String sentence, String message) {
        String name = last(tokens(message));
        return new Fault(kind, name, null, name == null ? sentence : sentence + ": " + name);
    }

    private static Fault required(String message) {
        String token = tokens(message);
        String column = token.startsWith(NUMBERED) ? null : last(token);
        return new Fault(
                Kind.NOT_NULL,
                null,
                column,
                column == null ? "There is no value" : "There is no value for " + column);
    }

    /** What stands in the place of names in the sentence of the error. */
    private static String tokens(String message) {
        Matcher tokens = TOKENS.matcher(message);
        if (tokens.find()) {
            return tokens.group(1);
        }
        Matcher quoted = QUOTED.matcher(message);
        return quoted.find() ? quoted.group(1) : "";
    }

    /** Of {@code S.T.NAME}. */
    private static @Nullable String last(String token) {
        String name = token.substring(token.lastIndexOf('.') + 1);
        return name.isEmpty() ? null : name;
    }

    private static Kind kind(String state) {
        return switch (state) {
            // no such object, column, routine, schema
            case "42704", "42703", "42884", "42883" -> Kind.UNKNOWN_OBJECT;
            case "42501", "42502", "42506", "42509", "42517" -> Kind.NOT_ALLOWED;
            // a computed column or one that always numbers itself was given a value
            case "428C9" -> Kind.INVALID_VALUE;
            // no such conversion, assignment or comparison
            case "42846", "42821", "42818" -> Kind.INVALID_VALUE;
            // a lock was not free; the table is not to be used before it is reorganized or checked
            case "57033", "57016", "57007" -> Kind.CONFLICT;
            // the database manager is not started, or shuts down; the database is not there
            case "57032", "57019", "42705" -> Kind.UNREACHABLE;
            default -> SqlStates.kind(state);
        };
    }
}
