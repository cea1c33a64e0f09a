package dev.plinth.app.store;

import dev.plinth.app.web.Refusal;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.sql.SQLException;

/** Says why the server cannot start with its store. */
final class StoreProblems {
    /** H2's number for a file that another process has open. */
    private static final int H2_IN_USE = 90020;

    private StoreProblems() {}

    static PlinthException of(Dialect dialect, SQLException exception) {
        Fault fault = dialect.errors().fault(exception);
        Problem problem;
        if (dialect.name().equals("h2") && exception.getErrorCode() == H2_IN_USE) {
            problem =
                    problem(
                            "The home folder is in use by another server.",
                            "Stop that one, or choose another folder with --home.");
        } else if (fault.kind() == Kind.WRONG_PASSWORD) {
            problem =
                    problem(
                            "The store refuses the user or the password.",
                            "Check --store-user and PLINTH_STORE_PASSWORD.");
        } else if (fault.kind() == Kind.UNREACHABLE) {
            problem =
                    problem(
                            "The store cannot be reached.",
                            "Check host and port in --store, and whether the database runs.");
        } else {
            problem = problem("The store cannot be used: " + fault.detail(), "");
        }
        return new PlinthException(problem, exception);
    }

    private static Problem problem(String message, String hint) {
        return Problem.error(Refusal.STORE_UNREACHABLE.code(), "--store", message, hint);
    }
}
