package dev.plinth.data.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections to the database come from: a pool. */
@FunctionalInterface
public interface Connections {
    /**
     * A connection in the state of a new one: it commits by itself, and its dialect has prepared
     * it. Closing it gives it back.
     */
    Connection borrow() throws SQLException;
}
