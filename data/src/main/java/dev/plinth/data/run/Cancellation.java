package dev.plinth.data.run;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.Statement;

/** Lets another thread stop a request: its caller is gone, or the server stops. */
public final class Cancellation {
    private @Nullable Statement running;
    private boolean cancelled;

    /** Stops the statement that runs, and every later one of the request. */
    public synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            try {
                running.cancel();
            } catch (SQLException e) {
                // It ended in this moment, or the driver cannot cancel; there is no other way.
                running = null;
            }
        }
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void starts(Statement statement) throws SQLException {
        if (cancelled) {
            throw new SQLException("cancelled", "57014");
        }
        running = statement;
    }

    synchronized void ended() {
        running = null;
    }
}
