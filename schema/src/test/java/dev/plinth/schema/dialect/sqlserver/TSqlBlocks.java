package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.sqlserver.TSqlTable.Check;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Column;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Index;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Key;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Relation;
import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Batches that look up what stands in the way of a change, and make it again. */
final class TSqlBlocks {
    private final TSqlState state;
    private final TSqlRules rules;
    private final TSqlStatements statements;

    /** Foreign keys that wait for a table that is made again, by the table they are of. */
    private final Map<String, List<Relation>> waiting = new HashMap<>();

    TSqlBlocks(TSqlState state, TSqlRules rules, TSqlStatements statements) {
        this.state = state;
        this.rules = rules;
        this.statements = statements;
    }

    void run(String text) {
        List<String> lines = TSqlTokens.statements(text);
        if (text.contains("extendedproperty")) {
            state.require(text.contains("N'MS_Description'"), "not the comment that tools know");
            return;
        }
        if (text.contains("INTO #plinth_foreign_keys")) {
            String target = lookedUp(text);
            state.tables.forEach(
                    (name, t) -> {
                        List<Relation> all = new ArrayList<>(t.relations.values());
                        for (Relation r : all) {
                            if (r.target().equals(target) && !name.equals(target)) {
                                statements.dropConstraint(name, t, r.name());
                                waiting.computeIfAbsent(name, k -> new ArrayList<>()).add(r);
                            }
                        }
                    });
            return;
        }
        if (text.contains("FROM #plinth_foreign_keys")) {
            waiting.forEach((name, all) -> all.forEach(r -> again(name, r)));
            waiting.clear();
            return;
        }
        around(text, lines);
    }

    private void again(String tableName, Relation relation) {
        state.take(tableName, relation.name(), "constraint");
        rules.relation(state.table(tableName), relation);
    }

    /** The table whose id the batch looks up first. */
    private static String lookedUp(String text) {
        return new TSqlTokens(argument(text, "OBJECT_ID(N'")).name();
    }

    private static String argument(String text, String before) {
        int start = text.indexOf(before);
        if (start < 0) {
            throw new IllegalArgumentException("no " + before);
        }
        int quote = start + before.length() - 2;
        return SqlToken.of(text.substring(quote)).get(1).text();
    }

    private void around(String text, List<String> lines) {
        String tableName = lookedUp(text);
        TSqlTable table = state.table(tableName);
        String name =
                TSqlTokens.key(
                        text.contains("@name SYSNAME")
                                ? argument(text, "@name SYSNAME = N'")
                                : argument(
                                        text.substring(text.indexOf("COLUMNPROPERTY")), "), N'"));
        Column column = state.column(table, name);
        if (text.contains("sys.default_constraints") && !column.defaults().isEmpty()) {
            state.free(tableName, column.defaults());
            table.columns.put(name, column.defaulted(""));
        }
        List<Runnable> again = new ArrayList<>();
        String to =
                text.contains("@to SYSNAME")
                        ? TSqlTokens.key(argument(text, "@to SYSNAME = N'"))
                        : name;
        boolean renames = text.contains("@to SYSNAME");
        if (text.contains("sys.foreign_keys")) {
            state.tables.forEach(
                    (n, t) ->
                            List.copyOf(t.relations.values()).stream()
                                    .filter(
                                            r ->
                                                    t == table && r.columns().contains(name)
                                                            || state.tables.get(r.target()) == table
                                                                    && r.targetColumns()
                                                                            .contains(name))
                                    .forEach(
                                            r -> {
                                                statements.dropConstraint(n, t, r.name());
                                                again.add(() -> again(n, r));
                                            }));
        }
        Map<String, String> reformed = reformed(lines);
        if (text.contains("sys.indexes")) {
            for (Key key : List.copyOf(table.keys.values())) {
                if (key.columns().contains(name) && !renames) {
                    statements.dropConstraint(tableName, table, key.name());
                    again.addFirst(
                            reformed.containsKey(key.name())
                                    ? () -> statements.run(reformed.get(key.name()))
                                    : () -> {
                                        state.take(tableName, key.name(), "constraint");
                                        rules.key(table, key);
                                    });
                }
            }
            for (Index index : List.copyOf(table.indexes.values())) {
                if (renames
                        ? TSqlTokens.named(index.filter()).contains(name)
                        : TSqlRules.depends(index, name)) {
                    table.indexes.remove(index.name());
                    again.addFirst(
                            reformed.containsKey(index.name())
                                    ? () -> statements.run(reformed.get(index.name()))
                                    : () -> rules.index(table, TSqlRenames.index(index, name, to)));
                }
            }
        }
        if (text.contains("sys.check_constraints")) {
            for (Check check : List.copyOf(table.checks.values())) {
                if (TSqlTokens.named(check.condition()).contains(name)) {
                    statements.dropConstraint(tableName, table, check.name());
                    again.add(
                            () -> {
                                state.take(tableName, check.name(), "constraint");
                                rules.check(table, TSqlRenames.check(check, name, to));
                            });
                }
            }
        }
        lines.stream()
                .filter(s -> s.startsWith("ALTER TABLE") || s.startsWith("EXEC sp_rename"))
                .forEach(statements::run);
        again.forEach(Runnable::run);
    }

    /** What makes keys again in another form, by name. */
    private static Map<String, String> reformed(List<String> lines) {
        Map<String, String> reformed = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (String statement : lines) {
            if (statement.startsWith("DECLARE @had")) {
                String number = statement.replaceFirst("(?s)DECLARE @had(\\d+).*", "$1");
                names.put(number, argument(statement, "INDEXPROPERTY(@table, N'"));
            } else if (statement.startsWith("IF @had")) {
                String number = statement.replaceFirst("(?s)IF @had(\\d+).*", "$1");
                String sql = argument(statement, "EXEC (N'");
                reformed.put(TSqlTokens.key(String.valueOf(names.get(number))), sql);
            }
        }
        return reformed;
    }
}
