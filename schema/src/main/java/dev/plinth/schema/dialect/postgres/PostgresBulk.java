package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOperation;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * {@code COPY}, which takes no parameters. Its moments are in UTC, as those of our sessions are.
 */
final class PostgresBulk implements Bulk {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBulk.class);

    /** Years of other than four digits, and infinity, are shown in PostgreSQL's own words. */
    private static final String COMMON = "CASE WHEN %1$s BETWEEN '0001-01-01' AND '9999-12-31'";

    @Override
    public Optional<String> shown(ColumnType type, String expression) {
        return switch (type) {
            case FloatType _, BinaryType _ -> Optional.empty();
            case BooleanType _ -> Optional.of("CAST(" + expression + " AS text)");
            case TimestampType _ ->
                    Optional.of(
                            (COMMON + " THEN replace(%1$s::text, ' ', 'T') ELSE %1$s::text END")
                                    .formatted(expression));
            case ZonedTimestampType _ ->
                    Optional.of(
                            (COMMON
                                            + " THEN replace(%1$s::text, ' ', 'T') || ':00'"
                                            + " ELSE %1$s::text END")
                                    .formatted(expression));
            default -> Optional.of(expression);
        };
    }

    @Override
    public long write(Connection connection, String select, OutputStream out)
            throws SQLException, IOException {
        CopyOut copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (" + select + ") TO STDOUT WITH (FORMAT csv)");
        boolean done = false;
        try {
            boolean withinLine = false;
            for (byte[] data = copy.readFromCopy(); data != null; data = copy.readFromCopy()) {
                if (!withinLine) {
                    out.write('\n');
                }
                withinLine = data[data.length - 1] != '\n';
                out.write(data, 0, withinLine ? data.length : data.length - 1);
            }
            done = true;
            return copy.getHandledRowCount();
        } finally {
            if (!done) {
                cancel(copy);
            }
        }
    }

    /** Why it is cancelled is what matters, not how that went. */
    private static void cancel(CopyOperation copy) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            LOG.debug("a COPY was not cancelled", e);
        }
    }
}
