package dev.plinth.data.run;

import dev.plinth.data.access.VisibleTable.NotOpen;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.Nest;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;
import dev.plinth.schema.dialect.Errors.Kind;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the nested rows of one level. A row that brings its whole key is changed if it is there,
 * or left alone if it brings nothing else; all others are inserted.
 */
final class LevelRun {
    private final WriteContext context;
    private final Nest nest;
    private final NestCheck check;
    private final Consumer<Attempt> attempts;
    private final CatalogTable table;
    private final List<CatalogColumn> key;

    LevelRun(WriteContext context, Nest nest, NestCheck check, Consumer<Attempt> attempts) {
        this.context = context;
        this.nest = nest;
        this.check = check;
        this.attempts = attempts;
        this.table = nest.table().table();
        this.key = table.key();
    }

    /**
     * @param rows in the order of the nest
     * @return the keys of the rows, in their order, if they are wanted
     */
    List<List<Object>> run(List<WriteRow> rows, boolean wantsKeys) throws SQLException {
        List<@Nullable List<Object>> keys = new ArrayList<>();
        for (WriteRow row : rows) {
            keys.add(key.isEmpty() ? null : row.key(key));
        }
        Set<List<Object>> known = known(keys);
        Map<List<Object>, WriteRow> first = new HashMap<>();
        List<Integer> made = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Object> rowKey = keys.get(i);
            if (rowKey == null) {
                made.add(i);
                continue;
            }
            WriteRow before = first.putIfAbsent(Keys.normal(rowKey), rows.get(i));
            if (before == null && !known.contains(Keys.normal(rowKey))) {
                made.add(i);
            } else if (!rows.get(i).equals(before) && !key.containsAll(rows.get(i).columns())) {
                changed.add(i);
            }
        }
        insert(rows, made, keys, wantsKeys);
        change(rows, changed);
        List<List<Object>> all = new ArrayList<>();
        if (wantsKeys) {
            keys.forEach(k -> all.add(Objects.requireNonNull(k)));
        }
        return all;
    }

    /** Which of the keys are those of rows that are there. */
    private Set<List<Object>> known(List<@Nullable List<Object>> keys) throws SQLException {
        Map<List<Object>, List<Object>> asked = new LinkedHashMap<>();
        for (List<Object> one : keys) {
            if (one != null) {
                asked.putIfAbsent(Keys.normal(one), one);
            }
        }
        Set<List<Object>> known = new HashSet<>();
        for (List<List<Object>> chunk : Chunks.ofKeys(List.copyOf(asked.values()))) {
            context.session()
                    .rows(
                            WriteSql.select(
                                    context.dialect(),
                                    context.caller(),
                                    Target.of(table, key, chunk),
                                    key,
                                    List.of(),
                                    false),
                            WriteSql.keyTypes(context.dialect(), key))
                    .forEach(k -> known.add(Keys.normal(k)));
        }
        return known;
    }

    private void insert(
            List<WriteRow> rows,
            List<Integer> which,
            List<@Nullable List<Object>> keys,
            boolean wantsKeys)
            throws SQLException {
        if (which.isEmpty()) {
            return;
        }
        check.inserted(nest, rows, which);
        // Rows that are alike go together, whatever was between them.
        Map<Set<CatalogColumn>, List<Integer>> alike = new LinkedHashMap<>();
        for (int i : which) {
            alike.computeIfAbsent(rows.get(i).values().keySet(), c -> new ArrayList<>()).add(i);
        }
        List<Integer> order = alike.values().stream().flatMap(List::stream).toList();
        List<WriteRow> inserted = order.stream().map(rows::get).toList();
        attempts.accept(new Attempt(table, false, inserted, place(which)));
        boolean mayBeOvertaken = which.stream().anyMatch(i -> keys.get(i) != null);
        boolean isKeyed = which.stream().allMatch(i -> keys.get(i) != null);
        try {
            Written written =
                    new InsertRun(context, nest.table()).write(inserted, wantsKeys && !isKeyed);
            List<List<Object>> made = written.keys();
            for (int i = 0; made != null && i < order.size(); i++) {
                keys.set(order.get(i), made.get(i));
            }
        } catch (NotOpen e) {
            throw notOpen(which);
        } catch (Refusal refusal) {
            throw refusal.at(place(which));
        } catch (SQLException e) {
            boolean overtaken =
                    mayBeOvertaken && context.dialect().errors().fault(e).kind() == Kind.UNIQUE;
            throw overtaken ? new OvertakenException(e) : e;
        }
    }

    private void change(List<WriteRow> rows, List<Integer> which) throws SQLException {
        List<Integer> left = which;
        while (!left.isEmpty()) {
            // A row that is there several times gets its values in their order.
            List<Integer> round = new ArrayList<>();
            List<Integer> later = new ArrayList<>();
            Set<List<Object>> taken = new HashSet<>();
            for (int i : left) {
                boolean isFree =
                        taken.add(Keys.normal(Objects.requireNonNull(rows.get(i).key(key))));
                (isFree ? round : later).add(i);
            }
            changeOnce(rows, round);
            left = later;
        }
    }

    private void changeOnce(List<WriteRow> rows, List<Integer> which) throws SQLException {
        List<WriteRow> changed = which.stream().map(rows::get).toList();
        attempts.accept(new Attempt(table, false, changed, place(which)));
        try {
            new ChangeRun(context, nest.table())
                    .run(changed, old -> check.changed(nest, which, changed, old));
        } catch (NotOpen e) {
            throw notOpen(which);
        }
    }

    private Refusal notOpen(List<Integer> which) {
        return new Refusal(Reason.NOT_ALLOWED, "permission denied for table " + table.name())
                .at(place(which));
    }

    /** Where rows are in the body: exactly, if there is one. */
    private String place(List<Integer> which) {
        return which.size() == 1 ? nest.rows().get(which.getFirst()).place() : nest.path();
    }
}
