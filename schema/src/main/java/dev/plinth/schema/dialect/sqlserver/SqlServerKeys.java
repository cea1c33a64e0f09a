package dev.plinth.schema.dialect.sqlserver;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.Groups;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation.Action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keys, indexes, relations and checks. */
final class SqlServerKeys {
    /** {@code ([a] IS NOT NULL AND [b] IS NOT NULL)}: an index of the rows without NULL. */
    private static final Pattern PRESENT =
            Pattern.compile("\\[((?:[^]]|]])+)] IS NOT NULL", Pattern.CASE_INSENSITIVE);

    private static final Pattern ONLY_PRESENT =
            Pattern.compile(
                    "\\(?" + PRESENT.pattern() + "(?: AND " + PRESENT.pattern() + ")*\\)?",
                    Pattern.CASE_INSENSITIVE);

    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;

    private record IndexKey(
            String schema,
            String table,
            String name,
            boolean primary,
            boolean constraint,
            boolean unique,
            String filter) {}

    private record Part(String column, boolean descending, boolean required, boolean included) {}

    private record RelationKey(
            String schema,
            String table,
            String name,
            String targetSchema,
            String target,
            Action onDelete,
            Action onUpdate) {}

    private record Pair(String column, String target) {}

    SqlServerKeys(Catalog catalog, List<String> schemas, FoundModel found) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    void read() throws SQLException {
        indexes();
        relations();
        checks();
    }

    private void indexes() throws SQLException {
        Groups<IndexKey, Part> parts = new Groups<>();
        Set<String> noted = new HashSet<>();
        catalog.each(
                """
                SELECT s.name AS schema_name, t.name AS table_name, i.name AS index_name, i.type_desc,
                    i.is_primary_key, i.is_unique_constraint, i.is_unique, i.filter_definition,
                    i.is_disabled, c.name AS column_name, c.is_nullable, x.is_descending_key,
                    x.is_included_column
                FROM sys.indexes i
                JOIN sys.tables t ON t.object_id = i.object_id
                JOIN sys.schemas s ON s.schema_id = t.schema_id
                JOIN sys.index_columns x ON x.object_id = i.object_id AND x.index_id = i.index_id
                JOIN sys.columns c ON c.object_id = x.object_id AND c.column_id = x.column_id
                WHERE s.name IN (?) AND t.is_ms_shipped = 0 AND i.is_hypothetical = 0 AND i.index_id > 0
                ORDER BY i.object_id, i.index_id, x.is_included_column, x.key_ordinal\
                """,
                schemas,
                row -> part(row, parts, noted));
        parts.each(
                (key, list) ->
                        found.find(key.schema, key.table).ifPresent(t -> index(t, key, list)));
    }

    private void part(ResultSet row, Groups<IndexKey, Part> parts, Set<String> noted)
            throws SQLException {
        String schema = text(row, "schema_name");
        String table = text(row, "table_name");
        String name = text(row, "index_name");
        String type = text(row, "type_desc");
        boolean special =
                !(type.equals("CLUSTERED") || type.equals("NONCLUSTERED"))
                        || row.getBoolean("is_disabled");
        if (special && noted.add(schema + '\0' + table + '\0' + name)) {
            found.note(
                    "I003",
                    found.name(schema, table),
                    "indexes/" + name,
                    "The index \"" + name + "\" is of a kind that a model cannot hold.",
                    "It stays as it is unless it is changed here; then that is lost.");
        }
        if (!special) {
            parts.add(
                    new IndexKey(
                            schema,
                            table,
                            name,
                            row.getBoolean("is_primary_key"),
                            row.getBoolean("is_unique_constraint"),
                            row.getBoolean("is_unique"),
                            text(row, "filter_definition")),
                    new Part(
                            text(row, "column_name"),
                            row.getBoolean("is_descending_key"),
                            !row.getBoolean("is_nullable"),
                            row.getBoolean("is_included_column")));
        }
    }

    private static void index(FoundTable table, IndexKey key, List<Part> all) {
        List<Part> parts = all.stream().filter(p -> !p.included).toList();
        List<String> included = all.stream().filter(Part::included).map(Part::column).toList();
        List<String> columns = parts.stream().map(Part::column).toList();
        boolean required = parts.stream().allMatch(Part::required);
        if (key.primary) {
            table.primaryKey(key.name, columns);
        } else if (key.constraint) {
            table.unique(key.name, columns, required);
        } else if (key.unique && included.isEmpty() && leavesOutNulls(key.filter, parts)) {
            table.unique(key.name, columns, true);
        } else {
            List<Index.Part> sorted =
                    parts.stream().map(p -> table.part(p.column, p.descending)).toList();
            table.index(key.name, sorted, key.unique, key.filter, included, "");
        }
    }

    /** Whether the condition is no more than that the columns which may be NULL are not. */
    private static boolean leavesOutNulls(String filter, List<Part> parts) {
        if (!ONLY_PRESENT.matcher(filter).matches() || parts.stream().anyMatch(Part::descending)) {
            return false;
        }
        Set<String> present =
                PRESENT.matcher(filter)
                        .results()
                        .map(r -> r.group(1).replace("]]", "]"))
                        .collect(Collectors.toSet());
        Set<String> optional =
                parts.stream()
                        .filter(p -> !p.required)
                        .map(Part::column)
                        .collect(Collectors.toSet());
        return present.equals(optional);
    }

    private void relations() throws SQLException {
        Groups<RelationKey, Pair> pairs = new Groups<>();
        catalog.each(
                """
                SELECT s.name AS schema_name, t.name AS table_name, f.name AS key_name,
                    rs.name AS target_schema, r.name AS target_name,
                    f.delete_referential_action_desc, f.update_referential_action_desc,
                    c.name AS column_name, rc.name AS target_column
                FROM sys.foreign_keys f
                JOIN sys.tables t ON t.object_id = f.parent_object_id
                JOIN sys.schemas s ON s.schema_id = t.schema_id
                JOIN sys.tables r ON r.object_id = f.referenced_object_id
                JOIN sys.schemas rs ON rs.schema_id = r.schema_id
                JOIN sys.foreign_key_columns k ON k.constraint_object_id = f.object_id
                JOIN sys.columns c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
                JOIN sys.columns rc ON rc.object_id = k.referenced_object_id AND rc.column_id = k.referenced_column_id
                WHERE s.name IN (?)
                ORDER BY f.object_id, k.constraint_column_id\
                """,
                schemas,
                row ->
                        pairs.add(
                                new RelationKey(
                                        text(row, "schema_name"),
                                        text(row, "table_name"),
                                        text(row, "key_name"),
                                        text(row, "target_schema"),
                                        text(row, "target_name"),
                                        Action.valueOf(text(row, "delete_referential_action_desc")),
                                        Action.valueOf(
                                                text(row, "update_referential_action_desc"))),
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
                                                        key.onUpdate)));
    }

    private void checks() throws SQLException {
        catalog.each(
                """
                SELECT s.name AS schema_name, t.name AS table_name, c.name AS check_name,
                    c.definition, c.is_disabled
                FROM sys.check_constraints c
                JOIN sys.tables t ON t.object_id = c.parent_object_id
                JOIN sys.schemas s ON s.schema_id = t.schema_id
                WHERE s.name IN (?)\
                """,
                schemas,
                this::check);
    }

    private void check(ResultSet row) throws SQLException {
        String schema = text(row, "schema_name");
        String table = text(row, "table_name");
        String name = text(row, "check_name");
        if (row.getBoolean("is_disabled")) {
            found.note(
                    "I003",
                    found.name(schema, table),
                    "checks/" + name,
                    "The check \"" + name + "\" is not enforced by the database.",
                    "It stays as it is unless it is changed here; then that is lost.");
            return;
        }
        String condition = SqlServerText.unwrapped(text(row, "definition"));
        found.find(schema, table).ifPresent(t -> t.check(name, condition));
    }
}
