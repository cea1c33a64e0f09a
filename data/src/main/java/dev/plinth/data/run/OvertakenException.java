package dev.plinth.data.run;

import java.sql.SQLException;

/** Another session made a row that was not there a moment ago. */
public final class OvertakenException extends SQLException {
    private final transient SQLException refusal;

    public OvertakenException(SQLException refusal) {
        super(refusal.getMessage(), refusal.getSQLState(), refusal.getErrorCode(), refusal);
        this.refusal = refusal;
    }

    /** What the database said, should it say so again. */
    public SQLException refusal() {
        return refusal;
    }
}
