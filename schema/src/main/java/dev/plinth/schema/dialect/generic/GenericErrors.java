package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.standard.SqlStates;

import java.sql.SQLException;
import java.util.Set;

/**
 * By SQLSTATE, and by what the database answered when it was asked for what does not exist. Its own
 * sentence about rows may hold their values, so another one is told.
 */
final class GenericErrors implements Errors {
    private final Set<String> missing;
    private final Set<String> nonsense;

    /**
     * @param missing states by which the database says that something does not exist
     * @param nonsense states by which it says that it does not understand
     */
    GenericErrors(Set<String> missing, Set<String> nonsense) {
        this.missing = Set.copyOf(missing);
        this.nonsense = Set.copyOf(nonsense);
    }

    @Override
    public Fault fault(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String state = SqlStates.state(first);
        Kind kind = kind(Probe.fingerprint(first), state);
        return new Fault(kind, null, null, sentence(kind, state, first), state, null);
    }

    private Kind kind(String fingerprint, String state) {
        if (nonsense.contains(fingerprint)) {
            return Kind.SYNTAX;
        }
        if (missing.contains(fingerprint)) {
            return Kind.UNKNOWN_OBJECT;
        }
        // a lock that is not free: PostgreSQL, DB2
        if (state.startsWith("55") || state.equals("57033")) {
            return Kind.CONFLICT;
        }
        return switch (state) {
            // the row that is pointed at: HSQLDB and DB2, H2
            case "23504", "23506" -> Kind.FOREIGN_KEY;
            // H2's second code for numbers
            case "22004" -> Kind.OUT_OF_RANGE;
            // column not found: PostgreSQL, ODBC
            case "42703", "42S22" -> Kind.UNKNOWN_OBJECT;
            default -> SqlStates.kind(state);
        };
    }

    private static String sentence(Kind kind, String state, SQLException exception) {
        String told =
                switch (kind) {
                    case UNIQUE -> "A value is taken that must be there once";
                    case FOREIGN_KEY -> "A row points to one that is not there";
                    case NOT_NULL -> "A value is missing";
                    case CHECK -> "A condition is not met";
                    case TOO_LONG -> "A text is too long";
                    case OUT_OF_RANGE -> "A number is out of range";
                    case INVALID_VALUE -> "A value is not of its type";
                    case UNKNOWN_OBJECT,
                            NOT_ALLOWED,
                            WRONG_PASSWORD,
                            UNREACHABLE,
                            TIMEOUT,
                            CONFLICT,
                            READ_ONLY,
                            SYNTAX,
                            OTHER ->
                            state.startsWith("23") ? "A rule of the database is broken" : "";
                };
        return told.isEmpty()
                ? String.valueOf(exception.getMessage()).lines().findFirst().orElse(state)
                : told + " (" + state + ")";
    }
}
