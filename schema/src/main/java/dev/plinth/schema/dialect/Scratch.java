package dev.plinth.schema.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** A place beside a database's tables in which a plan can be tried on empty ones. */
public interface Scratch {
    /** How its name begins; whatever is called so was left over by a process that died. */
    String PREFIX = "plinth_rehearsal_";

    /** What opens connections to the database itself. */
    interface Source {
        Connection open() throws SQLException;
    }

    /** Makes the place and gives a connection whose names without a schema mean that place. */
    Connection enter(Source database, String name) throws SQLException;

    /** Drops the place with all that is in it. */
    void drop(Connection connection, String name) throws SQLException;
}
