package dev.plinth.data.run;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.CellProblems;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.rule.RowTrigger;
import dev.plinth.data.rule.TableRules;
import dev.plinth.data.rule.Validations;
import dev.plinth.data.sql.BoundStatement;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Trigger.Event;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Inserts rows. */
final class InsertRun {
    private static final int MOST_BINDS = 2000;
    private static final int MOST_ROWS = 500;
    private final WriteContext context;
    private final VisibleTable visible;
    private final CatalogTable table;

    InsertRun(WriteContext context, VisibleTable visible) {
        this.context = context;
        this.visible = visible;
        this.table = visible.table();
    }

    Written run(List<WriteRow> rows, boolean wantsKeys) throws SQLException {
        visible.ruleFor(Action.CREATE, touched(rows));
        validate(rows);
        return write(rows, wantsKeys);
    }

    /** Inserts rows that break no validation. */
    Written write(List<WriteRow> rows, boolean wantsKeys) throws SQLException {
        RowRule rule = visible.ruleFor(Action.CREATE, touched(rows));
        List<RowTrigger> triggers = context.rules().of(table).triggersOf(Event.INSERT);
        boolean needsKeys = wantsKeys || rule != null || !triggers.isEmpty();
        List<List<Object>> keys = needsKeys ? new ArrayList<>() : null;
        for (List<WriteRow> alike : alike(rows)) {
            insert(context, table, alike, keys);
        }
        if (keys != null) {
            RuleCheck.all(context, table, rule, keys);
            new TriggerRun(context, table).after(Event.INSERT, triggers, keys, Map.of());
        }
        return new Written(rows.size(), rows.size(), keys);
    }

    static Set<CatalogColumn> touched(List<WriteRow> rows) {
        Set<CatalogColumn> touched = new LinkedHashSet<>();
        rows.forEach(r -> touched.addAll(r.values().keySet()));
        return touched;
    }

    void validate(List<WriteRow> rows) {
        TableRules rules = context.rules().of(table);
        if (rules.validations().isEmpty()) {
            return;
        }
        Validations validations =
                Validations.touchedBy(
                        rules, table, touched(rows).stream().map(CatalogColumn::name).toList());
        CellProblems problems = new CellProblems(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            validations.check(i, rows.get(i).byName(), problems);
        }
        problems.refuse();
    }

    /** Runs of rows with the same columns, short enough for one statement. */
    static List<List<WriteRow>> alike(List<WriteRow> rows) {
        List<List<WriteRow>> runs = new ArrayList<>();
        List<WriteRow> run = List.of();
        for (WriteRow row : rows) {
            int width = row.values().size();
            boolean fits =
                    !run.isEmpty()
                            && width > 0
                            && run.size() < Math.min(MOST_ROWS, MOST_BINDS / width)
                            && run.getFirst().values().keySet().equals(row.values().keySet());
            if (!fits) {
                run = new ArrayList<>();
                runs.add(run);
            }
            run.add(row);
        }
        return runs;
    }

    /**
     * Inserts rows with the same columns.
     *
     * @param keys takes the keys of the new rows; null if nobody wants them
     */
    static void insert(
            WriteContext context,
            CatalogTable table,
            List<WriteRow> rows,
            @Nullable List<List<Object>> keys)
            throws SQLException {
        List<CatalogColumn> columns = rows.getFirst().columns();
        if (keys == null) {
            context.session()
                    .update(
                            WriteSql.insert(
                                    context.dialect(), context.caller(), table, columns, rows));
            return;
        }
        List<CatalogColumn> address = table.address();
        if (address.isEmpty()) {
            throw noKey(table);
        }
        Optional<BoundStatement> returning =
                WriteSql.insertReturning(
                        context.dialect(), context.caller(), table, columns, rows, address);
        if (returning.isPresent()) {
            keys.addAll(
                    context.session()
                            .rows(returning.get(), WriteSql.keyTypes(context.dialect(), address)));
        } else {
            for (WriteRow row : rows) {
                keys.add(insertOne(context, table, row));
            }
        }
    }

    /** For databases that give back no more than the number they gave to a row. */
    private static List<Object> insertOne(WriteContext context, CatalogTable table, WriteRow given)
            throws SQLException {
        Map<CatalogColumn, Stored> values = new LinkedHashMap<>(given.values());
        CatalogColumn numbered = null;
        for (CatalogColumn column : table.key()) {
            if (values.containsKey(column) && values.get(column).value() != null) {
                continue;
            }
            if (column.model().identity() != null) {
                numbered = column;
                values.remove(column);
            } else if (column.model().defaultValue() instanceof Default.NewUuid) {
                Object fresh = column.type().parse(UUID.randomUUID().toString());
                values.put(column, new Stored(fresh, false));
            }
        }
        WriteRow row = new WriteRow(values);
        BoundStatement statement =
                WriteSql.insert(
                        context.dialect(), context.caller(), table, row.columns(), List.of(row));
        if (numbered == null) {
            context.session().update(statement);
        } else {
            Object number =
                    context.session().insertNumbered(statement, numbered.name(), numbered.type());
            values.put(numbered, new Stored(number, false));
        }
        List<Object> key = new WriteRow(values).key(table.key());
        if (key == null || key.isEmpty()) {
            throw noKey(table);
        }
        return key;
    }

    static List<dev.plinth.schema.type.ColumnType> types(List<CatalogColumn> columns) {
        return columns.stream().map(CatalogColumn::type).toList();
    }

    static Refusal noKey(CatalogTable table) {
        return new Refusal(
                Reason.NO_KEY,
                "\""
                        + table.name()
                        + "\" has no primary key, so its written rows cannot be found"
                        + " again",
                null,
                "Ask for return=minimal, or give the table a primary key.");
    }
}
