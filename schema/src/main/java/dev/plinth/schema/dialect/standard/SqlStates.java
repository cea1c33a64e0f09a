package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.dialect.Errors.Kind;

import java.sql.SQLException;
import java.util.Objects;

/** What the codes of the SQL standard mean. */
public final class SqlStates {
    private SqlStates() {}

    /** The exception that says most: a batch hides what happened behind its own exception. */
    public static SQLException first(SQLException exception) {
        SQLException next = exception.getNextException();
        return exception instanceof java.sql.BatchUpdateException && next != null
                ? next
                : exception;
    }

    /** The five characters of the code, or none. */
    public static String state(SQLException exception) {
        return Objects.requireNonNullElse(exception.getSQLState(), "");
    }

    /** The kind of fault that a code stands for. */
    public static Kind kind(String state) {
        return switch (state) {
            case "23502" -> Kind.NOT_NULL;
            case "23503" -> Kind.FOREIGN_KEY;
            case "23505" -> Kind.UNIQUE;
            case "23513", "23514" -> Kind.CHECK;
            case "22001" -> Kind.TOO_LONG;
            case "22003" -> Kind.OUT_OF_RANGE;
            case "42501" -> Kind.NOT_ALLOWED;
            case "25006" -> Kind.READ_ONLY;
            case "57014", "HYT00", "HYT01" -> Kind.TIMEOUT;
            default -> ofClass(state);
        };
    }

    private static Kind ofClass(String state) {
        if (state.startsWith("42S") || state.startsWith("3D") || state.startsWith("3F")) {
            return Kind.UNKNOWN_OBJECT;
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08" -> Kind.UNREACHABLE;
            case "22" -> Kind.INVALID_VALUE;
            case "28" -> Kind.WRONG_PASSWORD;
            case "40" -> Kind.CONFLICT;
            case "42" -> Kind.SYNTAX;
            default -> Kind.OTHER;
        };
    }
}
