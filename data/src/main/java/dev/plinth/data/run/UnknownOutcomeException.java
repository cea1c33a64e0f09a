package dev.plinth.data.run;

import java.sql.SQLException;

/** The connection broke during a commit: nobody can tell whether it came to be. */
final class UnknownOutcomeException extends SQLException {
    UnknownOutcomeException(SQLException cause) {
        super(cause.getMessage(), "08007", cause);
    }
}
