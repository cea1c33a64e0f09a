package dev.plinth.schema.dialect;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/** Turns a driver's exception into a fact that no longer depends on the database. */
public interface Errors {
    Fault fault(SQLException exception);

    /**
     * @param constraint the name of the constraint, when the database told it
     * @param column the name of the column, when the database told it
     * @param detail the database's own sentence, without values of rows
     * @param state the SQLSTATE, where it says more than the kind; else empty
     * @param raised what code within the database said on purpose; null if the database itself
     *     refused
     */
    record Fault(
            Kind kind,
            @Nullable String constraint,
            @Nullable String column,
            String detail,
            String state,
            @Nullable Raised raised) {
        public Fault(
                Kind kind, @Nullable String constraint, @Nullable String column, String detail) {
            this(kind, constraint, column, detail, "", null);
        }

        public static Fault of(Kind kind, String detail) {
            return new Fault(kind, null, null, detail);
        }
    }

    /** Words that somebody wrote for the caller to read. */
    record Raised(String message, @Nullable String detail, @Nullable String hint) {}

    /** What went wrong, in the terms of SQLSTATE's classes. */
    enum Kind {
        UNIQUE,
        FOREIGN_KEY,
        NOT_NULL,
        CHECK,
        TOO_LONG,
        OUT_OF_RANGE,
        INVALID_VALUE,
        UNKNOWN_OBJECT,
        NOT_ALLOWED,
        WRONG_PASSWORD,
        UNREACHABLE,
        TIMEOUT,
        CONFLICT,
        READ_ONLY,
        SYNTAX,
        OTHER
    }
}
