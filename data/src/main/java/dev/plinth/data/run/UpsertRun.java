package dev.plinth.data.run;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.sql.BoundStatement;
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
import java.util.Objects;
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
        Map<List<Object>, Map<String, @Nullable Object>> old = existing(rows);
        Map<List<Object>, List<Object>> addresses = new HashMap<>();
        old.forEach((key, row) -> addresses.put(conflictKey(row), key));
        if (merges) {
            RuleCheck.all(context, table, updateRule, List.copyOf(addresses.values()));
        }
        Steps steps = new Steps(updated, addresses);
        for (WriteRow row : rows) {
            steps.add(row);
        }
        steps.flush();
        return after(createRule, updateRule, old, steps.newKeys, steps.order, steps.order.size());
    }

    /** Rows in their order, those that follow on each other and are alike together. */
    private final class Steps {
        private final List<CatalogColumn> updated;
        private final Map<List<Object>, List<Object>> addresses;
        private final List<List<Object>> newKeys = new ArrayList<>();
        private final List<List<Object>> order = new ArrayList<>();
        private final List<WriteRow> waiting = new ArrayList<>();
        private final Set<List<Object>> waitingKeys = new HashSet<>();
        private boolean inserts;

        /**
         * @param addresses of the rows that are there, by what they are known by
         */
        Steps(List<CatalogColumn> updated, Map<List<Object>, List<Object>> addresses) {
            this.updated = updated;
            this.addresses = addresses;
        }

        void add(WriteRow row) throws SQLException {
            List<Object> conflict = row.key(by);
            List<Object> known = conflict == null ? null : Keys.normal(conflict);
            boolean isNew =
                    known == null || !addresses.containsKey(known) && !waitingKeys.contains(known);
            if (!isNew && !merges) {
                return;
            }
            if (isNew != inserts) {
                flush();
                inserts = isNew;
            }
            waiting.add(row);
            if (isNew && known != null) {
                waitingKeys.add(known);
            }
        }

        void flush() throws SQLException {
            for (List<WriteRow> alike : InsertRun.alike(waiting)) {
                if (inserts) {
                    insert(alike);
                } else {
                    update(alike);
                }
            }
            waiting.clear();
            waitingKeys.clear();
        }

        /**
         * Inserts rows that were not there before. Should one be there now, everything begins anew:
         * the one who made it may have rules and triggers of its own.
         */
        private void insert(List<WriteRow> rows) throws SQLException {
            boolean isAddress = table.address().equals(by);
            boolean isKnown = isAddress && rows.stream().allMatch(r -> r.key(by) != null);
            List<List<Object>> keys = isKnown ? null : new ArrayList<>();
            try {
                InsertRun.insert(context, table, rows, keys);
            } catch (SQLException e) {
                boolean known = context.dialect().errors().fault(e).kind() == Kind.UNIQUE;
                throw known ? new OvertakenException(e) : e;
            }
            for (int i = 0; i < rows.size(); i++) {
                List<Object> conflict = rows.get(i).key(by);
                List<Object> key = keys == null ? Objects.requireNonNull(conflict) : keys.get(i);
                newKeys.add(key);
                order.add(key);
                if (conflict != null) {
                    addresses.put(Keys.normal(conflict), key);
                }
            }
        }

        private void update(List<WriteRow> rows) throws SQLException {
            List<CatalogColumn> columns =
                    rows.getFirst().columns().stream().filter(updated::contains).toList();
            List<BoundStatement> statements = new ArrayList<>();
            for (WriteRow row : rows) {
                statements.add(
                        WriteSql.upsert(
                                context.dialect(), context.caller(), table, row, by, columns));
            }
            context.session().updateAll(statements);
            boolean moves = columns.stream().anyMatch(table.address()::contains);
            for (WriteRow row : rows) {
                List<Object> conflict = Objects.requireNonNull(row.key(by));
                List<Object> key =
                        moves
                                ? address(conflict)
                                : Objects.requireNonNull(addresses.get(Keys.normal(conflict)));
                addresses.put(Keys.normal(conflict), key);
                order.add(key);
            }
        }
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
        Set<List<Object>> made = new HashSet<>(newKeys);
        changed.removeIf(made::contains);
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
        for (List<List<Object>> chunk : Chunks.ofKeys(wanted)) {
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
