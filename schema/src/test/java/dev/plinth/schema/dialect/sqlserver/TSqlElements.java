package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.sqlserver.TSqlTable.Check;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Column;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Key;
import dev.plinth.schema.dialect.sqlserver.TSqlTable.Relation;
import dev.plinth.schema.dialect.standard.SqlToken;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a table is made of: columns and constraints. */
final class TSqlElements {
    private final TSqlState state;
    private final TSqlRules rules;

    TSqlElements(TSqlState state, TSqlRules rules) {
        this.state = state;
        this.rules = rules;
    }

    void addColumn(String tableName, TSqlTable table, TSqlTokens at) {
        String name = at.name();
        String computed = "";
        boolean stored = false;
        String type = "";
        boolean identity = false;
        boolean required = false;
        String defaults = "";
        Check own = null;
        if (at.skip("AS")) {
            computed = at.brackets().toLowerCase(Locale.ROOT);
            stored = at.skip("PERSISTED");
            required = at.skip("NOT", "NULL");
            state.require(stored || !required, "8183: only a stored column can be NOT NULL");
            type = computedType(computed).toUpperCase(Locale.ROOT);
        } else {
            type =
                    at.until("IDENTITY", "NOT", "NULL", "CONSTRAINT", "DEFAULT")
                            .toUpperCase(Locale.ROOT);
            identity = at.skip("IDENTITY");
            if (identity) {
                at.brackets();
                state.require(
                        !type.matches("(UNIQUEIDENTIFIER|BIT|N?VARCHAR.*)"),
                        "2749: IDENTITY " + type);
            }
            required = at.skip("NOT", "NULL");
            state.require(required || at.skip("NULL"), "NULL or NOT NULL is not said");
            state.require(required || !identity, "8147: IDENTITY is never NULL");
            while (at.skip("CONSTRAINT")) {
                String constraint = at.name();
                state.take(tableName, constraint, "constraint");
                if (at.skip("CHECK")) {
                    own = new Check(constraint, at.brackets().toLowerCase(Locale.ROOT));
                } else {
                    at.expect("DEFAULT");
                    defaults = constraint;
                    state.require(!identity, "1754: a default of an IDENTITY");
                    at.until("WITH", "CONSTRAINT");
                    at.skip("WITH", "VALUES");
                }
            }
            state.require(!at.is("DEFAULT"), "a default without a name");
        }
        state.require(
                !identity || table.columns.values().stream().noneMatch(Column::identity),
                "2744: two IDENTITY columns");
        Column made = new Column(name, type, required, identity, computed, stored, defaults);
        state.require(table.columns.put(name, made) == null, "2705: column " + name + " is there");
        if (own != null) {
            state.require(
                    Set.of(name).containsAll(TSqlTokens.named(own.condition())),
                    "8141: the check of " + name + " speaks of others");
            rules.check(table, own);
        }
    }

    /** What the outermost CAST makes of it. */
    private static String computedType(String expression) {
        List<SqlToken> tokens = SqlToken.of(expression);
        for (int i = tokens.size() - 1, depth = 0; i >= 0; i--) {
            depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
            if (depth == 1 && tokens.get(i).is("AS")) {
                int end = tokens.getLast().start();
                return expression.substring(tokens.get(i).end(), end).strip();
            }
        }
        return expression;
    }

    void addConstraint(String tableName, TSqlTable table, TSqlTokens at) {
        at.expect("CONSTRAINT");
        String name = at.name();
        state.take(tableName, name, "constraint");
        if (at.skip("PRIMARY", "KEY")) {
            rules.key(table, new Key(name, true, at.names()));
        } else if (at.skip("UNIQUE")) {
            rules.key(table, new Key(name, false, at.names()));
        } else if (at.skip("CHECK")) {
            rules.check(table, new Check(name, at.brackets().toLowerCase(Locale.ROOT)));
        } else if (at.skip("FOREIGN", "KEY")) {
            rules.relation(table, reference(name, at));
        } else if (at.skip("DEFAULT")) {
            at.until("FOR");
            at.expect("FOR");
            Column column = state.column(table, at.name());
            state.require(column.defaults().isEmpty(), "1781: it has a default");
            state.require(!column.identity(), "1754: a default of an IDENTITY");
            table.columns.put(column.name(), column.defaulted(name));
        } else {
            state.problem("102: " + at.rest());
        }
    }

    private static Relation reference(String name, TSqlTokens at) {
        List<String> columns = at.names();
        at.expect("REFERENCES");
        String target = at.name();
        List<String> targetColumns = at.names();
        String onDelete = at.skip("ON", "DELETE") ? action(at) : "NO ACTION";
        String onUpdate = at.skip("ON", "UPDATE") ? action(at) : "NO ACTION";
        return new Relation(name, columns, target, targetColumns, onDelete, onUpdate);
    }

    private static String action(TSqlTokens at) {
        for (String action : List.of("NO ACTION", "CASCADE", "SET NULL", "SET DEFAULT")) {
            if (at.skip(action.split(" "))) {
                return action;
            }
        }
        throw new IllegalArgumentException("102: no action: " + at.rest());
    }
}
