package dev.plinth.schema.dialect.oracle;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the views {@code ALL_…} of the data dictionary. What they keep as LONG comes last in each
 * query and is read last, since the driver gives it but once and in order.
 */
final class OracleInspector implements Inspector {
    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        Catalog catalog = new Catalog(connection);
        List<String> wanted = new ArrayList<>(schemas);
        if (wanted.isEmpty()) {
            catalog.each(
                    "SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') FROM dual",
                    List.of(),
                    row -> wanted.add(row.getString(1)));
        }
        Reading reading = new Reading(catalog, wanted);
        reading.tables();
        reading.views();
        OracleChecks checks = new OracleChecks(catalog, wanted, reading.found);
        checks.read();
        reading.columns(checks);
        checks.add();
        new OracleKeys(catalog, wanted, reading.found).read();
        reading.triggers();
        return reading.found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }

    private static final class Reading {
        private final Catalog catalog;
        private final List<String> schemas;
        private final FoundModel found;

        Reading(Catalog catalog, List<String> schemas) {
            this.catalog = catalog;
            this.schemas = schemas;
            this.found = new FoundModel(schemas.getFirst());
        }

        void tables() throws SQLException {
            catalog.each(
                    """
                    SELECT t.owner, t.table_name, c.comments, t.temporary, t.partitioned,
                        CASE WHEN x.table_name IS NULL THEN 'NO' ELSE 'YES' END AS is_external,
                        CASE WHEN m.mview_name IS NULL THEN 'NO' ELSE 'YES' END AS is_view
                    FROM all_tables t
                    LEFT JOIN all_tab_comments c ON c.owner = t.owner AND c.table_name = t.table_name
                    LEFT JOIN all_external_tables x ON x.owner = t.owner AND x.table_name = t.table_name
                    LEFT JOIN all_mviews m ON m.owner = t.owner AND m.mview_name = t.table_name
                    WHERE t.owner IN (?) AND t.nested = 'NO' AND t.secondary = 'N' AND t.dropped = 'NO'
                    AND (t.iot_type IS NULL OR t.iot_type = 'IOT')\
                    """,
                    schemas,
                    this::table);
        }

        private void table(ResultSet row) throws SQLException {
            String schema = text(row, "owner");
            String name = text(row, "table_name");
            boolean view = text(row, "is_view").equals("YES");
            if (!view) {
                found.table(schema, name, text(row, "comments"));
            }
            boolean special =
                    text(row, "temporary").equals("Y")
                            || text(row, "partitioned").equals("YES")
                            || text(row, "is_external").equals("YES");
            if (view || special && found.find(schema, name).isPresent()) {
                found.note(
                        "I004",
                        found.name(schema, name),
                        "",
                        view
                                ? "\"" + name + "\" is a materialized view."
                                : "The table \""
                                        + name
                                        + "\" is temporary, partitioned or external.",
                        view ? "It is left out." : "It is read, and left as it is.");
            }
        }

        void views() throws SQLException {
            catalog.each(
                    """
                    SELECT v.owner, v.view_name, c.comments, v.text
                    FROM all_views v
                    LEFT JOIN all_tab_comments c ON c.owner = v.owner AND c.table_name = v.view_name
                    WHERE v.owner IN (?)\
                    """,
                    schemas,
                    row -> {
                        String schema = text(row, "owner");
                        String name = text(row, "view_name");
                        String comment = text(row, "comments");
                        found.view(schema, name, text(row, "text").strip(), comment);
                    });
        }

        void columns(OracleChecks checks) throws SQLException {
            catalog.each(
                    """
                    SELECT c.owner, c.table_name, c.column_name, c.data_type, c.data_length,
                        c.char_length, c.data_precision, c.data_scale, c.nullable, c.virtual_column,
                        i.generation_type, m.comments, c.data_default
                    FROM all_tab_cols c
                    LEFT JOIN all_tab_identity_cols i ON i.owner = c.owner
                        AND i.table_name = c.table_name AND i.column_name = c.column_name
                    LEFT JOIN all_col_comments m ON m.owner = c.owner
                        AND m.table_name = c.table_name AND m.column_name = c.column_name
                    WHERE c.owner IN (?) AND c.hidden_column = 'NO'
                    ORDER BY c.owner, c.table_name, c.column_id\
                    """,
                    schemas,
                    row -> column(row, checks));
        }

        private void column(ResultSet row, OracleChecks checks) throws SQLException {
            String schema = text(row, "owner");
            String table = text(row, "table_name");
            String name = text(row, "column_name");
            ColumnType type =
                    OracleTypeReader.read(row, checks.kind(schema, table, name).orElse(null));
            boolean required = text(row, "nullable").equals("N");
            FoundTable owner = found.find(schema, table).orElse(null);
            if (owner == null) {
                found.viewColumn(schema, table, name, type, required);
                return;
            }
            boolean computed = text(row, "virtual_column").equals("YES");
            String generation = text(row, "generation_type");
            String comment = text(row, "comments");
            String shown = text(row, "data_default").strip();
            Identity identity =
                    generation.equals("ALWAYS")
                            ? Identity.ALWAYS
                            : !generation.isEmpty() || !computed && OracleDefaults.isNumbered(shown)
                                    ? Identity.BY_DEFAULT
                                    : null;
            Default value = computed || identity != null ? null : OracleDefaults.read(type, shown);
            owner.column(
                    name,
                    type,
                    required,
                    value,
                    identity,
                    computed ? new Generated(Expression.sql(shown), false) : null,
                    comment);
        }

        void triggers() throws SQLException {
            catalog.each(
                    """
                    SELECT table_owner, table_name, trigger_name FROM all_triggers
                    WHERE table_owner IN (?) AND base_object_type = 'TABLE'\
                    """,
                    schemas,
                    row -> {
                        String name = text(row, "trigger_name");
                        TableName on =
                                found.name(text(row, "table_owner"), text(row, "table_name"));
                        found.note(
                                "I002",
                                on,
                                "triggers/" + name,
                                "The table has a trigger of the database, \"" + name + "\".",
                                "It stays in force and is left alone.");
                    });
        }
    }
}
