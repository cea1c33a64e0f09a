package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.sqlserver.TSqlTable.Check;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Index;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Key;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Relation;

import java.util.List;
import java.util.Map;

/** What sp_rename changes along with a name. */
final class TSqlRenames {
    private TSqlRenames() {}

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
