package dev.plinth.data.run;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.CellProblems;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.rule.RowTrigger;
import dev.plinth.data.rule.Validations;
import dev.plinth.data.sql.BoundStatement;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;
import dev.plinth.schema.model.Trigger.Event;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Updates rows. */
final class UpdateRun {
    private final WriteContext context;
    private final VisibleTable visible;
    private final CatalogTable table;

    UpdateRun(WriteContext context, VisibleTable visible) {
        this.context = context;
        this.visible = visible;
        this.table = visible.table();
    }

    Written run(ReadNode asked, WriteRow row, boolean wantsKeys) throws SQLException {
        RowRule rule = visible.ruleFor(Action.UPDATE, row.columns());
        Target target = new Target(table, asked, rule, List.of(), null);
        validate(target, row);
        List<RowTrigger> triggers = context.rules().of(table).triggersOf(Event.UPDATE);
        if (!wantsKeys && rule == null && triggers.isEmpty()) {
            long affected =
                    context.session()
                            .update(
                                    WriteSql.update(
                                            context.dialect(), context.caller(), target, row));
            return new Written(affected, 0, null);
        }
        if (table.address().isEmpty()) {
            throw InsertRun.noKey(table);
        }
        Map<List<Object>, Map<String, @Nullable Object>> old = new HashMap<>();
        List<List<Object>> keys =
                triggers.isEmpty() ? update(target, row) : updateKnown(target, row, old);
        RuleCheck.all(context, table, rule, keys);
        new TriggerRun(context, table).after(Event.UPDATE, triggers, keys, old);
        return new Written(keys.size(), 0, keys);
    }

    /** Tries each row as it will be. */
    private void validate(Target target, WriteRow row) throws SQLException {
        Validations validations =
                Validations.touchedBy(context.rules().of(table), table, row.byName().keySet());
        if (validations.isEmpty()) {
            return;
        }
        List<CatalogColumn> columns = List.copyOf(table.columns());
        CellProblems problems = new CellProblems(1);
        Map<String, @Nullable Object> changed = row.byName();
        context.session()
                .each(
                        WriteSql.select(
                                context.dialect(),
                                context.caller(),
                                target,
                                List.of(),
                                columns,
                                false),
                        InsertRun.types(columns),
                        values -> {
                            Map<String, @Nullable Object> merged = new HashMap<>();
                            for (int i = 0; i < columns.size(); i++) {
                                merged.put(columns.get(i).name(), values[i]);
                            }
                            merged.putAll(changed);
                            validations.check(0, merged, problems);
                        });
        problems.refuse();
    }

    private List<List<Object>> update(Target target, WriteRow row) throws SQLException {
        List<CatalogColumn> address = table.address();
        Optional<BoundStatement> returning =
                WriteSql.updateReturning(context.dialect(), context.caller(), target, row, address);
        if (returning.isPresent()) {
            return context.session()
                    .rows(returning.get(), WriteSql.keyTypes(context.dialect(), address));
        }
        List<List<Object>> keys =
                context.session()
                        .rows(
                                WriteSql.select(
                                        context.dialect(),
                                        context.caller(),
                                        target,
                                        address,
                                        List.of(),
                                        true),
                                WriteSql.keyTypes(context.dialect(), address));
        return updateByKey(keys, row);
    }

    private List<List<Object>> updateKnown(
            Target target, WriteRow row, Map<List<Object>, Map<String, @Nullable Object>> old)
            throws SQLException {
        Map<List<Object>, Map<String, @Nullable Object>> before =
                TriggerRun.readLocked(context, target);
        List<List<Object>> keys = new ArrayList<>(before.keySet());
        List<List<Object>> newKeys = updateByKey(keys, row);
        for (int i = 0; i < keys.size(); i++) {
            Map<String, @Nullable Object> was = before.get(keys.get(i));
            if (was != null) {
                old.put(newKeys.get(i), was);
            }
        }
        return newKeys;
    }

    /** Updates rows by their keys; the update may change these. */
    private List<List<Object>> updateByKey(List<List<Object>> keys, WriteRow row)
            throws SQLException {
        List<CatalogColumn> address = table.address();
        for (List<List<Object>> chunk : Chunks.ofKeys(keys)) {
            context.session()
                    .update(
                            WriteSql.update(
                                    context.dialect(),
                                    context.caller(),
                                    Target.of(table, address, chunk),
                                    row));
        }
        Map<Integer, Object> changed = new LinkedHashMap<>();
        for (int i = 0; i < address.size(); i++) {
            Stored stored = row.values().get(address.get(i));
            if (stored != null && stored.value() != null) {
                changed.put(i, stored.value());
            }
        }
        if (changed.isEmpty()) {
            return keys;
        }
        List<List<Object>> newKeys = new ArrayList<>();
        for (List<Object> key : keys) {
            List<Object> newKey = new ArrayList<>(key);
            changed.forEach(newKey::set);
            newKeys.add(newKey);
        }
        return newKeys;
    }
}
