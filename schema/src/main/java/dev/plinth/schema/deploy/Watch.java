package dev.plinth.schema.deploy;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * Stops the statement that runs when a deployment is cancelled. H2 looks for that only while it
 * goes through rows (2.5.252, tried): there, a wait for a lock ends when its patience does.
 */
final class Watch implements AutoCloseable {
    /**
     * A request to cancel that comes a moment before the database has begun the statement does
     * nothing, so it is made again as long as the statement runs.
     */
    private static final long AGAIN_MILLISECONDS = 200;

    private final Thread thread;
    private @Nullable Statement running;
    private boolean stopped;
    private boolean closed;

    Watch(Progress progress) {
        this.thread = Thread.ofVirtual().name("cancels").start(() -> watch(progress));
    }

    /** Something that is run by a statement. */
    interface Execution<T> {
        T run() throws SQLException;
    }

    /** Runs something that a cancelled deployment stops. */
    <T> T over(Statement statement, Execution<T> execution) throws SQLException {
        begin(statement);
        try {
            return execution.run();
        } finally {
            end();
        }
    }

    private synchronized void begin(Statement statement) {
        running = statement;
        notifyAll();
    }

    /** Waits while a request is under way, which would hit the next statement otherwise. */
    private synchronized void end() {
        running = null;
    }

    /** Whether a statement was stopped. */
    synchronized boolean hasStopped() {
        return stopped;
    }

    private void watch(Progress progress) {
        try {
            progress.awaitCancel();
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stop() throws InterruptedException {
        while (!closed) {
            if (running == null) {
                wait();
            } else {
                stopped = true;
                cancel(running);
                wait(AGAIN_MILLISECONDS);
            }
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // Where it cannot be stopped, or is just over, the deployment stops after it.
            return;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        thread.interrupt();
    }
}
