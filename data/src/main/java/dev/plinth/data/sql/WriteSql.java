package dev.plinth.data.sql;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.Operand;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the statements that change rows. */
public final class WriteSql {
    private final Draft draft;
    private final Queries queries;
    private final Types types;
    private final ValueSql values;
    private final FromSql from;

    private WriteSql(Dialect dialect, Caller caller) {
        this.draft = new Draft(dialect, caller);
        this.queries = dialect.queries();
        this.types = dialect.types();
        this.values = new ValueSql(draft);
        this.from = new FromSql(draft, values, new ConditionSql(draft, values));
    }

    /** Inserts rows that give values to the same columns; with no columns, one row of defaults. */
    public static BoundStatement insert(
            Dialect dialect,
            Caller caller,
            CatalogTable table,
            List<CatalogColumn> columns,
            List<WriteRow> rows) {
        WriteSql sql = new WriteSql(dialect, caller);
        return sql.draft.finish(sql.insert(table, columns, rows));
    }

    /** As {@link #insert}, giving back columns of the new rows; empty if the database cannot. */
    public static Optional<BoundStatement> insertReturning(
            Dialect dialect,
            Caller caller,
            CatalogTable table,
            List<CatalogColumn> columns,
            List<WriteRow> rows,
            List<CatalogColumn> returned) {
        WriteSql sql = new WriteSql(dialect, caller);
        return sql.returning(sql.insert(table, columns, rows), false, returned);
    }

    private Sql insert(CatalogTable table, List<CatalogColumn> columns, List<WriteRow> rows) {
        if (columns.isEmpty()) {
            return Sql.table(table).said(queries::insertDefaults, anyOf(table));
        }
        List<Sql> all = new ArrayList<>();
        for (WriteRow row : rows) {
            all.add(Sql.joined(Sql.COMMA, placeholders(columns, row)).inBrackets());
        }
        return Sql.of("INSERT INTO ")
                .plus(Sql.table(table))
                .plus(" ")
                .plus(names(columns).inBrackets())
                .plus(" VALUES ")
                .plus(Sql.joined(Sql.COMMA, all));
    }

    private static Sql names(List<CatalogColumn> columns) {
        return Sql.joined(Sql.COMMA, columns.stream().map(Sql::column).toList());
    }

    private List<Sql> placeholders(List<CatalogColumn> columns, WriteRow row) {
        List<Sql> placeholders = new ArrayList<>();
        for (CatalogColumn column : columns) {
            Stored stored = row.values().getOrDefault(column, Stored.NULL);
            placeholders.add(draft.bind(column.type(), stored));
        }
        return placeholders;
    }

    /**
     * Inserts one row, or updates the row that has the same values in the columns of the key.
     *
     * @param updated the columns that get new values then; none to leave the row as it is
     */
    public static BoundStatement upsert(
            Dialect dialect,
            Caller caller,
            CatalogTable table,
            WriteRow row,
            List<CatalogColumn> key,
            List<CatalogColumn> updated) {
        WriteSql sql = new WriteSql(dialect, caller);
        List<CatalogColumn> columns = row.columns();
        Sql statement =
                Sql.table(table)
                        .said(
                                t ->
                                        sql.queries.upsert(
                                                t,
                                                quoted(columns),
                                                sql.placeholders(columns, row).stream()
                                                        .map(Sql::text)
                                                        .toList(),
                                                quoted(key),
                                                quoted(updated)));
        return sql.draft.finish(statement);
    }

    /** A column that can be told to take its default. */
    private static Sql anyOf(CatalogTable table) {
        return table.columns().stream()
                .filter(c -> !c.isGenerated())
                .findFirst()
                .map(Sql::column)
                .orElse(Sql.NOTHING);
    }

    private static List<String> quoted(List<CatalogColumn> columns) {
        return columns.stream().map(CatalogColumn::quoted).toList();
    }

    /** Updates the rows that a condition means. */
    public static BoundStatement update(
            Dialect dialect, Caller caller, Target target, WriteRow row) {
        WriteSql sql = new WriteSql(dialect, caller);
        return sql.draft.finish(sql.update(target, row));
    }

    /** As {@link #update}, giving back columns as they are now; empty if the database cannot. */
    public static Optional<BoundStatement> updateReturning(
            Dialect dialect,
            Caller caller,
            Target target,
            WriteRow row,
            List<CatalogColumn> returned) {
        WriteSql sql = new WriteSql(dialect, caller);
        return sql.returning(sql.update(target, row), false, returned);
    }

    private Sql update(Target target, WriteRow row) {
        List<Sql> set = new ArrayList<>();
        row.values()
                .forEach(
                        (column, stored) ->
                                set.add(
                                        Sql.column(column)
                                                .plus(" = ")
                                                .plus(
                                                        stored.isDefault()
                                                                ? byDefault()
                                                                : draft.bind(
                                                                        column.type(), stored))));
        return Sql.of("UPDATE ")
                .plus(Sql.table(target.table()))
                .plus(" SET ")
                .plus(Sql.joined(Sql.COMMA, set))
                .plus(" WHERE ")
                .plus(where(target));
    }

    private Sql byDefault() {
        if (!queries.canUpdateToDefault()) {
            throw new Refusal(
                    Reason.NOT_HERE,
                    draft.dialect().title() + " cannot set a column to its default",
                    null,
                    "Give the value.");
        }
        return Sql.of("DEFAULT");
    }

    /** Deletes the rows that a condition means. */
    public static BoundStatement delete(Dialect dialect, Caller caller, Target target) {
        WriteSql sql = new WriteSql(dialect, caller);
        return sql.draft.finish(
                Sql.of("DELETE FROM ")
                        .plus(Sql.table(target.table()))
                        .plus(" WHERE ")
                        .plus(sql.where(target)));
    }

    /**
     * Reads the rows that a condition means.
     *
     * @param keys columns read as keys are, first
     * @param columns those read as values are
     * @param locked whether the rows are kept as they are until the transaction ends
     */
    public static BoundStatement select(
            Dialect dialect,
            Caller caller,
            Target target,
            List<CatalogColumn> keys,
            List<CatalogColumn> columns,
            boolean locked) {
        WriteSql sql = new WriteSql(dialect, caller);
        List<Sql> selected = new ArrayList<>(sql.keys(keys));
        for (CatalogColumn column : columns) {
            selected.add(Sql.column(column).said(n -> sql.types.selection(column.type(), n)));
        }
        Sql select =
                Sql.of("SELECT ")
                        .plus(Sql.joined(Sql.COMMA, selected))
                        .plus(" FROM ")
                        .plus(Sql.table(target.table()))
                        .plus(" WHERE ")
                        .plus(sql.where(target));
        return sql.draft.finish(locked ? select.said(sql.queries::locked) : select);
    }

    /** The types as which keys are read. */
    public static List<ColumnType> keyTypes(Dialect dialect, List<CatalogColumn> columns) {
        return columns.stream().map(c -> ValueSql.keyType(dialect.types(), c.type())).toList();
    }

    /** Counts the rows that a condition means. */
    public static BoundStatement count(Dialect dialect, Caller caller, Target target) {
        WriteSql sql = new WriteSql(dialect, caller);
        return sql.draft.finish(
                Sql.of("SELECT COUNT(*) FROM ")
                        .plus(Sql.table(target.table()))
                        .plus(" WHERE ")
                        .plus(sql.where(target)));
    }

    /**
     * Which rows of a table are meant.
     *
     * @param asked those the request asks for; null for any
     * @param rule those that the caller may touch; null for any
     * @param keyColumns by which single rows are named
     * @param keys those rows; null for any
     */
    public record Target(
            CatalogTable table,
            @Nullable ReadNode asked,
            @Nullable RowRule rule,
            List<CatalogColumn> keyColumns,
            @Nullable List<List<Object>> keys) {
        public Target {
            keyColumns = List.copyOf(keyColumns);
        }

        /** Rows by their keys. */
        public static Target of(
                CatalogTable table, List<CatalogColumn> keyColumns, List<List<Object>> keys) {
            return new Target(table, null, null, keyColumns, keys);
        }

        public Target withRule(@Nullable RowRule newRule) {
            return new Target(table, asked, newRule, keyColumns, keys);
        }
    }

    private Sql where(Target target) {
        // Not every database takes an alias here, so the table's own name stands before its
        // columns.
        Sql alias = Sql.name(target.table(), draft.dialect().names());
        List<Sql> all = new ArrayList<>();
        if (target.asked() != null) {
            all.add(from.asked(target.asked(), alias));
        }
        if (target.rule() != null) {
            all.add(draft.rule(target.rule(), alias));
        }
        if (target.keys() != null) {
            all.add(keysIn(target.keyColumns(), target.keys(), alias));
        }
        return all.isEmpty() ? Sql.of("1 = 1") : Sql.joined(Sql.of(" AND "), all);
    }

    private Sql keysIn(List<CatalogColumn> columns, List<List<Object>> keys, Sql alias) {
        if (keys.isEmpty()) {
            return Sql.of("1 = 0");
        }
        if (columns.size() == 1) {
            CatalogColumn column = columns.getFirst();
            return alias.dot(Sql.column(column))
                    .plus(" IN ")
                    .plus(
                            Sql.joined(
                                            Sql.COMMA,
                                            keys.stream()
                                                    .map(
                                                            k ->
                                                                    draft.bind(
                                                                            column.type(),
                                                                            k.getFirst()))
                                                    .toList())
                                    .inBrackets());
        }
        List<Sql> anyOf = new ArrayList<>();
        for (List<Object> key : keys) {
            List<Sql> allOf = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                CatalogColumn column = columns.get(i);
                Sql value = draft.bind(new Operand(column.type(), key.get(i)));
                allOf.add(alias.dot(Sql.column(column)).plus(" = ").plus(value));
            }
            anyOf.add(Sql.joined(Sql.of(" AND "), allOf).inBrackets());
        }
        return Sql.joined(Sql.of(" OR "), anyOf).inBrackets();
    }

    private List<Sql> keys(List<CatalogColumn> columns) {
        return columns.stream().map(c -> values.key(c.type(), Sql.column(c))).toList();
    }

    private Optional<BoundStatement> returning(
            Sql statement, boolean deletes, List<CatalogColumn> columns) {
        List<String> selections = keys(columns).stream().map(Sql::text).toList();
        Optional<String> whole =
                queries.returning(
                        statement.text(),
                        deletes,
                        selections,
                        columns.stream().map(c -> ValueSql.keyType(types, c.type())).toList());
        return whole.map(w -> draft.finish(statement.said(s -> w)));
    }
}
