package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.FloatType;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * {@code COPY}, which takes no parameters. Its moments are in UTC, as those of our sessions are.
 */
final class PostgresBulk implements Bulk {

    private static final int BLOCK = 1 << 16;

    @Override
    public boolean writes(ColumnType type) {
        return !(type instanceof FloatType || type instanceof BinaryType);
    }

    @Override
    public long write(
            Connection connection, String select, List<ColumnType> columns, OutputStream out)
            throws SQLException, IOException {
        unlimit(connection);
        CopyOut copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (" + select + ") TO STDOUT WITH (FORMAT csv)");
        boolean done = false;
        try {
            // A row comes in several pieces, which are small change for a server's own stream.
            OutputStream buffered = new BufferedOutputStream(out, BLOCK);
            CopiedText text = new CopiedText(columns, buffered);
            for (byte[] data = copy.readFromCopy(); data != null; data = copy.readFromCopy()) {
                text.take(data);
            }
            buffered.flush();
            done = true;
            return copy.getHandledRowCount();
        } finally {
            if (!done) {
                // The driver (42.7.14) loses count of the answers after cancelCopy of a COPY TO:
                // the
                // next statement of that connection would be given those of this one.
                connection.abort(Runnable::run);
            }
        }
    }

    /** All rows are one statement, which takes as long as whoever reads them. */
    private static void unlimit(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL statement_timeout = 0");
            }
        }
    }

    /** Apart, since a search for the library of a log takes as long as the DDL of a small model. */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger(PostgresBulk.class);
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
    private static void cancel(CopyIn copy) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            Log.LOG.debug("a COPY was not cancelled", e);
        }
    }
}
