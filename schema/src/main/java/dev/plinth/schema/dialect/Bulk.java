package dev.plinth.schema.dialect;

import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a database has to take in or give out many rows at once, beside its statements. */
public interface Bulk {
    /** Whether {@link #write} shows values as the type's own text has them. */
    boolean writes(ColumnType type);

    /**
     * Writes the rows of a query without parameters as CSV: a line feed before each, NULL as
     * nothing, an empty text as two quotes, and quotes around what has quotes, commas or line ends
     * in it.
     *
     * @return how many rows there were
     * @throws IOException when nobody takes them any more; the transaction is to be undone then
     */
    long write(Connection connection, String select, List<ColumnType> columns, OutputStream out)
            throws SQLException, IOException;

    /** Whether {@link #load} understands the type's own text. */
    boolean loads(ColumnType type);

    /** The values of rows as texts of their types; null for NULL. */
    @FunctionalInterface
    interface Texts {
        @Nullable String at(int row, int column);
    }

    /** Inserts rows into a table; all of them, or none. */
    void load(
            Connection connection,
            String quotedTable,
            List<String> quotedColumns,
            int rows,
            Texts texts)
            throws SQLException;
}
