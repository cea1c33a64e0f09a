package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Columns that a view had before it was made again. What columns a query has is known only once it
 * is a view; what had been given to one of those that it has not any more is passed over.
 */
final class GoneColumns {
    private final Dialect dialect;
    private final Connection work;

    GoneColumns(Dialect dialect, Connection work) {
        this.dialect = dialect;
        this.work = work;
    }

    /** Whether a statement of a change gives something to one of them. */
    boolean concern(Change change, String sql) throws SQLException {
        if (change instanceof Change.CreateView create) {
            String view = dialect.names().quote(create.view().name());
            for (Belonging belonging : create.belongings()) {
                if (belonging instanceof Belonging.OfColumn of && of.sql(view, "").equals(sql)) {
                    return !has(view, of.column());
                }
            }
        }
        return false;
    }

    private boolean has(String view, String column) throws SQLException {
        try (Statement statement = work.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + view + " WHERE 1 = 0")) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (columns.getColumnLabel(i).equals(column)) {
                    return true;
                }
            }
            return false;
        }
    }
}
