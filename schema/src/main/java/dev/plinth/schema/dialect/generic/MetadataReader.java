package dev.plinth.schema.dialect.generic;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A driver's metadata, asked by exact names. Where a database has no schemas, catalogs are. */
final class MetadataReader {
    private static final String[] KINDS = {"TABLE", "BASE TABLE", "VIEW"};

    private final Connection connection;
    private final DatabaseMetaData metadata;
    private final boolean hasSchemas;

    MetadataReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.metadata = connection.getMetaData();
        this.hasSchemas = metadata.supportsSchemasInTableDefinitions();
    }

    /** A table and its schema. */
    record Name(String schema, String name) {}

    /** A table or view. */
    record Found(String name, boolean isView, String comment) {}

    /** Takes a row about a table. */
    @FunctionalInterface
    interface TableRow {
        void read(String schema, String table, ResultSet row) throws SQLException;
    }

    /** Takes a row. */
    @FunctionalInterface
    interface Row {
        void read(ResultSet row) throws SQLException;
    }

    String ownSchema() throws SQLException {
        String own = hasSchemas ? connection.getSchema() : connection.getCatalog();
        return own == null ? "" : own;
    }

    private @Nullable String catalog(String schema) throws SQLException {
        return hasSchemas ? connection.getCatalog() : schema;
    }

    private @Nullable String schema(String schema) {
        return hasSchemas ? schema : null;
    }

    /** What is a pattern matches more than it says, so that the rows are looked at as well. */
    private @Nullable String pattern(String schema) throws SQLException {
        String escape = metadata.getSearchStringEscape();
        return !hasSchemas || escape == null || escape.isEmpty()
                ? schema(schema)
                : schema.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    private boolean isIn(String schema, ResultSet row) throws SQLException {
        String found = row.getString(hasSchemas ? "TABLE_SCHEM" : "TABLE_CAT");
        return schema.equals(found == null ? "" : found);
    }

    List<Found> tables(String schema) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (ResultSet rows = metadata.getTables(catalog(schema), pattern(schema), "%", KINDS)) {
            while (rows.next()) {
                if (isIn(schema, rows)) {
                    String comment = rows.getString("REMARKS");
                    found.add(
                            new Found(
                                    rows.getString("TABLE_NAME"),
                                    rows.getString("TABLE_TYPE").equals("VIEW"),
                                    comment == null ? "" : comment));
                }
            }
        }
        return found;
    }

    /** The columns of all tables and views, in their order. */
    void columns(String schema, TableRow reader) throws SQLException {
        try (ResultSet rows = metadata.getColumns(catalog(schema), pattern(schema), "%", "%")) {
            while (rows.next()) {
                if (isIn(schema, rows)) {
                    reader.read(schema, rows.getString("TABLE_NAME"), rows);
                }
            }
        }
    }

    void primaryKey(Name table, Row reader) throws SQLException {
        each(
                metadata.getPrimaryKeys(
                        catalog(table.schema()), schema(table.schema()), table.name()),
                reader);
    }

    void importedKeys(Name table, Row reader) throws SQLException {
        each(
                metadata.getImportedKeys(
                        catalog(table.schema()), schema(table.schema()), table.name()),
                reader);
    }

    void indexes(Name table, Row reader) throws SQLException {
        each(
                metadata.getIndexInfo(
                        catalog(table.schema()), schema(table.schema()), table.name(), false, true),
                reader);
    }

    private static void each(ResultSet rows, Row reader) throws SQLException {
        try (rows) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** The schema that a row of a relation points to. */
    String target(ResultSet row) throws SQLException {
        String schema = row.getString(hasSchemas ? "PKTABLE_SCHEM" : "PKTABLE_CAT");
        return schema == null ? "" : schema;
    }
}
