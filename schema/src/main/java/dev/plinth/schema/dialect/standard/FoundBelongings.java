package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.model.TableName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads what views have and no model holds; see {@link Belonging}. Nothing is asked where there are
 * no views.
 */
public final class FoundBelongings {
    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;
    private final Names names;

    /**
     * @param found with all views
     */
    public FoundBelongings(Catalog catalog, List<String> schemas, FoundModel found, Names names) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
        this.names = names;
    }

    /** Takes one row of a catalog query. */
    @FunctionalInterface
    public interface ViewReader {
        void read(TableName view, ResultSet row) throws SQLException;
    }

    /**
     * Reads all rows.
     *
     * @param sql begins with schema and name of a view, or of a table, which is left alone; {@code
     *     (?)} stands for the schemas
     */
    public void each(String sql, ViewReader reader) throws SQLException {
        if (found.hasViews()) {
            catalog.each(
                    sql,
                    schemas,
                    row -> reader.read(found.name(row.getString(1), row.getString(2)), row));
        }
    }

    /** What a view was given; see {@link Belonging.Given}. */
    public void given(TableName view, String before, String after) {
        found.belonging(new Belonging.Given(view, before, after));
    }

    /** What a column was given; see {@link Belonging.OfColumn}. */
    public void given(TableName view, String column, String before, String after) {
        found.belonging(new Belonging.OfColumn(view, column, before, after));
    }

    /** A privilege on one column alone. */
    public void granted(TableName view, String column, String privilege, String to) {
        given(view, column, "GRANT " + privilege + " (" + names.quote(column) + ") ON ", to);
    }

    /** What is said about a column, if anything is. */
    public void commented(TableName view, String column, String comment) {
        if (!comment.isEmpty()) {
            String is = "." + names.quote(column) + " IS " + StandardTypes.quoted(comment);
            given(view, column, "COMMENT ON COLUMN ", is);
        }
    }
}
