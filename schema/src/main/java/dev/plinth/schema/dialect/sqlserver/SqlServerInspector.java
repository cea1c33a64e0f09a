package dev.plinth.schema.dialect.sqlserver;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.change.DatabaseTrigger;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.SqlToken;
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
import java.util.regex.Pattern;

/** Reads the catalog views of {@code sys}, with one query for each kind of element. */
final class SqlServerInspector implements Inspector {
    private static final Pattern MARK = Pattern.compile(" ?\\[JSON]$");

    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        Catalog catalog = new Catalog(connection);
        List<String> wanted = new ArrayList<>(schemas);
        if (wanted.isEmpty()) {
            catalog.each("SELECT SCHEMA_NAME()", List.of(), row -> wanted.add(row.getString(1)));
        }
        Reading reading = new Reading(catalog, wanted);
        reading.tables();
        reading.columns();
        new SqlServerKeys(catalog, wanted, reading.found).read();
        reading.triggers();
        return reading.found
                .inspection(connection.getMetaData().getDatabaseProductVersion())
                .withTriggers(reading.triggers);
    }

    private static final class Reading {
        private final Catalog catalog;
        private final List<String> schemas;
        private final FoundModel found;
        private final List<DatabaseTrigger> triggers = new ArrayList<>();

        Reading(Catalog catalog, List<String> schemas) {
            this.catalog = catalog;
            this.schemas = schemas;
            this.found = new FoundModel(schemas.getFirst());
        }

        void tables() throws SQLException {
            catalog.each(
                    """
                    SELECT s.name AS schema_name, o.name AS table_name, RTRIM(o.type) AS kind,
                        CAST(p.value AS NVARCHAR(4000)) AS comment, m.definition,
                        t.temporal_type, t.is_memory_optimized, t.is_external
                    FROM sys.objects o
                    JOIN sys.schemas s ON s.schema_id = o.schema_id
                    LEFT JOIN sys.tables t ON t.object_id = o.object_id
                    LEFT JOIN sys.sql_modules m ON m.object_id = o.object_id
                    LEFT JOIN sys.extended_properties p ON p.class = 1 AND p.major_id = o.object_id
                        AND p.minor_id = 0 AND p.name = N'MS_Description'
                    WHERE s.name IN (?) AND o.type IN ('U', 'V') AND o.is_ms_shipped = 0\
                    """,
                    schemas,
                    this::table);
        }

        private void table(ResultSet row) throws SQLException {
            String schema = text(row, "schema_name");
            String name = text(row, "table_name");
            String comment = text(row, "comment");
            if (text(row, "kind").equals("V")) {
                found.view(schema, name, query(text(row, "definition")), comment);
                return;
            }
            found.table(schema, name, comment);
            boolean special =
                    row.getInt("temporal_type") != 0
                            || row.getBoolean("is_memory_optimized")
                            || row.getBoolean("is_external");
            if (special && found.find(schema, name).isPresent()) {
                found.note(
                        "I003",
                        found.name(schema, name),
                        "",
                        "The table \"" + name + "\" is temporal, external or kept in memory.",
                        "It stays as it is unless it is changed here; then that is lost.");
            }
        }

        /** What follows the first AS: SQL Server keeps the whole text of CREATE VIEW. */
        private static String query(String definition) {
            List<SqlToken> tokens = SqlToken.of(definition);
            int depth = 0;
            for (SqlToken token : tokens) {
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                if (depth == 0 && token.is("AS")) {
                    return definition.substring(token.end()).strip();
                }
            }
            return definition;
        }

        void columns() throws SQLException {
            catalog.each(
                    """
                    SELECT s.name AS schema_name, o.name AS table_name, c.name AS column_name,
                        COALESCE(b.name, y.name) AS type_name, c.max_length, c.precision, c.scale,
                        c.is_nullable, c.is_identity, d.definition AS default_definition,
                        k.definition AS computed_definition, k.is_persisted,
                        CAST(p.value AS NVARCHAR(4000)) AS comment
                    FROM sys.columns c
                    JOIN sys.objects o ON o.object_id = c.object_id
                    JOIN sys.schemas s ON s.schema_id = o.schema_id
                    JOIN sys.types y ON y.user_type_id = c.user_type_id
                    LEFT JOIN sys.types b ON b.user_type_id = y.system_type_id AND y.is_user_defined = 1
                        AND y.is_assembly_type = 0
                    LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id
                    LEFT JOIN sys.computed_columns k ON k.object_id = c.object_id AND k.column_id = c.column_id
                    LEFT JOIN sys.extended_properties p ON p.class = 1 AND p.major_id = c.object_id
                        AND p.minor_id = c.column_id AND p.name = N'MS_Description'
                    WHERE s.name IN (?) AND o.type IN ('U', 'V') AND o.is_ms_shipped = 0
                    ORDER BY c.object_id, c.column_id\
                    """,
                    schemas,
                    this::column);
        }

        private void column(ResultSet row) throws SQLException {
            String schema = text(row, "schema_name");
            String table = text(row, "table_name");
            String name = text(row, "column_name");
            ColumnType type = SqlServerTypeReader.read(row);
            boolean required = !row.getBoolean("is_nullable");
            FoundTable owner = found.find(schema, table).orElse(null);
            if (owner == null) {
                found.viewColumn(schema, table, name, type, required);
                return;
            }
            String computed = text(row, "computed_definition");
            boolean stored = row.getBoolean("is_persisted");
            owner.column(
                    name,
                    type,
                    // Of a column that is not stored, nobody said that it is never NULL.
                    required && (computed.isEmpty() || stored),
                    SqlServerDefaults.read(type, row.getString("default_definition")),
                    row.getBoolean("is_identity") ? Identity.ALWAYS : null,
                    computed.isEmpty() ? null : new Generated(Expression.sql(computed), stored),
                    MARK.matcher(text(row, "comment")).replaceFirst(""));
        }

        void triggers() throws SQLException {
            catalog.each(
                    """
                    SELECT s.name AS schema_name, o.name AS table_name, t.name AS trigger_name, m.definition
                    FROM sys.triggers t
                    JOIN sys.objects o ON o.object_id = t.parent_id
                    JOIN sys.schemas s ON s.schema_id = o.schema_id
                    LEFT JOIN sys.sql_modules m ON m.object_id = t.object_id
                    WHERE s.name IN (?) AND o.is_ms_shipped = 0\
                    """,
                    schemas,
                    row -> {
                        TableName on =
                                found.name(text(row, "schema_name"), text(row, "table_name"));
                        String name = text(row, "trigger_name");
                        triggers.add(new DatabaseTrigger(name, on, text(row, "definition")));
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
