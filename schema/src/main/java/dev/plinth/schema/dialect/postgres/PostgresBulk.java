package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOperation;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * {@code COPY}, which takes no parameters. Its moments are in UTC, as those of our sessions are.
 */
final class PostgresBulk implements Bulk {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBulk.class);

    private static final int BLOCK = 1 << 16;

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

    /** Bytes are written in another form than they are loaded in. */
    @Override
    public boolean loads(ColumnType type) {
        return !(type instanceof BinaryType);
    }

    /** Of the database's own code triggers see the rows, rules (CREATE RULE) do not. */
    @Override
    public void load(
            Connection connection,
            String quotedTable,
            List<String> quotedColumns,
            int rows,
            Texts texts)
            throws SQLException {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY "
                                        + quotedTable
                                        + " ("
                                        + String.join(", ", quotedColumns)
                                        + ") FROM STDIN");
        boolean done = false;
        try {
            StringBuilder block = new StringBuilder(BLOCK + 1024);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < quotedColumns.size(); column++) {
                    if (column > 0) {
                        block.append('\t');
                    }
                    append(texts.at(row, column), block);
                }
                block.append('\n');
                if (block.length() >= BLOCK) {
                    send(block, copy);
                }
            }
            send(block, copy);
            copy.endCopy();
            done = true;
        } finally {
            if (!done) {
                cancel(copy);
            }
        }
    }

    private static void send(StringBuilder block, CopyIn copy) throws SQLException {
        byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        block.setLength(0);
    }

    private static void append(@Nullable String text, StringBuilder block) {
        if (text == null) {
            block.append("\\N");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> block.append("\\\\");
                case '\t' -> block.append("\\t");
                case '\n' -> block.append("\\n");
                case '\r' -> block.append("\\r");
                default -> block.append(c);
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
