package dev.plinth.schema.dialect.derby;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation.Action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads keys, checks, relations and indexes. What an index is of tells its descriptor alone: {@code
 * UNIQUE BTREE (3 DESC, 2)}, by the numbers of columns.
 */
final class DerbyKeys {
    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;

    /** Names of columns by their numbers, for each table of the database. */
    private final Map<String, Map<Integer, String>> columns = new HashMap<>();

    /** The index of each key and relation. */
    private final Map<String, Key> keys = new HashMap<>();

    private record Key(
            String schema, String table, String name, List<String> columns, String state) {}

    private record Part(String column, boolean descending) {}

    DerbyKeys(Catalog catalog, List<String> schemas, FoundModel found) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    void read() throws SQLException {
        catalog.each(
                "SELECT referenceid, columnnumber, columnname FROM sys.syscolumns",
                List.of(),
                row ->
                        columns.computeIfAbsent(row.getString(1), k -> new TreeMap<>())
                                .put(row.getInt(2), row.getString(3)));
        keys();
        relations();
        checks();
        indexes();
    }

    private List<Part> parts(ResultSet row) throws SQLException {
        String descriptor = text(row, "descriptor");
        Map<Integer, String> names = columns.getOrDefault(text(row, "tableid"), Map.of());
        int open = descriptor.indexOf('(');
        List<Part> parts = new ArrayList<>();
        for (String part : descriptor.substring(open + 1, descriptor.length() - 1).split(",")) {
            String[] words = part.strip().split(" ");
            parts.add(
                    new Part(names.getOrDefault(Integer.parseInt(words[0]), ""), words.length > 1));
        }
        return parts;
    }

    private List<String> names(ResultSet row) throws SQLException {
        return parts(row).stream().map(Part::column).toList();
    }

    /** Of all schemas, as relations lead to keys of others. */
    private void keys() throws SQLException {
        catalog.each(
                "SELECT c.constraintid, c.constraintname, c.type, c.state, s.schemaname,"
                        + " t.tablename, t.tableid, g.descriptor FROM sys.sysconstraints c"
                        + " JOIN sys.syskeys k ON k.constraintid = c.constraintid"
                        + " JOIN sys.sysconglomerates g ON g.conglomerateid = k.conglomerateid"
                        + " JOIN sys.systables t ON t.tableid = c.tableid"
                        + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid",
                List.of(),
                row -> {
                    Key key = key(row);
                    keys.put(text(row, "constraintid"), key);
                    FoundTable table = found.find(key.schema, key.table).orElse(null);
                    if (table == null) {
                        return;
                    }
                    if (text(row, "type").equals("P")) {
                        table.primaryKey(key.name, key.columns);
                    } else {
                        table.unique(key.name, key.columns, true, deferral(key.state));
                    }
                });
    }

    private Key key(ResultSet row) throws SQLException {
        return new Key(
                text(row, "schemaname"),
                text(row, "tablename"),
                text(row, "constraintname"),
                names(row),
                text(row, "state"));
    }

    private static Deferral deferral(String state) {
        return switch (state) {
            case "e", "d" -> Deferral.DEFERRED;
            case "i" -> Deferral.IMMEDIATE;
            default -> Deferral.NONE;
        };
    }

    private void relations() throws SQLException {
        catalog.each(
                "SELECT c.constraintname, c.state, s.schemaname, t.tablename, t.tableid,"
                        + " g.descriptor, f.keyconstraintid, f.deleterule, f.updaterule"
                        + " FROM sys.sysconstraints c"
                        + " JOIN sys.sysforeignkeys f ON f.constraintid = c.constraintid"
                        + " JOIN sys.sysconglomerates g ON g.conglomerateid = f.conglomerateid"
                        + " JOIN sys.systables t ON t.tableid = c.tableid"
                        + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
                        + " WHERE s.schemaname IN (?)",
                schemas,
                row -> {
                    Key key = key(row);
                    Key target = keys.get(text(row, "keyconstraintid"));
                    FoundTable table = found.find(key.schema, key.table).orElse(null);
                    if (table != null && target != null) {
                        table.relation(
                                key.name,
                                key.columns,
                                found.name(target.schema, target.table),
                                target.columns,
                                action(text(row, "deleterule")),
                                action(text(row, "updaterule")),
                                deferral(key.state));
                    }
                });
    }

    private static Action action(String rule) {
        return switch (rule) {
            case "C" -> Action.CASCADE;
            case "S" -> Action.RESTRICT;
            case "U" -> Action.SET_NULL;
            default -> Action.NO_ACTION;
        };
    }

    private void checks() throws SQLException {
        catalog.each(
                "SELECT c.constraintname, s.schemaname, t.tablename, k.checkdefinition"
                        + " FROM sys.sysconstraints c"
                        + " JOIN sys.syschecks k ON k.constraintid = c.constraintid"
                        + " JOIN sys.systables t ON t.tableid = c.tableid"
                        + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
                        + " WHERE s.schemaname IN (?)",
                schemas,
                row -> {
                    String brackets = text(row, "checkdefinition").strip();
                    String condition = brackets.substring(1, brackets.length() - 1).strip();
                    String name = text(row, "constraintname");
                    found.find(text(row, "schemaname"), text(row, "tablename"))
                            .ifPresent(t -> t.check(name, condition));
                });
    }

    private void indexes() throws SQLException {
        catalog.each(
                "SELECT s.schemaname, t.tablename, t.tableid, g.conglomeratename, g.descriptor"
                        + " FROM sys.sysconglomerates g"
                        + " JOIN sys.systables t ON t.tableid = g.tableid"
                        + " JOIN sys.sysschemas s ON s.schemaid = t.schemaid"
                        + " WHERE g.isindex AND NOT g.isconstraint AND s.schemaname IN (?)",
                schemas,
                row -> {
                    FoundTable table =
                            found.find(text(row, "schemaname"), text(row, "tablename"))
                                    .orElse(null);
                    if (table != null) {
                        List<Index.Part> parts =
                                parts(row).stream()
                                        .map(p -> table.part(p.column, p.descending))
                                        .toList();
                        boolean unique = text(row, "descriptor").startsWith("UNIQUE");
                        table.index(text(row, "conglomeratename"), parts, unique, "", "");
                    }
                });
    }
}
