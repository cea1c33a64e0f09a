package dev.plinth.schema.dialect.oracle;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.Groups;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation.Action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys, indexes and relations. */
final class OracleKeys {
    /** A moment with its zone is sorted by what it is in UTC. */
    private static final Pattern COLUMN =
            Pattern.compile("(?:SYS_EXTRACT_UTC\\()?\"([^\"]+)\"\\)?");

    /** A part of an index that is a unique key: nothing where a column has no value. */
    private static final Pattern PRESENT =
            Pattern.compile(
                    "\\(?CASE\\s+WHEN\\s+\\(?(?:\\(?\"[^\"]+\"\\s+IS\\s+NOT\\s+NULL\\)?(?:\\s+AND\\s+)?)+\\)?"
                        + "\\s+THEN\\s+\"([^\"]+)\"\\s+END\\)?",
                    Pattern.CASE_INSENSITIVE);

    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;

    private record Key(
            String schema, String table, String name, boolean primary, Deferral deferral) {}

    private record IndexKey(String schema, String table, String name, boolean unique) {}

    private record Part(String column, String expression, boolean descending) {}

    private record RelationKey(
            String schema,
            String table,
            String name,
            String targetSchema,
            String target,
            Action onDelete,
            Deferral deferral) {}

    private record Pair(String column, String target) {}

    OracleKeys(Catalog catalog, List<String> schemas, FoundModel found) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    void read() throws SQLException {
        keys();
        indexes();
        relations();
    }

    private void keys() throws SQLException {
        Groups<Key, String> columns = new Groups<>();
        catalog.each(
                """
                SELECT k.owner, k.table_name, k.constraint_name, k.constraint_type, n.column_name,
                    k.deferrable, k.deferred
                FROM all_constraints k
                JOIN all_cons_columns n ON n.owner = k.owner AND n.constraint_name = k.constraint_name
                WHERE k.owner IN (?) AND k.constraint_type IN ('P', 'U') AND k.view_related IS NULL
                AND k.status = 'ENABLED'
                ORDER BY k.owner, k.table_name, k.constraint_name, n.position\
                """,
                schemas,
                row ->
                        columns.add(
                                new Key(
                                        text(row, "owner"),
                                        text(row, "table_name"),
                                        text(row, "constraint_name"),
                                        text(row, "constraint_type").equals("P"),
                                        deferral(row)),
                                text(row, "column_name")));
        columns.each(
                (key, names) ->
                        found.find(key.schema, key.table)
                                .ifPresent(
                                        t -> {
                                            if (key.primary) {
                                                t.primaryKey(key.name, names);
                                            } else {
                                                t.unique(key.name, names, true, key.deferral);
                                            }
                                        }));
    }

    private void indexes() throws SQLException {
        Groups<IndexKey, Part> parts = new Groups<>();
        Set<String> noted = new HashSet<>();
        catalog.each(
                """
                SELECT i.table_owner, i.table_name, i.index_name, i.index_type, i.uniqueness,
                    i.partitioned, i.visibility, n.column_name, n.descend, e.column_expression
                FROM all_indexes i
                JOIN all_ind_columns n ON n.index_owner = i.owner AND n.index_name = i.index_name
                LEFT JOIN all_ind_expressions e ON e.index_owner = i.owner
                    AND e.index_name = i.index_name AND e.column_position = n.column_position
                WHERE i.table_owner IN (?) AND i.index_type NOT IN ('LOB', 'IOT - TOP', 'CLUSTER')
                AND NOT EXISTS (SELECT 1 FROM all_constraints k WHERE k.owner = i.table_owner
                    AND k.index_name = i.index_name AND k.constraint_type IN ('P', 'U'))
                ORDER BY i.table_owner, i.table_name, i.index_name, n.column_position\
                """,
                schemas,
                row -> part(row, parts, noted));
        parts.each(
                (key, list) ->
                        found.find(key.schema, key.table).ifPresent(t -> index(t, key, list)));
    }

    private void part(ResultSet row, Groups<IndexKey, Part> parts, Set<String> noted)
            throws SQLException {
        String schema = text(row, "table_owner");
        String table = text(row, "table_name");
        String name = text(row, "index_name");
        String type = text(row, "index_type");
        boolean unique = text(row, "uniqueness").equals("UNIQUE");
        boolean usual = type.equals("NORMAL") || type.equals("FUNCTION-BASED NORMAL");
        boolean special =
                !usual
                        || text(row, "partitioned").equals("YES")
                        || text(row, "visibility").equals("INVISIBLE");
        String column = text(row, "column_name");
        boolean descending = text(row, "descend").equals("DESC");
        String expression = text(row, "column_expression").strip();
        if (special && noted.add(schema + '\0' + name)) {
            found.note(
                    "I003",
                    found.name(schema, table),
                    "indexes/" + name,
                    "The index \"" + name + "\" is of a kind that a model cannot hold.",
                    "It stays as it is unless it is changed here; then that is lost.");
        }
        if (usual) {
            parts.add(
                    new IndexKey(schema, table, name, unique),
                    new Part(column, expression, descending));
        }
    }

    private static void index(FoundTable table, IndexKey key, List<Part> parts) {
        List<Matcher> present =
                parts.stream()
                        .map(p -> PRESENT.matcher(p.expression))
                        .filter(Matcher::matches)
                        .toList();
        if (key.unique && present.size() == parts.size()) {
            table.unique(key.name, present.stream().map(m -> m.group(1)).toList(), true);
            return;
        }
        List<Index.Part> all = parts.stream().map(p -> part(table, p)).toList();
        table.index(key.name, all, key.unique, "", "");
    }

    /** A column that is sorted downwards counts as an expression. */
    private static Index.Part part(FoundTable table, Part part) {
        if (part.expression.isEmpty()) {
            return table.part(part.column, part.descending);
        }
        Matcher column = COLUMN.matcher(part.expression);
        return column.matches()
                ? table.part(column.group(1), part.descending)
                : new Index.Part("", part.expression, part.descending);
    }

    private void relations() throws SQLException {
        Groups<RelationKey, Pair> pairs = new Groups<>();
        catalog.each(
                """
                SELECT k.owner, k.table_name, k.constraint_name, r.owner AS target_owner,
                    r.table_name AS target_name, k.delete_rule, k.deferrable, k.deferred, n.column_name,
                    t.column_name AS target_column
                FROM all_constraints k
                JOIN all_constraints r ON r.owner = k.r_owner AND r.constraint_name = k.r_constraint_name
                JOIN all_cons_columns n ON n.owner = k.owner AND n.constraint_name = k.constraint_name
                JOIN all_cons_columns t ON t.owner = r.owner AND t.constraint_name = r.constraint_name
                    AND t.position = n.position
                WHERE k.owner IN (?) AND k.constraint_type = 'R' AND k.status = 'ENABLED'
                ORDER BY k.owner, k.table_name, k.constraint_name, n.position\
                """,
                schemas,
                row ->
                        pairs.add(
                                new RelationKey(
                                        text(row, "owner"),
                                        text(row, "table_name"),
                                        text(row, "constraint_name"),
                                        text(row, "target_owner"),
                                        text(row, "target_name"),
                                        action(text(row, "delete_rule")),
                                        deferral(row)),
                                new Pair(text(row, "column_name"), text(row, "target_column"))));
        pairs.each(
                (key, columns) ->
                        found.find(key.schema, key.table)
                                .ifPresent(
                                        t ->
                                                t.relation(
                                                        key.name,
                                                        columns.stream().map(Pair::column).toList(),
                                                        found.name(key.targetSchema, key.target),
                                                        columns.stream().map(Pair::target).toList(),
                                                        key.onDelete,
                                                        Action.NO_ACTION,
                                                        key.deferral)));
    }

    private static Deferral deferral(ResultSet row) throws SQLException {
        if (!text(row, "deferrable").equals("DEFERRABLE")) {
            return Deferral.NONE;
        }
        return text(row, "deferred").equals("DEFERRED") ? Deferral.DEFERRED : Deferral.IMMEDIATE;
    }

    private static Action action(String rule) {
        return switch (rule) {
            case "CASCADE" -> Action.CASCADE;
            case "SET NULL" -> Action.SET_NULL;
            default -> Action.NO_ACTION;
        };
    }
}
