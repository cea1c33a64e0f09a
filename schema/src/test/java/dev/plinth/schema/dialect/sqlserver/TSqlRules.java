package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.sqlserver.TSqlTable.Check;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Column;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Index;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Key;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Relation;
import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What SQL Server refuses of keys, indexes, checks, relations and views, by what is there. */
final class TSqlRules {
    private final TSqlState state;

    TSqlRules(TSqlState state) {
        this.state = state;
    }

    void computedColumns(TSqlTable table) {
        for (Column column : table.columns.values()) {
            for (String used : TSqlTokens.named(column.computed())) {
                Column from = table.columns.get(used);
                state.require(from != null, "207: no column " + used);
                state.require(
                        from == null || from.computed().isEmpty(),
                        "1759: " + column.name() + " is computed from " + used);
            }
        }
    }

    void key(TSqlTable table, Key key) {
        for (String name : key.columns()) {
            Column column = state.column(table, name);
            boolean empty = !column.required() || !column.computed().isEmpty() && !column.stored();
            state.require(!key.primary() || !empty, "8111: " + name + " may be NULL");
        }
        size(table, key.columns(), key.primary() ? 900 : 1700);
        state.require(
                !key.primary() || table.keys.values().stream().noneMatch(Key::primary),
                "1779: two primary keys");
        table.keys.put(key.name(), key);
    }

    private void size(TSqlTable table, List<String> names, int most) {
        int bytes = 0;
        for (String name : names) {
            int own = state.column(table, name).bytes();
            state.require(own >= 0, "1919: " + name + " in a key");
            bytes += own;
        }
        state.require(bytes <= most, "1944: a key of " + bytes + " bytes");
        state.require(names.size() <= 32, "1904: a key of " + names.size() + " columns");
        state.require(Set.copyOf(names).size() == names.size(), "1909: a column twice");
    }

    void check(TSqlTable table, Check check) {
        TSqlTokens.named(check.condition()).forEach(c -> state.column(table, c));
        table.checks.put(check.name(), check);
    }

    void relation(TSqlTable table, Relation relation) {
        TSqlTable target = state.table(relation.target());
        for (int i = 0; i < relation.columns().size(); i++) {
            Column from = state.column(table, relation.columns().get(i));
            Column to = state.column(target, relation.targetColumns().get(i));
            state.require(
                    from.type().equals(to.type()),
                    "1778, 1753: " + from.type() + " is not " + to.type());
            boolean empties = relation.onDelete().equals("SET NULL");
            empties |= relation.onUpdate().equals("SET NULL");
            state.require(!empties || !from.required(), "1761: SET NULL of " + from.name());
            boolean changes = relation.reaches() && !relation.onDelete().equals("CASCADE");
            changes |= !relation.onUpdate().equals("NO ACTION");
            state.require(!changes || from.computed().isEmpty(), "1764: a computed column");
            state.require(from.computed().isEmpty() || from.stored(), "1764: not stored");
        }
        Set<String> wanted = Set.copyOf(relation.targetColumns());
        boolean key =
                target.keys.values().stream().anyMatch(k -> Set.copyOf(k.columns()).equals(wanted));
        key |=
                target.indexes.values().stream()
                        .anyMatch(
                                i ->
                                        i.unique()
                                                && i.filter().isEmpty()
                                                && Set.copyOf(i.columns()).equals(wanted));
        state.require(key, "1776: no key of " + wanted);
        table.relations.put(relation.name(), relation);
        state.require(
                !relation.reaches() || state.tables.values().stream().allMatch(t -> once(t)),
                "1785: a second path of cascades");
    }

    private boolean once(TSqlTable from) {
        return visit(from, new HashSet<>());
    }

    private boolean visit(TSqlTable table, Set<TSqlTable> met) {
        if (!met.add(table)) {
            return false;
        }
        for (TSqlTable other : state.tables.values()) {
            for (Relation relation : other.relations.values()) {
                boolean here = relation.reaches() && state.tables.get(relation.target()) == table;
                if (here && !visit(other, met)) {
                    return false;
                }
            }
        }
        return true;
    }

    void index(TSqlTable table, Index index) {
        size(table, index.columns(), 1700);
        Set<String> all = new HashSet<>(index.columns());
        index.included().forEach(c -> state.column(table, c));
        state.require(index.included().stream().allMatch(all::add), "1909: a column twice");
        List<SqlToken> filter = SqlToken.of(index.filter());
        for (int i = 0; i < filter.size(); i++) {
            boolean call = i > 0 && filter.get(i).is("(") && filter.get(i - 1).isName();
            boolean word = call && !filter.get(i - 1).is("AND") && !filter.get(i - 1).is("IN");
            state.require(
                    !filter.get(i).is("OR") && !filter.get(i).is("NOT") || isNotNull(filter, i),
                    "10735: " + filter.get(i).text());
            state.require(!word, "10735: a function in a filter");
        }
        for (String name : TSqlTokens.named(index.filter())) {
            state.require(
                    state.column(table, name).computed().isEmpty(), "10609: a computed column");
        }
        state.require(
                table.indexes.put(index.name(), index) == null
                        && !table.keys.containsKey(index.name()),
                "1913: index " + index.name() + " is there");
    }

    private static boolean isNotNull(List<SqlToken> tokens, int not) {
        return not > 0
                && tokens.get(not - 1).is("IS")
                && not + 1 < tokens.size()
                && tokens.get(not + 1).is("NULL");
    }

    /** Nothing may depend on a column that is altered or dropped. */
    void alone(TSqlTable table, String name, boolean dropped) {
        String why = "5074: column " + name + " has ";
        Column column = state.column(table, name);
        state.require(column.defaults().isEmpty(), why + "a default");
        state.require(
                table.columns.values().stream()
                        .noneMatch(c -> TSqlTokens.named(c.computed()).contains(name)),
                why + "a computed column");
        table.keys.values().stream()
                .filter(k -> k.columns().contains(name))
                .forEach(k -> state.problem(why + "the key " + k.name()));
        table.indexes.values().stream()
                .filter(i -> depends(i, name))
                .forEach(i -> state.problem(why + "the index " + i.name()));
        table.checks.values().stream()
                .filter(c -> TSqlTokens.named(c.condition()).contains(name))
                .forEach(c -> state.problem(why + "the check " + c.name()));
        for (TSqlTable other : state.tables.values()) {
            for (Relation relation : other.relations.values()) {
                boolean here = state.tables.get(relation.target()) == table;
                boolean on = other == table && relation.columns().contains(name);
                on |= here && relation.targetColumns().contains(name);
                state.require(!on, why + "the foreign key " + relation.name());
            }
        }
    }

    static boolean depends(Index index, String column) {
        return index.columns().contains(column)
                || index.included().contains(column)
                || TSqlTokens.named(index.filter()).contains(column);
    }

    /** A key to which others lead stays. */
    void targets(TSqlTable table, Set<String> columns, String name) {
        boolean still =
                table.keys.values().stream().anyMatch(k -> Set.copyOf(k.columns()).equals(columns));
        for (TSqlTable other : state.tables.values()) {
            for (Relation relation : other.relations.values()) {
                boolean leads = state.tables.get(relation.target()) == table;
                leads &= Set.copyOf(relation.targetColumns()).equals(columns);
                state.require(still || !leads, "3725: " + relation.name() + " leads to " + name);
            }
        }
    }

    /** The query of a view. */
    void view(String query, boolean named) {
        int depth = 0;
        boolean limited = false;
        boolean sorted = false;
        for (SqlToken token : SqlToken.of(query)) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            limited |= depth == 0 && (token.is("TOP") || token.is("OFFSET"));
            sorted |= depth == 0 && token.is("ORDER");
        }
        state.require(!sorted || limited, "1033: ORDER BY in a view");
        if (!named) {
            TSqlQueries.unnamed(query).forEach(c -> state.problem("4511: no name for " + c));
        }
    }
}
