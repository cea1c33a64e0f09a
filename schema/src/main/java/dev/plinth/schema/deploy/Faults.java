package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;

/** Says what a database refused in the user's words. */
public final class Faults {
    private Faults() {}

    /** A database that could not be reached or read. */
    public static PlinthException reading(Dialect dialect, SQLException exception) {
        return reading(dialect.errors(), exception);
    }

    /** As {@link #reading(Dialect, SQLException)}, when no more than the refusal is known. */
    public static PlinthException reading(Errors errors, SQLException exception) {
        Fault fault = errors.fault(exception);
        Problem problem =
                switch (fault.kind()) {
                    case WRONG_PASSWORD ->
                            Problem.error(
                                    "D101",
                                    "",
                                    "The database refused this user or password.",
                                    "Check the user and the password of the connection.");
                    case UNREACHABLE ->
                            Problem.error(
                                    "D102",
                                    "",
                                    "The database cannot be reached.",
                                    "Check host, port and database name of the URL, and that the"
                                            + " server runs.");
                    case NOT_ALLOWED ->
                            Problem.error(
                                    "D103",
                                    "",
                                    "The database user may not do this.",
                                    fault.detail());
                    case TIMEOUT, CONFLICT ->
                            Problem.error(
                                    "D104",
                                    "",
                                    "The database took too long to answer.",
                                    "Another session may hold a lock; try again later.");
                    case UNIQUE,
                            FOREIGN_KEY,
                            NOT_NULL,
                            CHECK,
                            TOO_LONG,
                            OUT_OF_RANGE,
                            INVALID_VALUE,
                            UNKNOWN_OBJECT,
                            READ_ONLY,
                            SYNTAX,
                            OTHER ->
                            Problem.error(
                                    "D105", "", "The database refused: " + fault.detail(), "");
                };
        return new PlinthException(problem, exception);
    }

    /** A statement of a plan that failed. */
    static PlinthException running(
            Dialect dialect, String title, SQLException exception, Together together) {
        Fault fault = dialect.errors().fault(exception);
        String state = together.remains();
        boolean waited = fault.kind() == Kind.TIMEOUT || fault.kind() == Kind.CONFLICT;
        Problem problem =
                waited
                        ? Problem.error(
                                "D208",
                                title,
                                "\""
                                        + title
                                        + "\" gave up: another session holds what it needs, or it"
                                        + " took longer than it may: "
                                        + fault.detail(),
                                state + " Try when the others are done, or allow more time.")
                        : Problem.error(
                                "D206",
                                title,
                                "\"" + title + "\" failed: " + fault.detail(),
                                state);
        return new PlinthException(problem, exception);
    }

    /**
     * A deployment that somebody stopped.
     *
     * @param begun whether the step had begun
     */
    static PlinthException cancelled(
            String title, boolean begun, @Nullable SQLException cause, Together together) {
        Problem problem =
                Problem.error(
                        Deployer.CANCELLED,
                        title,
                        "The deployment was cancelled "
                                + (begun ? "while" : "before")
                                + " \""
                                + title
                                + (begun ? "\" ran." : "\"."),
                        together.remains());
        return cause == null
                ? new PlinthException(List.of(problem))
                : new PlinthException(problem, cause);
    }

    /** A deployment that somebody stopped before it had begun. */
    static PlinthException cancelled(SQLException cause) {
        return new PlinthException(
                Problem.error(
                        Deployer.CANCELLED,
                        "",
                        "The deployment was cancelled before its first step; nothing was run.",
                        ""),
                cause);
    }
}
