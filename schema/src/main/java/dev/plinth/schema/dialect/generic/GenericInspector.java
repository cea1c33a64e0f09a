package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.Unseen;
import dev.plinth.schema.dialect.generic.StandardCatalog.Part;
import dev.plinth.schema.dialect.generic.StandardCatalog.Place;
import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the driver tells of tables, and what the standard's catalog adds to it. */
final class GenericInspector implements Inspector {
    private final GenericTypes types;
    private final StandardCatalog catalog;
    private final GenericStatements statements;

    GenericInspector(GenericTypes types, StandardCatalog catalog, GenericStatements statements) {
        this.types = types;
        this.catalog = catalog;
        this.statements = statements;
    }

    @Override
    public Set<Unseen> unseen() {
        Set<Unseen> unseen = EnumSet.noneOf(Unseen.class);
        if (!catalog.has(Part.CHECKS) || !catalog.has(Part.CONSTRAINTS)) {
            unseen.add(Unseen.CHECKS);
        }
        if (!catalog.has(Part.KEYS) || !catalog.has(Part.CONSTRAINTS)) {
            unseen.add(Unseen.UNIQUE_KEYS);
        }
        if (!catalog.has(Part.COMPUTED)) {
            unseen.add(Unseen.GENERATION);
        }
        if (!catalog.has(Part.VIEWS)) {
            unseen.add(Unseen.VIEW_QUERIES);
        }
        return unseen;
    }

    @Override
    public Inspection inspect(Connection connection, List<String> schemas) throws SQLException {
        MetadataReader metadata = new MetadataReader(connection);
        List<String> wanted = schemas.isEmpty() ? List.of(metadata.ownSchema()) : schemas;
        Reading reading = new Reading(connection, metadata, wanted);
        reading.tables();
        reading.columns();
        new GenericConstraints(connection, metadata, catalog, reading.found, wanted).read();
        if (unseen().contains(Unseen.CHECKS) && reading.hasTables()) {
            reading.noteUnseen();
        }
        return reading.found.inspection(connection.getMetaData().getDatabaseProductVersion());
    }

    private final class Reading {
        private final MetadataReader metadata;
        private final List<String> schemas;
        private final FoundModel found;
        private final Map<Place, String> views;
        private final Map<Place, String> computed;
        private final Map<Place, String> numbered;
        private final Map<Place, String> digits;
        private final List<MetadataReader.Name> tables = new ArrayList<>();

        Reading(Connection connection, MetadataReader metadata, List<String> schemas)
                throws SQLException {
            this.metadata = metadata;
            this.schemas = schemas;
            this.found = new FoundModel(schemas.getFirst());
            this.views = catalog.views(connection, schemas);
            this.computed = catalog.ofColumns(Part.COMPUTED, connection, schemas);
            this.numbered = catalog.ofColumns(Part.NUMBERED, connection, schemas);
            this.digits = catalog.ofColumns(Part.DIGITS, connection, schemas);
        }

        boolean hasTables() {
            return !tables.isEmpty();
        }

        void tables() throws SQLException {
            for (String schema : schemas) {
                for (MetadataReader.Found table : metadata.tables(schema)) {
                    String name = table.name();
                    if (table.isView()) {
                        String query = views.getOrDefault(new Place(schema, name, ""), "");
                        found.view(schema, name, query, table.comment());
                    } else {
                        found.table(schema, name, table.comment());
                        tables.add(new MetadataReader.Name(schema, name));
                    }
                }
            }
        }

        void columns() throws SQLException {
            for (String schema : schemas) {
                metadata.columns(schema, this::column);
            }
        }

        private void column(String schema, String table, ResultSet row) throws SQLException {
            String name = row.getString("COLUMN_NAME");
            Place place = new Place(schema, table, name);
            String told = digits.get(place);
            int scale = row.getInt("DECIMAL_DIGITS");
            ColumnType type =
                    types.read(
                            row.getInt("DATA_TYPE"),
                            row.getString("TYPE_NAME"),
                            row.getInt("COLUMN_SIZE"),
                            told == null ? scale : Integer.parseInt(told));
            boolean required = row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls;
            String comment = row.getString("REMARKS");
            String value = row.getString("COLUMN_DEF");
            boolean isNumbered = "YES".equals(row.getString("IS_AUTOINCREMENT"));
            FoundTable owner = found.find(schema, table).orElse(null);
            if (owner == null) {
                found.viewColumn(schema, table, name, type, required);
                return;
            }
            Identity identity = identity(isNumbered, numbered.get(place));
            String generation = computed.get(place);
            Generated generated =
                    generation == null || generation.isBlank()
                            ? null
                            : new Generated(Expression.sql(generation), true);
            owner.column(
                    name,
                    type,
                    required,
                    identity != null || generated != null ? null : defaultValue(type, value),
                    identity,
                    generated,
                    comment == null ? "" : comment);
        }

        /** A column that takes its numbers from a default is none. */
        private @Nullable Identity identity(boolean isNumbered, @Nullable String kind) {
            if (!catalog.has(Part.NUMBERED)) {
                return isNumbered ? Identity.BY_DEFAULT : null;
            }
            return kind == null || kind.isBlank()
                    ? null
                    : kind.equals("ALWAYS") ? Identity.ALWAYS : Identity.BY_DEFAULT;
        }

        void noteUnseen() {
            found.note(
                    "I030",
                    found.name(tables.getFirst().schema(), tables.getFirst().name()),
                    "",
                    "Checks are not shown by this database; those that were deployed are taken to"
                            + " be there.",
                    "Whoever changes them by hand has to change the model as well.");
        }
    }

    private @Nullable Default defaultValue(ColumnType type, @Nullable String echo) {
        String value = echo == null ? "" : echo.strip();
        if (value.isEmpty() || value.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (value.equalsIgnoreCase(statements.now(type))) {
            return new Default.Now();
        }
        return statements.isNewUuid(value)
                ? new Default.NewUuid()
                : Constants.of(type, value).orElseGet(() -> new Default.Sql(value));
    }
}
