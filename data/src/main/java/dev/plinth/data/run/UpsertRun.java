package dev.plinth.data.run;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.model.Trigger.Event;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Inserts rows, or updates those that exist already. */
final class UpsertRun {
    private final WriteContext context;
    private final VisibleTable visible;
    private final CatalogTable table;
    private final List<CatalogColumn> by;
    private final boolean merges;

    /**
     * @param by the columns by which a row that exists already is known
     * @param merges whether such a row gets the new values, rather than being left alone
     */
    UpsertRun(WriteContext context, VisibleTable visible, List<CatalogColumn> by, boolean merges) {
        this.context = context;
        this.visible = visible;
        this.table = visible.table();
        this.by = by;
        this.merges = merges;
    }

    Written run(List<WriteRow> rows) throws SQLException {
        visible.ruleFor(Action.CREATE, InsertRun.touched(rows));
        new InsertRun(context, visible).validate(rows);
        return write(rows);
    }

    /** Writes rows that break no validation. */
    Written write(List<WriteRow> rows) throws SQLException {
        Set<CatalogColumn> touched = InsertRun.touched(rows);
        RowRule createRule = visible.ruleFor(Action.CREATE, touched);
        List<CatalogColumn> updated =
                merges ? touched.stream().filter(c -> !by.contains(c)).toList() : List.of();
        RowRule updateRule = merges ? visible.ruleFor(Action.UPDATE, updated) : null;
        InsertRun inserting = new InsertRun(context, visible);
        Map<List<Object>, Map<String, @Nullable Object>> old = existing(rows);
        Set<List<Object>> known = new HashSet<>();
        List<List<Object>> oldKeys = new ArrayList<>();
        old.forEach(
                (key, row) -> {
                    known.add(conflictKey(row));
                    oldKeys.add(key);
                });
        if (merges) {
            RuleCheck.all(context, table, updateRule, oldKeys);
        }
        List<List<Object>> newKeys = new ArrayList<>();
        List<List<Object>> order = new ArrayList<>();
        long affected = 0;
        for (WriteRow row : rows) {
            List<Object> conflict = row.key(by);
            if (conflict == null) {
                List<List<Object>> keys = new ArrayList<>();
                inserting.insert(List.of(row), keys);
                newKeys.addAll(keys);
                order.addAll(keys);
                affected++;
                continue;
            }
            boolean exists = !known.add(Keys.normal(conflict));
            if (exists && !merges) {
                continue;
            }
            if (!exists) {
                List<Object> key = insert(inserting, row, conflict);
                newKeys.add(key);
                order.add(key);
                affected++;
                continue;
            }
            context.session()
                    .update(
                            WriteSql.upsert(
                                    context.dialect(),
                                    context.caller(),
                                    table,
                                    row,
                                    by,
                                    row.columns().stream().filter(updated::contains).toList()));
            affected++;
            order.add(address(conflict));
        }
        return after(createRule, updateRule, old, newKeys, order, affected);
    }

    /**
     * Inserts a row that was not there before. Should it be there now, everything begins anew: the
     * one who made it may have rules and triggers of its own.
     */
    private List<Object> insert(InsertRun inserting, WriteRow row, List<Object> conflict)
            throws SQLException {
        List<List<Object>> keys = table.address().equals(by) ? null : new ArrayList<>();
        try {
            inserting.insert(List.of(row), keys);
        } catch (SQLException e) {
            boolean known = context.dialect().errors().fault(e).kind() == Kind.UNIQUE;
            throw known ? new OvertakenException(e) : e;
        }
        return keys == null ? conflict : keys.getFirst();
    }

    private Written after(
            @Nullable RowRule createRule,
            @Nullable RowRule updateRule,
            Map<List<Object>, Map<String, @Nullable Object>> old,
            List<List<Object>> newKeys,
            List<List<Object>> order,
            long affected)
            throws SQLException {
        RuleCheck.all(context, table, createRule, newKeys);
        List<List<Object>> changed = new ArrayList<>(order);
        changed.removeAll(newKeys);
        RuleCheck.all(context, table, updateRule, changed.stream().distinct().toList());
        TriggerRun triggers = new TriggerRun(context, table);
        var rules = context.rules().of(table);
        triggers.after(Event.INSERT, rules.triggersOf(Event.INSERT), newKeys, Map.of());
        triggers.after(Event.UPDATE, rules.triggersOf(Event.UPDATE), changed, old);
        return new Written(affected, newKeys.size(), order);
    }

    private List<Object> conflictKey(Map<String, @Nullable Object> row) {
        List<Object> key = new ArrayList<>();
        for (CatalogColumn column : by) {
            Object value = row.get(column.name());
            key.add(value == null ? "" : value);
        }
        return Keys.normal(key);
    }

    /** The rows that exist already, whole, by their keys. */
    private Map<List<Object>, Map<String, @Nullable Object>> existing(List<WriteRow> rows)
            throws SQLException {
        List<List<Object>> wanted = new ArrayList<>();
        for (WriteRow row : rows) {
            List<Object> key = row.key(by);
            if (key != null) {
                wanted.add(key);
            }
        }
        Map<List<Object>, Map<String, @Nullable Object>> found = new HashMap<>();
        for (List<List<Object>> chunk : Chunks.of(wanted)) {
            Target target = Target.of(table, by, chunk);
            found.putAll(
                    merges
                            ? TriggerRun.readLocked(context, target)
                            : TriggerRun.read(context, target));
        }
        return found;
    }

    /** The key of the row that has these values in the columns it is known by. */
    private List<Object> address(List<Object> conflict) throws SQLException {
        List<CatalogColumn> address = table.address();
        if (address.equals(by)) {
            return conflict;
        }
        return context.session()
                .rows(
                        WriteSql.select(
                                context.dialect(),
                                context.caller(),
                                Target.of(table, by, List.of(conflict)),
                                address,
                                List.of(),
                                false),
                        WriteSql.keyTypes(context.dialect(), address))
                .getFirst();
    }
}
