package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.sqlserver.TSqlTable.Column;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Index;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Key;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads statements, and does to the tables what each of them does. */
final class TSqlStatements {
    private final TSqlState state;
    private final TSqlRules rules;
    private final TSqlElements elements;
    private final TSqlRenames renames;

    TSqlStatements(TSqlState state, TSqlRules rules) {
        this.state = state;
        this.rules = rules;
        this.elements = new TSqlElements(state, rules);
        this.renames = new TSqlRenames(state);
    }

    /** One statement that is no block. */
    void run(String sql) {
        TSqlTokens at = new TSqlTokens(sql);
        if (at.skip("CREATE", "TABLE")) {
            createTable(at);
        } else if (at.skip("CREATE", "VIEW")) {
            createView(at);
        } else if (at.skip("CREATE", "UNIQUE", "INDEX")) {
            createIndex(at, true);
        } else if (at.skip("CREATE", "INDEX")) {
            createIndex(at, false);
        } else if (at.skip("CREATE", "SCHEMA")) {
            at.name();
            end(at);
        } else if (at.skip("ALTER", "TABLE")) {
            alterTable(at);
        } else if (at.skip("DROP", "TABLE")) {
            dropTable(at.name());
            end(at);
        } else if (at.skip("DROP", "VIEW")) {
            state.objects.remove(at.name());
            end(at);
        } else if (at.skip("DROP", "INDEX")) {
            String index = at.name();
            at.expect("ON");
            state.require(
                    state.table(at.name()).indexes.remove(index) != null,
                    "3701: no index " + index);
            end(at);
        } else if (at.skip("EXEC", "sp_rename")) {
            renames.rename(at);
            end(at);
        } else if (at.skip("UPDATE")) {
            state.table(at.name());
        } else if (at.skip("INSERT", "INTO")) {
            insert(at);
        } else if (at.skip("SET", "IDENTITY_INSERT")) {
            TSqlTable table = state.table(at.name());
            state.require(
                    table.columns.values().stream().anyMatch(Column::identity),
                    "8106: no IDENTITY");
            state.require(at.skip("ON") || at.skip("OFF"), "102: ON or OFF");
            end(at);
        } else {
            state.problem("not a statement that is known");
        }
    }

    private void end(TSqlTokens at) {
        state.require(!at.more() || at.skip(";"), "102: " + at.rest());
    }

    private void createTable(TSqlTokens at) {
        String name = at.name();
        state.take(name, name.substring(name.lastIndexOf('.') + 1), "table");
        TSqlTable table = new TSqlTable();
        state.tables.put(name, table);
        at.expect("(");
        do {
            if (at.is("CONSTRAINT")) {
                elements.addConstraint(name, table, at);
            } else {
                elements.addColumn(name, table, at);
            }
        } while (at.skip(","));
        at.expect(")");
        end(at);
        state.require(!table.columns.isEmpty(), "1786: no column");
        rules.computedColumns(table);
    }

    private void createIndex(TSqlTokens at, boolean unique) {
        String name = at.name();
        at.expect("ON");
        TSqlTable table = state.table(at.name());
        List<String> columns = at.names();
        List<String> included = at.skip("INCLUDE") ? at.names() : List.of();
        String filter = at.skip("WHERE") ? at.rest().toLowerCase(Locale.ROOT) : "";
        rules.index(table, new Index(name, unique, columns, included, filter));
    }

    private void createView(TSqlTokens at) {
        String name = at.name();
        state.take(name, name.substring(name.lastIndexOf('.') + 1), "view");
        boolean named = at.is("(");
        if (named) {
            at.names();
        }
        at.expect("AS");
        rules.view(at.rest(), named);
    }

    private void alterTable(TSqlTokens at) {
        String name = at.name();
        TSqlTable table = state.table(name);
        if (at.skip("ADD")) {
            if (at.is("CONSTRAINT")) {
                elements.addConstraint(name, table, at);
            } else {
                elements.addColumn(name, table, at);
                rules.computedColumns(table);
            }
        } else if (at.skip("DROP", "CONSTRAINT")) {
            dropConstraint(name, table, at.name());
        } else if (at.skip("DROP", "COLUMN")) {
            String column = at.name();
            state.column(table, column);
            rules.alone(table, column, true);
            table.columns.remove(column);
        } else if (at.skip("ALTER", "COLUMN")) {
            alterColumn(table, at);
        } else {
            state.problem("102: " + at.rest());
        }
        end(at);
    }

    private void alterColumn(TSqlTable table, TSqlTokens at) {
        Column column = state.column(table, at.name());
        String type = at.until("NOT", "NULL").toUpperCase(Locale.ROOT);
        boolean required = at.skip("NOT", "NULL");
        state.require(required || at.skip("NULL"), "ALTER COLUMN says neither NULL nor NOT NULL");
        state.require(!column.identity() || required, "8147: an IDENTITY is never NULL");
        state.require(column.computed().isEmpty(), "4928: a computed column is altered");
        rules.alone(table, column.name(), false);
        table.columns.put(
                column.name(),
                new Column(
                        column.name(),
                        type,
                        required,
                        column.identity(),
                        "",
                        false,
                        column.defaults()));
    }

    void dropConstraint(String tableName, TSqlTable table, String name) {
        state.free(tableName, name);
        Key key = table.keys.remove(name);
        boolean was = key != null;
        was |= table.checks.remove(name) != null;
        was |= table.relations.remove(name) != null;
        state.require(was, "3728: no constraint " + name);
        if (key != null) {
            rules.targets(table, Set.copyOf(key.columns()), key.name());
        }
    }

    private void dropTable(String name) {
        TSqlTable table = state.table(name);
        state.tables.remove(name);
        for (TSqlTable other : state.tables.values()) {
            other.relations.values().stream()
                    .filter(r -> r.target().equals(name))
                    .forEach(r -> state.problem("3726: " + r.name() + " leads to " + name));
        }
        state.free(name, name.substring(name.lastIndexOf('.') + 1));
        table.keys.keySet().forEach(k -> state.free(name, k));
        table.checks.keySet().forEach(k -> state.free(name, k));
        table.relations.keySet().forEach(k -> state.free(name, k));
        table.columns.values().forEach(c -> state.free(name, c.defaults()));
    }

    private void insert(TSqlTokens at) {
        TSqlTable table = state.table(at.name());
        for (String name : at.names()) {
            state.require(
                    state.column(table, name).computed().isEmpty(),
                    "271: a computed column is written");
        }
    }
}
