package dev.plinth.schema.deploy;

import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Holds off a second deployment to the same database; it dies with the connection that took it. */
final class DeploymentLock {
    private final Bookkeeping bookkeeping;

    DeploymentLock(Bookkeeping bookkeeping) {
        this.bookkeeping = bookkeeping;
    }

    /** Until it is released, or the transaction or the connection ends. */
    void take(Connection connection) {
        try {
            bookkeeping.lock(connection);
        } catch (SQLException e) {
            throw taken(e);
        }
    }

    void release(Connection connection) throws SQLException {
        bookkeeping.unlock(connection);
    }

    static PlinthException taken(@Nullable SQLException cause) {
        Problem problem =
                Problem.error(
                        "D204",
                        "",
                        "Another deployment to this database is running.",
                        "Wait until it has ended, then plan again.");
        return cause == null
                ? new PlinthException(List.of(problem))
                : new PlinthException(problem, cause);
    }

    /** Whether somebody holds the lock at this moment. */
    boolean isTaken(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            take(connection);
            release(connection);
            return false;
        } catch (PlinthException e) {
            connection.rollback();
            return true;
        } finally {
            connection.setAutoCommit(before);
        }
    }
}
