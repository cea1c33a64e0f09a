package dev.plinth.data.run;

import java.sql.SQLException;

/** The database is there, but all connections to it are in use. */
public final class BusyException extends SQLException {
    public BusyException() {
        super("All connections are in use.");
    }
}
