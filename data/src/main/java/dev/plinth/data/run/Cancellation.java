package dev.plinth.data.run;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A request as other threads see it: what it runs, and how to stop it when its caller is gone or
 * the database does not answer any more.
 */
public final class Cancellation {
    /** So many texts tell what a request is about; one that deletes may have any number. */
    private static final int MOST_TEXTS = 8;

    private final List<String> texts = new ArrayList<>(1);
    private @Nullable Connection busy;
    private @Nullable Statement running;
    private boolean cancelled;
    private long statements;

    /** Stops the statement that runs, and every later one of the request. */
    public synchronized void cancel() {
        cancelled = true;
        try {
            if (running != null) {
                running.cancel();
            } else if (busy != null) {
                busy.abort(Runnable::run);
            }
        } catch (SQLException e) {
            // It ended in this moment, or the driver cannot cancel; there is no other way.
            running = null;
        }
    }

    /** As {@link #cancel}, if there is a statement. */
    public synchronized void cancelStatement() {
        if (running != null) {
            cancel();
        }
    }

    /** Hangs up on a database that does not answer, as it would not hear of a cancellation. */
    public synchronized void abort() {
        cancelled = true;
        try {
            if (busy != null) {
                busy.abort(Runnable::run);
            }
        } catch (SQLException e) {
            // The driver cannot; the request waits as long as the driver does.
            busy = null;
        }
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * Asks something while the request waits for its database: the statement does not end
     * meanwhile. Without a statement the answer is no.
     */
    public synchronized boolean whileRunning(BooleanSupplier question) {
        return busy != null && question.getAsBoolean();
    }

    /** The first texts that were run, without the values bound to them. */
    public synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    /** How many statements were begun. */
    public synchronized long statements() {
        return statements;
    }

    /**
     * @param statement null for what is no statement of JDBC, and can only be stopped by hanging up
     */
    synchronized void starts(Connection connection, @Nullable Statement statement, String text)
            throws SQLException {
        if (cancelled) {
            throw new SQLException("cancelled", "57014");
        }
        busy = connection;
        running = statement;
        statements++;
        if (texts.size() < MOST_TEXTS) {
            texts.add(text);
        }
    }

    synchronized void ended() {
        busy = null;
        running = null;
    }
}
