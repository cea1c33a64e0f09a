package dev.plinth.schema.dialect.derby;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.FoundBelongings;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.ViewDefinition;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads SYS with one query for each kind of element; it has all texts as they were written. */
final class DerbyInspector implements Inspector {
    private static final Set<String> NOW =
            Set.of(
                    "CURRENT_TIMESTAMP",
                    "CURRENT TIMESTAMP",
                    "CURRENT_DATE",
                    "CURRENT DATE",
                    "CURRENT_TIME",
                    "CURRENT TIME");

    private static final String GENERATED = "GENERATED ALWAYS AS (";

    /** What identities have in place of a default. */
    private static final String BY_DEFAULT = "GENERATED_BY_DEFAULT";

    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        List<String> wanted = schemas.isEmpty() ? List.of(connection.getSchema()) : schemas;
        Reading reading = new Reading(new Catalog(connection), wanted);
        reading.tables();
        reading.columns();
        new DerbyKeys(reading.catalog, wanted, reading.found).read();
        reading.triggers();
        new DerbyBelongings(
                        new FoundBelongings(
                                reading.catalog, wanted, reading.found, DerbyDialect.NAMES))
                .read();
        return reading.found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }

    private record Reading(Catalog catalog, List<String> schemas, FoundModel found) {
        Reading(Catalog catalog, List<String> schemas) {
            this(catalog, schemas, new FoundModel(schemas.getFirst()));
        }

        void tables() throws SQLException {
            catalog.each(
                    "SELECT s.schemaname, t.tablename, v.viewdefinition FROM sys.systables t"
                            + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
                            + " LEFT JOIN sys.sysviews v ON v.tableid = t.tableid"
                            + " WHERE t.tabletype IN ('T', 'V') AND s.schemaname IN (?)",
                    schemas,
                    row -> {
                        String view = text(row, "viewdefinition");
                        if (view.isEmpty()) {
                            found.table(text(row, "schemaname"), text(row, "tablename"), "");
                        } else {
                            found.view(
                                    text(row, "schemaname"),
                                    text(row, "tablename"),
                                    ViewDefinition.query(view),
                                    "");
                        }
                    });
        }

        void columns() throws SQLException {
            catalog.each(
                    "SELECT s.schemaname, t.tablename, c.columnname, c.columndatatype,"
                            + " c.columndefault, c.autoincrementvalue FROM sys.syscolumns c"
                            + " JOIN sys.systables t ON t.tableid = c.referenceid"
                            + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
                            + " WHERE t.tabletype IN ('T', 'V') AND s.schemaname IN (?)"
                            + " ORDER BY s.schemaname, t.tablename, c.columnnumber",
                    schemas,
                    this::column);
        }

        private void column(ResultSet row) throws SQLException {
            String schema = text(row, "schemaname");
            String table = text(row, "tablename");
            String name = text(row, "columnname");
            String echo = text(row, "columndatatype");
            ColumnType type = DerbyTypeReader.read(echo);
            boolean required = DerbyTypeReader.isRequired(echo);
            FoundTable owner = found.find(schema, table).orElse(null);
            if (owner == null) {
                found.viewColumn(schema, table, name, type, required);
                return;
            }
            String value = text(row, "columndefault").strip();
            boolean numbered = !text(row, "autoincrementvalue").isEmpty();
            boolean computed = !numbered && value.startsWith(GENERATED);
            owner.column(
                    name,
                    type,
                    required,
                    numbered || computed ? null : defaultValue(type, value),
                    numbered ? identity(value) : null,
                    computed
                            ? new Generated(
                                    Expression.sql(
                                            value.substring(GENERATED.length(), value.length() - 1)
                                                    .strip()),
                                    true)
                            : null,
                    "");
        }

        void triggers() throws SQLException {
            catalog.each(
                    "SELECT s.schemaname, t.tablename, r.triggername FROM sys.systriggers r"
                            + " JOIN sys.systables t ON t.tableid = r.tableid"
                            + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
                            + " WHERE s.schemaname IN (?)",
                    schemas,
                    row ->
                            found.note(
                                    "I002",
                                    found.name(row.getString(1), row.getString(2)),
                                    "triggers/" + row.getString(3),
                                    "The table has a trigger of the database, \""
                                            + row.getString(3)
                                            + "\".",
                                    "It stays in force and is left alone."));
        }
    }

    private static Identity identity(String value) {
        return value.equals(BY_DEFAULT) ? Identity.BY_DEFAULT : Identity.ALWAYS;
    }

    private static @Nullable Default defaultValue(ColumnType type, String echo) {
        if (echo.isEmpty() || echo.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (NOW.contains(echo.toUpperCase(Locale.ROOT))) {
            return new Default.Now();
        }
        String constant = echo.replaceFirst("(?is)^(?:date|time|timestamp)\\s*\\((.*)\\)$", "$1");
        return Constants.of(type, constant).orElseGet(() -> new Default.Sql(echo));
    }
}
