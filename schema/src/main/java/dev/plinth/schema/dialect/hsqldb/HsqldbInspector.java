package dev.plinth.schema.dialect.hsqldb;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.FoundBelongings;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.StandardTypes;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.UuidType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads INFORMATION_SCHEMA with one query for each kind of element. */
final class HsqldbInspector implements Inspector {
    private static final Set<String> NOW =
            Set.of("CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "CURRENT_DATE", "LOCALTIME");

    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        List<String> wanted = schemas.isEmpty() ? List.of(connection.getSchema()) : schemas;
        Reading reading = new Reading(new Catalog(connection), wanted);
        reading.tables();
        reading.sequences();
        reading.columns();
        new HsqldbKeys(reading.catalog, wanted, reading.found).read();
        reading.triggers();
        FoundBelongings belongings =
                new FoundBelongings(reading.catalog, wanted, reading.found, HsqldbDialect.NAMES);
        new HsqldbBelongings(reading.found, belongings).read();
        return reading.found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }

    private static final class Reading {
        private final Catalog catalog;
        private final List<String> schemas;
        private final FoundModel found;

        /** Of all tables, views and columns: there are few, and the catalog is slow. */
        private final Map<String, String> comments = new HashMap<>();

        Reading(Catalog catalog, List<String> schemas) {
            this.catalog = catalog;
            this.schemas = schemas;
            this.found = new FoundModel(schemas.getFirst());
        }

        void tables() throws SQLException {
            catalog.each(
                    "SELECT object_schema, object_name, column_name, comment"
                            + " FROM information_schema.system_comments WHERE object_schema IN (?)",
                    schemas,
                    row ->
                            comments.put(
                                    place(
                                            text(row, "object_schema"),
                                            text(row, "object_name"),
                                            text(row, "column_name")),
                                    text(row, "comment")));
            catalog.each(
                    "SELECT table_schema, table_name FROM information_schema.tables"
                            + " WHERE table_schema IN (?) AND table_type = 'BASE TABLE'",
                    schemas,
                    row -> {
                        String schema = text(row, "table_schema");
                        String table = text(row, "table_name");
                        found.table(schema, table, comment(schema, table, ""));
                    });
            catalog.each(
                    "SELECT table_schema, table_name, view_definition"
                            + " FROM information_schema.views WHERE table_schema IN (?)",
                    schemas,
                    row -> {
                        String schema = text(row, "table_schema");
                        String view = text(row, "table_name");
                        found.view(
                                schema,
                                view,
                                text(row, "view_definition"),
                                comment(schema, view, ""));
                    });
        }

        /** Those of numbered columns are not shown here. */
        void sequences() throws SQLException {
            catalog.each(
                    "SELECT sequence_schema, sequence_name, data_type, start_with,"
                            + " minimum_value, maximum_value, increment, cycle_option"
                            + " FROM information_schema.sequences WHERE sequence_schema IN (?)"
                            + " ORDER BY sequence_schema, sequence_name",
                    schemas,
                    row -> {
                        String name =
                                HsqldbDialect.NAMES.quote(
                                        found.name(
                                                text(row, "sequence_schema"),
                                                text(row, "sequence_name")));
                        found.need(
                                name,
                                "CREATE SEQUENCE "
                                        + name
                                        + " AS "
                                        + text(row, "data_type")
                                        + " START WITH "
                                        + text(row, "start_with")
                                        + " INCREMENT BY "
                                        + text(row, "increment")
                                        + " MINVALUE "
                                        + text(row, "minimum_value")
                                        + " MAXVALUE "
                                        + text(row, "maximum_value")
                                        + (text(row, "cycle_option").equals("YES")
                                                ? " CYCLE"
                                                : ""));
                    });
        }

        private static String place(String schema, String table, String column) {
            return schema + '\0' + table + '\0' + column;
        }

        private String comment(String schema, String table, String column) {
            return comments.getOrDefault(place(schema, table, column), "");
        }

        void columns() throws SQLException {
            catalog.each(
                    "SELECT * FROM information_schema.columns WHERE table_schema IN (?)"
                            + " ORDER BY table_schema, table_name, ordinal_position",
                    schemas,
                    row -> column(row, HsqldbTypeReader.read(row)));
        }

        private void column(ResultSet row, ColumnType type) throws SQLException {
            String schema = text(row, "table_schema");
            String table = text(row, "table_name");
            String name = text(row, "column_name");
            boolean required = text(row, "is_nullable").equals("NO");
            FoundTable owner = found.find(schema, table).orElse(null);
            if (owner == null) {
                found.viewColumn(schema, table, name, type, required);
                return;
            }
            String generation = text(row, "generation_expression").strip();
            owner.column(
                    name,
                    type,
                    // What others said of it can be neither changed nor said again.
                    required && generation.isEmpty(),
                    defaultValue(type, text(row, "column_default")),
                    identity(text(row, "identity_generation")),
                    generation.isEmpty()
                            ? null
                            : new Generated(
                                    Expression.sql(HsqldbKeys.ownNames(generation, schema, table)),
                                    true),
                    comment(schema, table, name));
        }

        void triggers() throws SQLException {
            catalog.each(
                    "SELECT event_object_schema, event_object_table, trigger_name"
                            + " FROM information_schema.triggers WHERE event_object_schema IN (?)",
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

    private static @Nullable Default defaultValue(ColumnType type, String echo) {
        if (echo.isEmpty()) {
            return null;
        }
        if (NOW.contains(echo)) {
            return new Default.Now();
        }
        if (type instanceof NativeType) {
            return new Default.Sql(echo);
        }
        // Hours below ten have one digit there.
        String constant =
                type instanceof UuidType && !echo.startsWith("'")
                        ? StandardTypes.quoted(echo)
                        : echo.replaceFirst("^TIME'(\\d:)", "TIME'0$1")
                                .replaceFirst("([+-])(\\d:\\d\\d')$", "$10$2");
        return Constants.of(type, constant).orElseGet(() -> new Default.Sql(echo));
    }

    private static @Nullable Identity identity(String generation) {
        return switch (generation) {
            case "ALWAYS" -> Identity.ALWAYS;
            case "BY DEFAULT" -> Identity.BY_DEFAULT;
            default -> null;
        };
    }
}
