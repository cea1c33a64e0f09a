package dev.plinth.schema.dialect.mysql;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.Groups;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.TableName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys, indexes, relations, checks; and the triggers that are there. */
final class MySqlKeys {
    private final MySqlInspector inspector;
    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;

    /** Schema, table and name: MySQL gives an index that it makes for a relation the same. */
    private final Set<List<String>> relations = new HashSet<>();

    private final Map<RelationKey, List<Action>> actions = new HashMap<>();

    private record IndexKey(
            String schema, String table, String name, boolean unique, String method) {}

    private record RelationKey(String schema, String table, String name) {}

    private record Pair(String column, String targetSchema, String target, String targetColumn) {}

    /** A part of an index; {@code name} is empty for what is not simply a column. */
    private record Part(String name, Index.Part part) {}

    MySqlKeys(MySqlInspector inspector, Catalog catalog, List<String> schemas, FoundModel found) {
        this.inspector = inspector;
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    void read() throws SQLException {
        Groups<RelationKey, Pair> pairs = pairs();
        indexes();
        pairs.each(this::relation);
        catalog.each(inspector.checks(), schemas, this::check);
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

    private Groups<RelationKey, Pair> pairs() throws SQLException {
        catalog.each(
                "SELECT constraint_schema, table_name, constraint_name, delete_rule, update_rule"
                        + " FROM information_schema.referential_constraints"
                        + " WHERE constraint_schema IN (?)",
                schemas,
                row -> {
                    RelationKey key =
                            new RelationKey(row.getString(1), row.getString(2), row.getString(3));
                    actions.put(key, List.of(action(row.getString(4)), action(row.getString(5))));
                    relations.add(List.of(key.schema, key.table, key.name));
                });
        Groups<RelationKey, Pair> pairs = new Groups<>();
        catalog.each(
                "SELECT table_schema, table_name, constraint_name, column_name,"
                        + " referenced_table_schema, referenced_table_name, referenced_column_name"
                        + " FROM information_schema.key_column_usage WHERE table_schema IN (?)"
                        + " AND referenced_table_name IS NOT NULL"
                        + " ORDER BY table_schema, table_name, constraint_name, ordinal_position",
                schemas,
                row ->
                        pairs.add(
                                new RelationKey(
                                        row.getString(1), row.getString(2), row.getString(3)),
                                new Pair(
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7))));
        return pairs;
    }

    /** InnoDB lets a relation lead to whatever an index begins with. */
    private void relation(RelationKey key, List<Pair> columns) {
        Pair first = columns.getFirst();
        TableName target = found.name(first.targetSchema, first.target);
        List<String> pointed = columns.stream().map(Pair::targetColumn).toList();
        List<Action> both = actions.getOrDefault(key, List.of(Action.NO_ACTION, Action.NO_ACTION));
        boolean unique =
                found.find(first.targetSchema, first.target)
                        .map(t -> t.hasKey(pointed))
                        .orElse(true);
        if (unique) {
            find(
                    key.schema,
                    key.table,
                    t ->
                            t.relation(
                                    key.name,
                                    columns.stream().map(Pair::column).toList(),
                                    target,
                                    pointed,
                                    both.getFirst(),
                                    both.getLast()));
        } else {
            note(
                    found.name(key.schema, key.table),
                    "relations/" + key.name,
                    "The relation \""
                            + key.name
                            + "\" leads to "
                            + String.join(", ", pointed)
                            + " of \""
                            + target
                            + "\", which may be the same in several rows.");
        }
    }

    private void find(String schema, String table, java.util.function.Consumer<FoundTable> use) {
        found.find(schema, table).ifPresent(use);
    }

    private static Action action(String rule) {
        return MySqlDiffRules.asKept(Action.valueOf(rule.replace(' ', '_')));
    }

    private void indexes() throws SQLException {
        Groups<IndexKey, Part> parts = new Groups<>();
        catalog.each(
                "SELECT table_schema, table_name, index_name, non_unique, column_name, collation,"
                        + " sub_part, index_type, "
                        + inspector.indexExpression()
                        + " AS part_expression FROM information_schema.statistics"
                        + " WHERE table_schema IN (?)"
                        + " ORDER BY table_schema, table_name, index_name, seq_in_index",
                schemas,
                row -> part(row, parts));
        parts.each((key, list) -> find(key.schema, key.table, t -> index(t, key, list)));
    }

    private void part(ResultSet row, Groups<IndexKey, Part> parts) throws SQLException {
        String schema = text(row, "table_schema");
        String table = text(row, "table_name");
        String method = text(row, "index_type");
        IndexKey key =
                new IndexKey(
                        schema,
                        table,
                        text(row, "index_name"),
                        row.getInt("non_unique") == 0,
                        method.equals("BTREE") || method.equals("HASH") ? "" : method);
        FoundTable owner = found.find(schema, table).orElse(null);
        if (owner != null) {
            parts.add(key, part(row, owner, key.method));
        }
    }

    private Part part(ResultSet row, FoundTable owner, String method) throws SQLException {
        String column = text(row, "column_name");
        boolean descending = text(row, "collation").equals("D");
        String expression = text(row, "part_expression");
        if (!expression.isEmpty()) {
            return new Part("", new Index.Part("", inspector.expression(expression), descending));
        }
        int beginning = row.getInt("sub_part");
        if (beginning > 0 && method.isEmpty()) {
            String quoted = MySqlDialect.NAMES.quote(column) + "(" + beginning + ")";
            return new Part("", new Index.Part("", quoted, descending));
        }
        return new Part(descending ? "" : column, owner.part(column, descending));
    }

    private void index(FoundTable table, IndexKey key, List<Part> parts) {
        List<String> columns = parts.stream().map(Part::name).toList();
        boolean plain = columns.stream().noneMatch(String::isEmpty);
        if (key.name.equals("PRIMARY")) {
            if (plain) {
                table.primaryKey("", columns);
            } else {
                note(
                        table.name(),
                        "primaryKey",
                        "The primary key of \""
                                + table.name()
                                + "\" looks at no more than how a text begins.");
            }
        } else if (key.unique && plain) {
            table.unique(key.name, columns, true);
        } else if (key.unique || !relations.contains(List.of(key.schema, key.table, key.name))) {
            List<Index.Part> all = parts.stream().map(Part::part).toList();
            table.index(key.name, all, key.unique, "", key.method);
        }
    }

    private void check(ResultSet row) throws SQLException {
        String schema = text(row, "table_schema");
        String table = text(row, "table_name");
        String name = text(row, "constraint_name");
        String condition = inspector.expression(text(row, "check_clause"));
        if (MySqlTables.isJson(condition)) {
            return;
        }
        boolean enforced = text(row, "enforced").equals("YES");
        find(
                schema,
                table,
                t -> {
                    if (enforced) {
                        t.check(name, condition);
                    } else {
                        note(
                                t.name(),
                                "checks/" + name,
                                "The check \"" + name + "\" is not enforced by the database.");
                    }
                });
    }

    private void note(TableName table, String path, String message) {
        found.note(
                "I003",
                table,
                path,
                message,
                "It stays as it is unless it is changed here; then it is lost.");
    }
}
