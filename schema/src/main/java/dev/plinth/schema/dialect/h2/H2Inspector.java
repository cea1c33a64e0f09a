package dev.plinth.schema.dialect.h2;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.FoundBelongings;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.Groups;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Reads INFORMATION_SCHEMA with one query for each kind of element. */
final class H2Inspector implements Inspector {
    private static final Set<String> NOW =
            Set.of("CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "CURRENT_DATE", "LOCALTIME");

    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        List<String> wanted = schemas.isEmpty() ? List.of(connection.getSchema()) : schemas;
        Reading reading = new Reading(new Catalog(connection), wanted);
        reading.tables();
        reading.sequences();
        reading.columns();
        H2Constraints constraints = new H2Constraints(reading.catalog, wanted, reading.found);
        constraints.read();
        reading.indexes();
        reading.triggers();
        FoundBelongings belongings =
                new FoundBelongings(reading.catalog, wanted, reading.found, H2Dialect.NAMES);
        new H2Belongings(reading.found, belongings).read();
        return reading.found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }

    private record IndexKey(String schema, String table, String name, boolean unique) {}

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
                    "SELECT table_schema, table_name, remarks FROM information_schema.tables"
                            + " WHERE table_schema IN (?) AND table_type = 'BASE TABLE'",
                    schemas,
                    row ->
                            found.table(
                                    text(row, "table_schema"),
                                    text(row, "table_name"),
                                    text(row, "remarks")));
            catalog.each(
                    "SELECT table_schema, table_name, view_definition, remarks"
                            + " FROM information_schema.views WHERE table_schema IN (?)",
                    schemas,
                    row ->
                            found.view(
                                    text(row, "table_schema"),
                                    text(row, "table_name"),
                                    text(row, "view_definition"),
                                    text(row, "remarks")));
        }

        /** Those of numbered columns are not shown here. */
        void sequences() throws SQLException {
            catalog.each(
                    "SELECT sequence_schema, sequence_name, data_type, start_value,"
                            + " minimum_value, maximum_value, increment, cycle_option, cache"
                            + " FROM information_schema.sequences WHERE sequence_schema IN (?)"
                            + " ORDER BY sequence_schema, sequence_name",
                    schemas,
                    row -> {
                        String name =
                                H2Dialect.NAMES.quote(
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
                                        + row.getLong("start_value")
                                        + " INCREMENT BY "
                                        + row.getLong("increment")
                                        + " MINVALUE "
                                        + row.getLong("minimum_value")
                                        + " MAXVALUE "
                                        + row.getLong("maximum_value")
                                        + (text(row, "cycle_option").equals("YES") ? " CYCLE" : "")
                                        + " CACHE "
                                        + row.getLong("cache"));
                    });
        }

        void columns() throws SQLException {
            H2TypeReader types = new H2TypeReader(catalog, schemas);
            catalog.each(
                    "SELECT * FROM information_schema.columns WHERE table_schema IN (?)"
                            + " ORDER BY table_schema, table_name, ordinal_position",
                    schemas,
                    row -> column(row, types.read(row)));
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
            String generation = text(row, "generation_expression");
            owner.column(
                    name,
                    type,
                    required,
                    defaultValue(type, text(row, "column_default")),
                    identity(text(row, "identity_generation")),
                    generation.isEmpty() ? null : new Generated(Expression.sql(generation), true),
                    text(row, "remarks"));
        }

        void indexes() throws SQLException {
            Groups<IndexKey, Index.Part> parts = new Groups<>();
            Set<String> own = new java.util.HashSet<>();
            catalog.each(
                    "SELECT index_schema, index_name FROM information_schema.indexes"
                            + " WHERE table_schema IN (?) AND NOT is_generated",
                    schemas,
                    row -> own.add(row.getString(1) + '\0' + row.getString(2)));
            catalog.each(
                    "SELECT table_schema, table_name, index_schema, index_name, is_unique,"
                            + " column_name, ordering_specification"
                            + " FROM information_schema.index_columns WHERE table_schema IN (?)"
                            + " ORDER BY index_schema, index_name, ordinal_position",
                    schemas,
                    row -> {
                        String schema = text(row, "table_schema");
                        String table = text(row, "table_name");
                        String name = text(row, "index_name");
                        FoundTable owner = found.find(schema, table).orElse(null);
                        if (owner != null
                                && own.contains(text(row, "index_schema") + '\0' + name)) {
                            boolean unique = row.getBoolean("is_unique");
                            boolean descending = text(row, "ordering_specification").equals("DESC");
                            parts.add(
                                    new IndexKey(schema, table, name, unique),
                                    owner.part(text(row, "column_name"), descending));
                        }
                    });
            parts.each(
                    (key, list) ->
                            found.find(key.schema, key.table)
                                    .ifPresent(t -> t.index(key.name, list, key.unique, "", "")));
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
        return echo.equals("RANDOM_UUID()")
                ? new Default.NewUuid()
                : Constants.of(type, echo).orElseGet(() -> new Default.Sql(echo));
    }

    private static @Nullable Identity identity(String generation) {
        return switch (generation) {
            case "ALWAYS" -> Identity.ALWAYS;
            case "BY DEFAULT" -> Identity.BY_DEFAULT;
            default -> null;
        };
    }
}
