package dev.plinth.data.access;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A table as a caller sees it. Where several grants apply, a row is open if one opens it, and a
 * column is shown in the rows of those grants that show it.
 */
public final class VisibleTable {
    private final CatalogTable table;
    private final Map<Action, List<Permit>> permits;
    private final Map<String, VisibleColumn> columns = new LinkedHashMap<>();
    private final Map<String, VisibleColumn> computed;
    private final @Nullable RowRule readRule;

    /**
     * @param routines whether a function may be called, by its id
     */
    VisibleTable(
            CatalogTable table, Map<Action, List<Permit>> permits, Predicate<String> routines) {
        this.table = table;
        this.permits = permits;
        List<Permit> reading = permits.getOrDefault(Action.READ, List.of());
        this.readRule = rule(reading);
        this.computed = computed(table, reading, routines);
        for (CatalogColumn column : table.columns()) {
            List<Permit> showing = reading.stream().filter(p -> p.covers(column)).toList();
            if (!showing.isEmpty()) {
                boolean always = showing.size() == reading.size();
                columns.put(
                        column.name(), new VisibleColumn(column, always ? null : rule(showing)));
            }
        }
    }

    private static @Nullable RowRule rule(List<Permit> permits) {
        List<RowCondition> anyOf = new ArrayList<>();
        for (Permit permit : permits) {
            if (permit.condition() == null) {
                return null;
            }
            if (!anyOf.contains(permit.condition())) {
                anyOf.add(permit.condition());
            }
        }
        return new RowRule(anyOf);
    }

    private static Map<String, VisibleColumn> computed(
            CatalogTable table, List<Permit> reading, Predicate<String> routines) {
        Map<String, VisibleColumn> computed = new LinkedHashMap<>();
        if (seesWholeRows(reading)) {
            for (CatalogColumn column : table.computed()) {
                if (routines.test(column.id())) {
                    computed.put(column.name(), new VisibleColumn(column, null));
                }
            }
        }
        return computed;
    }

    private static boolean seesWholeRows(List<Permit> reading) {
        return !reading.isEmpty() && reading.stream().allMatch(p -> p.closed().isEmpty());
    }

    /** Whether no column is hidden: functions of the database see the whole row. */
    public boolean seesWholeRows() {
        return seesWholeRows(permits.getOrDefault(Action.READ, List.of()));
    }

    public CatalogTable table() {
        return table;
    }

    public boolean allows(Action action) {
        return permits.containsKey(action);
    }

    /** Whether requests can do it with rows that are there, which are named by what is read. */
    public boolean allowsOnFound(Action action) {
        return allows(action) && allows(Action.READ);
    }

    /** The columns that may be read, in the table's order. */
    public Collection<VisibleColumn> columns() {
        return columns.values();
    }

    public @Nullable VisibleColumn column(String name) {
        VisibleColumn column = columns.get(name);
        return column == null ? computed.get(name) : column;
    }

    /** The rows that may be read; null for all. */
    public @Nullable RowRule readRule() {
        return readRule;
    }

    /**
     * The rows for which an action on the columns is open.
     *
     * @param touched the columns that are given values
     * @throws NotOpen when it is open for no row
     */
    public @Nullable RowRule ruleFor(Action action, Collection<CatalogColumn> touched) {
        List<Permit> covering =
                permits.getOrDefault(action, List.of()).stream()
                        .filter(p -> p.covers(touched))
                        .toList();
        if (covering.isEmpty()) {
            throw new NotOpen();
        }
        return rule(covering);
    }

    /** Whether the action may give the column a value, in some rows at least. */
    public boolean isOpen(Action action, CatalogColumn column) {
        return permits.getOrDefault(action, List.of()).stream().anyMatch(p -> p.covers(column));
    }

    /** Whether the caller knows of the column: may read it or give it a value, in some rows. */
    public boolean knows(CatalogColumn column) {
        return columns.containsKey(column.name())
                || isOpen(Action.CREATE, column)
                || isOpen(Action.UPDATE, column);
    }

    /** An action that no grant allows. */
    public static final class NotOpen extends RuntimeException {
        NotOpen() {
            super("no grant", null, false, false);
        }
    }
}
