package dev.plinth.data.run;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.rule.RowTrigger;
import dev.plinth.data.rule.RowTrigger.CallUrl;
import dev.plinth.data.rule.RowTrigger.InsertRow;
import dev.plinth.data.rule.RowTrigger.Publish;
import dev.plinth.data.rule.RowTrigger.SetColumn;
import dev.plinth.data.run.Changes.Arrival;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;
import dev.plinth.schema.expression.CheckedExpression;
import dev.plinth.schema.expression.Given;
import dev.plinth.schema.model.Trigger.Event;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Does what follows a write, in its transaction. Triggers act with the rights of the project, not
 * of the caller; what they write sets off no further triggers, but subscribers are told of it.
 */
final class TriggerRun {
    private final WriteContext context;
    private final CatalogTable table;
    private final Instant now = Instant.now();
    private final List<Arrival> arrivals = new ArrayList<>();

    TriggerRun(WriteContext context, CatalogTable table) {
        this.context = context;
        this.table = table;
    }

    /**
     * Runs triggers for rows that are there.
     *
     * @param old the rows as they were, by key; empty for new ones
     */
    void after(
            Event event,
            List<RowTrigger> triggers,
            List<List<Object>> keys,
            Map<List<Object>, Map<String, @Nullable Object>> old)
            throws SQLException {
        if (triggers.isEmpty()) {
            return;
        }
        for (List<List<Object>> chunk : Chunks.ofKeys(keys)) {
            Map<List<Object>, Map<String, @Nullable Object>> rows =
                    read(context, Target.of(table, table.address(), chunk));
            for (var entry : rows.entrySet()) {
                Map<String, @Nullable Object> before = old.get(entry.getKey());
                row(event, triggers, entry.getKey(), entry.getValue(), before);
            }
            publish();
        }
    }

    /** Runs triggers for rows that are gone. */
    void afterDelete(List<RowTrigger> triggers, Iterable<Map<String, @Nullable Object>> deleted)
            throws SQLException {
        for (Map<String, @Nullable Object> row : deleted) {
            row(Event.DELETE, triggers, null, row, null);
        }
        publish();
    }

    private void publish() throws SQLException {
        for (List<Arrival> some : Chunks.of(arrivals)) {
            new Changes(context.dialect()).add(context.session().connection(), some);
        }
        arrivals.clear();
    }

    /** Whole rows by their keys. */
    static Map<List<Object>, Map<String, @Nullable Object>> read(
            WriteContext context, Target target) throws SQLException {
        return read(context, target, false);
    }

    /** As {@link #read}, keeping the rows as they are until the transaction ends. */
    static Map<List<Object>, Map<String, @Nullable Object>> readLocked(
            WriteContext context, Target target) throws SQLException {
        return read(context, target, true);
    }

    private static Map<List<Object>, Map<String, @Nullable Object>> read(
            WriteContext context, Target target, boolean locked) throws SQLException {
        CatalogTable table = target.table();
        List<CatalogColumn> address = table.address();
        List<CatalogColumn> columns = List.copyOf(table.columns());
        List<ColumnType> types = new ArrayList<>(WriteSql.keyTypes(context.dialect(), address));
        types.addAll(InsertRun.types(columns));
        Map<List<Object>, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        context.session()
                .each(
                        WriteSql.select(
                                context.dialect(),
                                context.caller(),
                                target,
                                address,
                                columns,
                                locked),
                        types,
                        values -> {
                            Map<String, @Nullable Object> row = new HashMap<>();
                            for (int i = 0; i < columns.size(); i++) {
                                row.put(columns.get(i).name(), values[address.size() + i]);
                            }
                            List<Object> key = new ArrayList<>();
                            for (int i = 0; i < address.size(); i++) {
                                key.add(Objects.requireNonNull(values[i]));
                            }
                            rows.put(key, row);
                        });
        return rows;
    }

    private void row(
            Event event,
            List<RowTrigger> triggers,
            @Nullable List<Object> key,
            Map<String, @Nullable Object> row,
            @Nullable Map<String, @Nullable Object> old)
            throws SQLException {
        Map<String, @Nullable Object> current = new HashMap<>(row);
        for (RowTrigger trigger : triggers) {
            Given given =
                    new Given(
                            current,
                            old == null ? Map.of() : old,
                            context.caller().variables(),
                            now);
            if (!trigger.isFiredBy(event, given)) {
                continue;
            }
            switch (trigger.effect()) {
                case SetColumn(CatalogColumn column, CheckedExpression value) -> {
                    if (key != null) {
                        set(key, column, value.evaluate(given));
                        current.put(column.name(), value.evaluate(given));
                    }
                }
                case InsertRow(CatalogTable target, var values) -> insert(target, values, given);
                case Publish() ->
                        arrivals.add(
                                new Arrival(
                                        table.id(),
                                        event,
                                        StoredRow.write(table.key(), row),
                                        was(event, row, old)));
                case CallUrl(String url) ->
                        new Outbox(context.dialect())
                                .add(
                                        context.session().connection(),
                                        url,
                                        new RowJson(table, context.dialect().types())
                                                .of(event.name(), current, old));
            }
        }
    }

    private @Nullable String was(
            Event event,
            Map<String, @Nullable Object> row,
            @Nullable Map<String, @Nullable Object> old) {
        Map<String, @Nullable Object> before = event == Event.DELETE ? row : old;
        return before == null ? null : StoredRow.write(table.columns(), before);
    }

    private void set(List<Object> key, CatalogColumn column, @Nullable Object value)
            throws SQLException {
        context.session()
                .update(
                        WriteSql.update(
                                context.dialect(),
                                context.caller(),
                                Target.of(table, table.address(), List.of(key)),
                                new WriteRow(Map.of(column, new Stored(value, false)))));
    }

    private void insert(
            CatalogTable target, Map<CatalogColumn, CheckedExpression> values, Given given)
            throws SQLException {
        Map<CatalogColumn, Stored> row = new LinkedHashMap<>();
        values.forEach(
                (column, value) -> row.put(column, new Stored(value.evaluate(given), false)));
        // Telling is no doing: it sets nothing off.
        List<RowTrigger> telling =
                context.rules().of(target).triggersOf(Event.INSERT).stream()
                        .filter(t -> t.effect() instanceof Publish)
                        .toList();
        List<List<Object>> keys = telling.isEmpty() ? null : new ArrayList<>();
        InsertRun.insert(context, target, List.of(new WriteRow(row)), keys);
        if (keys != null) {
            new TriggerRun(context, target).after(Event.INSERT, telling, keys, Map.of());
        }
    }
}
