package dev.plinth.data.run;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.sql.BoundStatement;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;
import dev.plinth.schema.model.Trigger.Event;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Updates rows that bring their keys, each with values of its own. */
final class ChangeRun {
    private final WriteContext context;
    private final VisibleTable visible;
    private final CatalogTable table;

    ChangeRun(WriteContext context, VisibleTable visible) {
        this.context = context;
        this.visible = visible;
        this.table = visible.table();
    }

    /** Tries rows as they are before they get new values. */
    @FunctionalInterface
    interface Check {
        void run(List<Map<String, @Nullable Object>> old);
    }

    /**
     * @param rows of different keys
     * @param check given the rows as they are, in the order of those
     */
    void run(List<WriteRow> rows, Check check) throws SQLException {
        List<CatalogColumn> key = table.key();
        Set<CatalogColumn> touched = new LinkedHashSet<>(InsertRun.touched(rows));
        key.forEach(touched::remove);
        RowRule rule = visible.ruleFor(Action.UPDATE, touched);
        List<List<Object>> keys = new ArrayList<>();
        for (WriteRow row : rows) {
            keys.add(Objects.requireNonNull(row.key(key)));
        }
        Map<List<Object>, Map<String, @Nullable Object>> old = old(keys);
        Map<List<Object>, Map<String, @Nullable Object>> byKey = new HashMap<>();
        old.forEach((k, row) -> byKey.put(Keys.normal(k), row));
        check.run(
                keys.stream().map(k -> Objects.requireNonNull(byKey.get(Keys.normal(k)))).toList());
        RuleCheck.all(context, table, rule, keys);
        Map<Set<CatalogColumn>, List<WriteRow>> alike = new LinkedHashMap<>();
        for (WriteRow row : rows) {
            alike.computeIfAbsent(row.values().keySet(), c -> new ArrayList<>()).add(row);
        }
        for (List<WriteRow> same : alike.values()) {
            for (List<WriteRow> chunk : Chunks.of(same)) {
                context.session().updateAll(chunk.stream().map(this::statement).toList());
            }
        }
        RuleCheck.all(context, table, rule, keys);
        var triggers = context.rules().of(table).triggersOf(Event.UPDATE);
        new TriggerRun(context, table).after(Event.UPDATE, triggers, keys, old);
    }

    /** The rows as they are, which nobody else changes from here on. */
    private Map<List<Object>, Map<String, @Nullable Object>> old(List<List<Object>> keys)
            throws SQLException {
        Map<List<Object>, Map<String, @Nullable Object>> old = new HashMap<>();
        for (List<List<Object>> chunk : Chunks.ofKeys(keys)) {
            old.putAll(TriggerRun.readLocked(context, Target.of(table, table.key(), chunk)));
        }
        if (old.size() < keys.size()) {
            throw new Refusal(
                    Reason.CONFLICT,
                    "Another request changed the same rows at the same time",
                    null,
                    "Try again.");
        }
        return old;
    }

    private BoundStatement statement(WriteRow row) {
        Map<CatalogColumn, Stored> values = new LinkedHashMap<>(row.values());
        table.key().forEach(values::remove);
        List<Object> key = Objects.requireNonNull(row.key(table.key()));
        return WriteSql.update(
                context.dialect(),
                context.caller(),
                Target.of(table, table.key(), List.of(key)),
                new WriteRow(values));
    }
}
