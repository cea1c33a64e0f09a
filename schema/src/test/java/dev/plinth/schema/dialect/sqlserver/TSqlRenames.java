package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.sqlserver.TSqlTable.Check;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Column;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Index;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Key;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renames by sp_rename, with what changes along with a name. */
final class TSqlRenames {
    private final TSqlState state;

    TSqlRenames(TSqlState state) {
        this.state = state;
    }

    /** EXEC sp_rename. */
    void rename(TSqlTokens at) {
        String quoted = at.string();
        at.expect(",");
        String to = TSqlTokens.key(at.string());
        at.expect(",");
        String kind = at.string();
        TSqlTokens place = new TSqlTokens(quoted);
        List<String> path = new ArrayList<>(List.of(place.name()));
        String full = path.getFirst();
        switch (kind) {
            case "COLUMN" -> {
                int dot = full.lastIndexOf('.');
                renameColumn(state.table(full.substring(0, dot)), full.substring(dot + 1), to);
            }
            case "OBJECT" -> renameObject(full, to);
            default -> state.problem("15249: sp_rename of " + kind);
        }
    }

    private void renameColumn(TSqlTable table, String from, String to) {
        Column column = state.column(table, from);
        state.require(
                table.columns.values().stream()
                        .noneMatch(c -> TSqlTokens.named(c.computed()).contains(from)),
                "15336: a computed column speaks of " + from);
        table.checks.values().stream()
                .filter(c -> TSqlTokens.named(c.condition()).contains(from))
                .forEach(c -> state.problem("15336: the check " + c.name() + " speaks of " + from));
        table.indexes.values().stream()
                .filter(i -> TSqlTokens.named(i.filter()).contains(from))
                .forEach(
                        i ->
                                state.problem(
                                        "15336: the filter of " + i.name() + " speaks of " + from));
        state.require(
                !table.columns.containsKey(to) || from.equals(to), "15335: " + to + " is there");
        List<Column> columns = new ArrayList<>(table.columns.values());
        table.columns.clear();
        for (Column each : columns) {
            Column now = each.equals(column) ? each.named(to) : each;
            table.columns.put(now.name(), now);
        }
        column(table, from, to);
        for (TSqlTable other : state.tables.values()) {
            other.relations.replaceAll(
                    (n, r) ->
                            state.tables.get(r.target()) == table
                                    ? new Relation(
                                            n,
                                            r.columns(),
                                            r.target(),
                                            in(r.targetColumns(), from, to),
                                            r.onDelete(),
                                            r.onUpdate())
                                    : r);
        }
    }

    private void renameObject(String full, String to) {
        String what = state.objects.remove(full);
        if (what == null) {
            state.problem("15225: no object " + full);
            return;
        }
        state.take(full, to, what);
        int dot = full.lastIndexOf('.');
        String schema = full.substring(0, dot + 1);
        TSqlTable table = state.tables.remove(full);
        if (table != null) {
            state.tables.put(schema + to, table);
            for (TSqlTable other : state.tables.values()) {
                other.relations.replaceAll(
                        (n, r) ->
                                r.target().equals(full)
                                        ? new Relation(
                                                n,
                                                r.columns(),
                                                schema + to,
                                                r.targetColumns(),
                                                r.onDelete(),
                                                r.onUpdate())
                                        : r);
            }
            return;
        }
        state.tables.values().forEach(t -> constraint(t, full.substring(dot + 1), to));
    }

    static List<String> in(List<String> names, String from, String to) {
        return names.stream().map(n -> n.equals(from) ? to : n).toList();
    }

    /** Texts of checks and filters that SQL Server binds to columns follow them. */
    static void column(TSqlTable table, String from, String to) {
        table.keys.replaceAll((n, k) -> new Key(n, k.primary(), in(k.columns(), from, to)));
        table.indexes.replaceAll((n, i) -> index(i, from, to));
        table.checks.replaceAll((n, c) -> check(c, from, to));
        table.relations.replaceAll(
                (n, r) ->
                        new Relation(
                                n,
                                in(r.columns(), from, to),
                                r.target(),
                                r.targetColumns(),
                                r.onDelete(),
                                r.onUpdate()));
    }

    static Index index(Index index, String from, String to) {
        return new Index(
                index.name(),
                index.unique(),
                in(index.columns(), from, to),
                in(index.included(), from, to),
                text(index.filter(), from, to));
    }

    static Check check(Check check, String from, String to) {
        return new Check(check.name(), text(check.condition(), from, to));
    }

    private static String text(String sql, String from, String to) {
        return sql.replace(quoted(from), quoted(to));
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    static void constraint(TSqlTable table, String from, String to) {
        move(table.keys, from, to, k -> new Key(to, k.primary(), k.columns()));
        move(table.checks, from, to, c -> new Check(to, c.condition()));
        move(
                table.relations,
                from,
                to,
                r ->
                        new Relation(
                                to,
                                r.columns(),
                                r.target(),
                                r.targetColumns(),
                                r.onDelete(),
                                r.onUpdate()));
    }

    private static <T> void move(
            Map<String, T> all, String from, String to, java.util.function.UnaryOperator<T> named) {
        T found = all.remove(from);
        if (found != null) {
            all.put(to, named.apply(found));
        }
    }
}
