package dev.plinth.data.run;

import java.sql.SQLException;

/** No connection could be had, so that nothing was done. */
final class UnreachableException extends SQLException {
    UnreachableException(SQLException cause) {
        super(cause.getMessage(), "08001", cause);
    }
}
