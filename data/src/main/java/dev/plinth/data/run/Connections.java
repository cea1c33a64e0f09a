package dev.plinth.data.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections to the database come from: a pool. */
@FunctionalInterface
public interface Connections {
    /**
     * A connection in the state of a new one: it commits by itself, and its dialect has prepared
     * it. Closing it gives it back.
     *
     * @throws BusyException when all are in use
     */
    Connection borrow() throws SQLException;

    /** Whether the database itself gives up what takes a borrowed connection too long. */
    default boolean areLimited() {
        return false;
    }

    /**
     * The right to borrow a connection and keep it as long as its caller takes to send or read
     * rows: not all of them may be kept from short requests.
     *
     * @throws BusyException when others have it
     */
    default Share share() throws SQLException {
        return () -> {};
    }

    /** Given back by being closed. */
    @FunctionalInterface
    interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
