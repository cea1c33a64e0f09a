package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.generic.MetadataReader.Name;
import dev.plinth.schema.dialect.generic.StandardCatalog.Constraint;
import dev.plinth.schema.dialect.generic.StandardCatalog.Part;
import dev.plinth.schema.dialect.generic.StandardCatalog.Place;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Relation.Action;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads keys, checks and relations. */
final class GenericConstraints {
    private final Connection connection;
    private final MetadataReader metadata;
    private final StandardCatalog catalog;
    private final FoundModel found;
    private final List<String> schemas;

    GenericConstraints(
            Connection connection,
            MetadataReader metadata,
            StandardCatalog catalog,
            FoundModel found,
            List<String> schemas) {
        this.connection = connection;
        this.metadata = metadata;
        this.catalog = catalog;
        this.found = found;
        this.schemas = schemas;
    }

    void read() throws SQLException {
        Map<Place, List<String>> checks = catalog.checks(connection, schemas);
        Map<Place, List<String>> keys = catalog.keys(connection, schemas);
        Map<Place, String> deferrals = catalog.ofColumns(Part.DEFERRALS, connection, schemas);
        Map<Place, String> nulls = catalog.ofColumns(Part.NULLS, connection, schemas);
        Map<Name, List<GenericIndexes.Key>> uniques = new HashMap<>();
        for (Constraint constraint : catalog.constraints(connection, schemas)) {
            Place place = constraint.place();
            FoundTable table = found.find(place.schema(), place.table()).orElse(null);
            if (table == null) {
                continue;
            }
            if (constraint.type().equals("CHECK")) {
                check(table, place, checks);
            } else if (constraint.type().equals("UNIQUE")) {
                List<String> columns = keys.getOrDefault(place, List.of());
                table.unique(
                        place.name(),
                        columns,
                        !"NO".equals(nulls.get(place)),
                        Deferral.valueOf(deferrals.getOrDefault(place, "NONE").strip()));
                uniques.computeIfAbsent(
                                new Name(place.schema(), place.table()), n -> new ArrayList<>())
                        .add(new GenericIndexes.Key(place.name(), columns, true));
            }
        }
        for (String schema : schemas) {
            for (MetadataReader.Found each : metadata.tables(schema)) {
                FoundTable table = found.find(schema, each.name()).orElse(null);
                if (table != null) {
                    Name name = new Name(schema, each.name());
                    List<GenericIndexes.Key> backed =
                            new ArrayList<>(uniques.getOrDefault(name, List.of()));
                    primaryKey(table, name, backed);
                    relations(table, name, backed);
                    new GenericIndexes(metadata, found, table, name, backed).read();
                }
            }
        }
    }

    /** Two tables may share a name where constraints are of a table; then each takes the next. */
    private static void check(FoundTable table, Place place, Map<Place, List<String>> checks) {
        List<String> conditions =
                checks.getOrDefault(new Place(place.schema(), "", place.name()), new ArrayList<>());
        if (conditions.isEmpty()) {
            return;
        }
        String condition = conditions.removeFirst();
        if (!isNotNull(condition, table)) {
            table.check(place.name(), condition);
        }
    }

    /** Databases count what is required among the checks. */
    private static boolean isNotNull(String condition, FoundTable table) {
        String bare = condition.replaceAll("[()\"]", "").strip();
        String suffix = " IS NOT NULL";
        if (!bare.endsWith(suffix)) {
            return false;
        }
        String column = bare.substring(0, bare.length() - suffix.length());
        return table.isRequired(column)
                || table.isRequired(column.substring(column.lastIndexOf('.') + 1));
    }

    private void primaryKey(FoundTable table, Name name, List<GenericIndexes.Key> backed)
            throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        List<String> names = new ArrayList<>();
        metadata.primaryKey(
                name,
                row -> {
                    columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
                    String key = row.getString("PK_NAME");
                    names.add(key == null ? "" : key);
                });
        if (!columns.isEmpty()) {
            List<String> inOrder = List.copyOf(columns.values());
            table.primaryKey(names.getFirst(), inOrder);
            backed.add(new GenericIndexes.Key(names.getFirst(), inOrder, true));
        }
    }

    /** A relation while its rows are read, one for each pair of columns. */
    private record Pairs(
            String name,
            String schema,
            String target,
            Action onDelete,
            Action onUpdate,
            Deferral deferral,
            List<String> columns,
            List<String> targets) {}

    private void relations(FoundTable table, Name name, List<GenericIndexes.Key> backed)
            throws SQLException {
        List<Pairs> relations = new ArrayList<>();
        metadata.importedKeys(name, row -> pair(row, relations));
        for (Pairs pairs : relations) {
            table.relation(
                    pairs.name,
                    pairs.columns,
                    found.name(pairs.schema, pairs.target),
                    pairs.targets,
                    pairs.onDelete,
                    pairs.onUpdate,
                    pairs.deferral);
            backed.add(new GenericIndexes.Key(pairs.name, pairs.columns, false));
        }
    }

    private void pair(ResultSet row, List<Pairs> relations) throws SQLException {
        if (row.getInt("KEY_SEQ") == 1) {
            String name = row.getString("FK_NAME");
            relations.add(
                    new Pairs(
                            name == null ? "" : name,
                            metadata.target(row),
                            row.getString("PKTABLE_NAME"),
                            action(row.getInt("DELETE_RULE")),
                            action(row.getInt("UPDATE_RULE")),
                            deferral(row.getInt("DEFERRABILITY")),
                            new ArrayList<>(),
                            new ArrayList<>()));
        }
        String name = row.getString("FK_NAME");
        Pairs pairs =
                relations.stream()
                        .filter(p -> name != null && p.name.equals(name))
                        .findFirst()
                        .orElse(relations.getLast());
        pairs.columns.add(row.getString("FKCOLUMN_NAME"));
        pairs.targets.add(row.getString("PKCOLUMN_NAME"));
    }

    private static Deferral deferral(int told) {
        return switch (told) {
            case DatabaseMetaData.importedKeyInitiallyDeferred -> Deferral.DEFERRED;
            case DatabaseMetaData.importedKeyInitiallyImmediate -> Deferral.IMMEDIATE;
            default -> Deferral.NONE;
        };
    }

    private static Action action(int rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> Action.CASCADE;
            case DatabaseMetaData.importedKeyRestrict -> Action.RESTRICT;
            case DatabaseMetaData.importedKeySetNull -> Action.SET_NULL;
            case DatabaseMetaData.importedKeySetDefault -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }
}
