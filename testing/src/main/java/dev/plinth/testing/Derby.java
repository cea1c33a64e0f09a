package dev.plinth.testing;

import java.io.OutputStream;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What databases of Apache Derby in memory and in files share. */
public final class Derby {
    /** Where its log goes; without this it is a file in the folder of the process. */
    public static final OutputStream LOG = OutputStream.nullOutputStream();

    /** A database that does not exist any more, or is not open any more, says so. */
    private static final String DROPPED = "08006";

    private Derby() {}

    /** Nor need anybody wait a minute for a lock that another session keeps. */
    static void keepSilent() {
        System.setProperty("derby.locks.waitTimeout", "3");
        System.setProperty("derby.locks.deadlockTimeout", "1");
        System.setProperty("derby.stream.error.field", Derby.class.getName() + ".LOG");
    }

    static void create(String url) {
        try {
            DriverManager.getConnection(url + ";create=true").close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #end}, which takes half a second that nobody waits for. */
    static void endSoon(String url) {
        Thread.ofVirtual().start(() -> end(url));
    }

    /** Drops or shuts down. */
    static void end(String url) {
        try {
            DriverManager.getConnection(url).close();
        } catch (SQLException e) {
            if (!DROPPED.equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
    }
}
