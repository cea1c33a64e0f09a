package dev.plinth.data.sql;

import dev.plinth.data.access.Caller;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.plan.After;
import dev.plinth.data.plan.CursorOrder;
import dev.plinth.data.plan.Embed;
import dev.plinth.data.plan.Operand;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.SortKey;
import dev.plinth.data.plan.Value;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the statements of a read. */
public final class SelectSql {
    private final Draft draft;
    private final ValueSql values;
    private final ConditionSql conditions;
    private final FromSql from;

    private SelectSql(Dialect dialect, Caller caller) {
        this.draft = new Draft(dialect, caller);
        this.values = new ValueSql(draft);
        this.conditions = new ConditionSql(draft, values);
        this.from = new FromSql(draft, values, conditions);
    }

    /**
     * How a read is written.
     *
     * @param asText whether values that are JSON in the answer are wanted as the database's own
     *     text
     * @param hidden values that are read as well, as keys are, and not shown
     * @param sortValues whether the values that rows are sorted by are read as well, after those
     * @param after where the rows begin; null for the first one
     */
    public record Options(
            boolean asText, List<Value> hidden, boolean sortValues, @Nullable After after) {
        public static final Options PLAIN = new Options(false, List.of());

        public Options {
            hidden = List.copyOf(hidden);
        }

        public Options(boolean asText, List<Value> hidden) {
            this(asText, hidden, false, null);
        }
    }

    /** The statement that reads the rows asked for. */
    public static Read read(Dialect dialect, Caller caller, ReadNode node, Options options) {
        return new SelectSql(dialect, caller).root(node, options);
    }

    /** The statement that reads the related rows of several rows at once, given their keys. */
    public static Read related(
            Dialect dialect, Caller caller, Embed embed, List<List<Object>> keys, Options options) {
        return new SelectSql(dialect, caller).child(embed, keys, options);
    }

    /** The statement that counts the rows asked for, whatever page is wanted. */
    public static BoundStatement count(Dialect dialect, Caller caller, ReadNode node) {
        SelectSql sql = new SelectSql(dialect, caller);
        return sql.draft.finish(Sql.of("SELECT COUNT(*) FROM ").plus(sql.allOf(node)));
    }

    /**
     * The statement that asks how many rows the database expects there to be; empty when it does
     * not tell.
     */
    public static Optional<BoundStatement> planned(Dialect dialect, Caller caller, ReadNode node) {
        SelectSql sql = new SelectSql(dialect, caller);
        return Sql.of("SELECT 1 FROM ")
                .plus(sql.allOf(node))
                .saidMaybe(dialect.queries()::planned)
                .map(sql.draft::finish);
    }

    private Sql allOf(ReadNode node) {
        Scope scope = new Scope(node.table(), draft.alias());
        return named(node, scope).plus(" WHERE ").plus(from.where(node, scope.alias()));
    }

    private Sql named(ReadNode node, Scope scope) {
        return node.call() == null
                ? scope.named()
                : new CallSql(draft).named(node.call(), scope.alias());
    }

    private Read root(ReadNode node, Options options) {
        Scope scope = new Scope(node.table(), draft.alias());
        Sql tables = named(node, scope).plus(from.joins(node, scope.alias()));
        Sql where = from.where(node, scope.alias());
        if (node.isGrouped()) {
            Columns columns = new GroupedColumns(draft, values, from, options);
            RowShape shape = columns.shape(node, scope.alias());
            List<Sql> order = orderOf(node, scope.alias(), columns);
            Sql inner = select(columns.inner()).plus(tables).plus(" WHERE ").plus(where);
            return columns.read(paged(columns.outer(inner), order, node), shape, List.of());
        }
        Columns columns = new Columns(draft, values, from, options);
        RowShape shape = columns.shape(node, scope.alias());
        List<Integer> hidden = new ArrayList<>();
        for (Value value : options.hidden()) {
            hidden.add(columns.addPlain(value.type(), values.value(value, scope.alias())));
        }
        if (options.sortValues()) {
            for (SortKey key : node.order()) {
                hidden.add(sortValue(columns, key, scope.alias()));
            }
        }
        After after = options.after();
        if (after != null) {
            AfterSql place = new AfterSql(conditions, draft, k -> aliasOf(k, scope.alias()));
            where = where.plus(" AND ").plus(place.say(after));
        }
        Sql rows = select(columns.inner()).plus(tables).plus(" WHERE ").plus(where);
        return columns.read(
                paged(rows, orderOf(node, scope.alias(), columns), node), shape, hidden);
    }

    private int sortValue(Columns columns, SortKey key, Sql alias) {
        ColumnType type = CursorOrder.readAs(key);
        Value value =
                type.equals(key.value().type()) ? key.value() : new Value.Cast(key.value(), type);
        return columns.add(type, values.read(value, aliasOf(key, alias), false));
    }

    private Sql aliasOf(SortKey key, Sql alias) {
        Sql joined = key.embed() == null ? null : from.alias(key.embed());
        return joined == null ? alias : joined;
    }

    private Read child(Embed embed, List<List<Object>> keys, Options options) {
        ReadNode node = embed.node();
        Scope target = new Scope(node.table(), draft.alias());
        boolean computed = embed.relation().function() != null;
        Sql source = draft.alias();
        Scope between = from.between(embed);
        Sql tables =
                (computed
                                ? from.computedRows(embed, source, target.alias())
                                : from.rows(embed, between, target))
                        .plus(from.joins(node, target.alias()));
        Columns columns =
                node.isGrouped()
                        ? new GroupedColumns(draft, values, from, options)
                        : new Columns(draft, values, from, options);
        List<Sql> keyColumns = new ArrayList<>();
        List<ColumnType> keyTypes = new ArrayList<>();
        for (CatalogColumn column : FromSql.keyColumns(embed)) {
            Sql value =
                    computed
                            ? Sql.column(column, source)
                            : from.column(column, between == null ? target : between);
            keyColumns.add(value);
            keyTypes.add(column.type());
            columns.addKey(column.type(), value);
        }
        RowShape shape = columns.shape(node, target.alias());
        Sql rows =
                tables.plus(" WHERE ")
                        .plus(keysIn(keyColumns, keyTypes, keys))
                        .plus(between == null ? Sql.NOTHING : from.rule(between))
                        .plus(" AND ")
                        .plus(from.where(node, target.alias()));
        List<Sql> order = orderOf(node, target.alias(), columns);
        if (node.limit() == null && node.offset() == 0
                || !draft.dialect().can(Capability.NUMBERED_GROUPS)) {
            Sql inner = select(columns.inner()).plus(rows);
            Sql all = node.isGrouped() ? columns.outer(inner) : inner;
            return columns.read(ordered(all, order), shape, List.of());
        }
        if (node.isGrouped()) {
            Sql all = columns.outer(select(columns.inner()).plus(rows));
            return columns.read(ordered(all, order), shape, List.of());
        }
        return columns.read(pagedPerKey(columns, keyColumns, order, rows, node), shape, List.of());
    }

    /** A page of the related rows of each row. */
    private Sql pagedPerKey(
            Columns columns, List<Sql> keys, List<Sql> order, Sql rows, ReadNode node) {
        Sql position =
                Sql.of("ROW_NUMBER() OVER (PARTITION BY ")
                        .plus(Sql.joined(Sql.COMMA, keys))
                        .plus(" ORDER BY ")
                        .plus(Sql.joined(Sql.COMMA, order.isEmpty() ? keys : order))
                        .plus(")");
        Sql inner = select(columns.named(position)).plus(rows);
        Sql outer =
                Sql.of("SELECT ")
                        .plus(columns.names(Sql.of("d")))
                        .plus(" FROM (")
                        .plus(inner)
                        .plus(") d WHERE d.n > ")
                        .plus(Sql.number(node.offset()));
        if (node.limit() != null) {
            outer = outer.plus(" AND d.n <= ").plus(Sql.number(node.offset() + node.limit()));
        }
        return outer.plus(" ORDER BY d.n");
    }

    private Sql keysIn(List<Sql> columns, List<ColumnType> types, List<List<Object>> keys) {
        if (columns.size() == 1) {
            List<Sql> all = new ArrayList<>();
            for (List<Object> key : keys) {
                all.add(draft.bind(types.getFirst(), key.getFirst()));
            }
            return columns.getFirst().plus(" IN ").plus(Sql.joined(Sql.COMMA, all).inBrackets());
        }
        List<Sql> anyOf = new ArrayList<>();
        for (List<Object> key : keys) {
            List<Sql> allOf = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                Sql value = draft.bind(new Operand(types.get(i), key.get(i)));
                allOf.add(columns.get(i).plus(" = ").plus(value));
            }
            anyOf.add(Sql.joined(Sql.of(" AND "), allOf).inBrackets());
        }
        return Sql.joined(Sql.of(" OR "), anyOf).inBrackets();
    }

    private static Sql select(List<Sql> columns) {
        return Sql.of("SELECT ").plus(Sql.joined(Sql.COMMA, columns)).plus(" FROM ");
    }

    private List<Sql> orderOf(ReadNode node, Sql alias, Columns columns) {
        List<Sql> order = new ArrayList<>();
        for (SortKey key : node.order()) {
            Sql value = columns.sortValue(key.value(), aliasOf(key, alias));
            order.add(value.said(v -> sorted(key, v)));
        }
        return order;
    }

    private String sorted(SortKey key, String value) {
        Queries queries = draft.dialect().queries();
        if (!draft.dialect().types().compares(key.value().type())) {
            throw ConditionSql.incomparable(draft.dialect(), key.value().type());
        }
        String comparable = draft.dialect().types().comparable(key.value().type(), value);
        return key.isNeverNull()
                ? queries.sorted(comparable, key.descending())
                : queries.sorted(comparable, key.descending(), key.nullsFirst());
    }

    private static Sql ordered(Sql rows, List<Sql> order) {
        return order.isEmpty() ? rows : rows.plus(" ORDER BY ").plus(Sql.joined(Sql.COMMA, order));
    }

    private Sql paged(Sql rows, List<Sql> order, ReadNode node) {
        Long limit = node.limit();
        if (limit == null && node.offset() == 0) {
            return ordered(rows, order);
        }
        return ordered(rows, order)
                .said(
                        r ->
                                r
                                        + draft.dialect()
                                                .queries()
                                                .page(
                                                        limit == null ? -1 : limit,
                                                        node.offset(),
                                                        !order.isEmpty()));
    }
}
