package dev.plinth.data.access;

import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.catalog.CatalogRelation.Junction;
import dev.plinth.data.catalog.CatalogRelation.Pair;
import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.data.catalog.CatalogTable;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The catalog as one set of roles sees it. Requests are planned on it alone, so what is not open is
 * not there: in lists, filters, order, embeds and descriptions alike.
 */
public final class VisibleCatalog {
    private final Catalog catalog;
    private final Map<CatalogTable, VisibleTable> tables;
    private final Predicate<String> routines;

    /**
     * @param routines whether a function may be called, by its id
     */
    VisibleCatalog(
            Catalog catalog, Map<CatalogTable, VisibleTable> tables, Predicate<String> routines) {
        this.catalog = catalog;
        this.tables = Map.copyOf(tables);
        this.routines = routines;
    }

    static VisibleCatalog everything(Catalog catalog) {
        Map<CatalogTable, VisibleTable> tables = new HashMap<>();
        Map<Action, List<Permit>> all = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            all.put(action, List.of(new Permit(Set.of(), null)));
        }
        for (CatalogTable table : catalog.allTables()) {
            tables.put(table, new VisibleTable(table, all, id -> true));
        }
        return new VisibleCatalog(catalog, tables, id -> true);
    }

    public Catalog catalog() {
        return catalog;
    }

    /** The table, if anything at all may be done with it. */
    public @Nullable VisibleTable table(String schema, String name) {
        CatalogTable table = catalog.table(schema, name);
        return table == null ? null : tables.get(table);
    }

    /** The table, if its rows may be read. */
    public @Nullable VisibleTable readable(CatalogTable table) {
        VisibleTable visible = tables.get(table);
        return visible != null && visible.allows(Action.READ) ? visible : null;
    }

    /** The table, if anything at all may be done with it. */
    public @Nullable VisibleTable known(CatalogTable table) {
        return tables.get(table);
    }

    /** The tables of a schema with which anything may be done. */
    public List<VisibleTable> tables(String schema) {
        return catalog.tables(schema).stream()
                .map(tables::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** The functions of a name that may be called. */
    public List<CatalogRoutine> routines(String schema, String name) {
        return open(catalog.routines().named(schema, name));
    }

    /** The functions of a schema that may be called. */
    public List<CatalogRoutine> routines(String schema) {
        return open(catalog.routines().of(schema));
    }

    private List<CatalogRoutine> open(List<CatalogRoutine> all) {
        return all.stream().filter(r -> routines.test(r.id())).toList();
    }

    /**
     * What of the rows that a function gives may be seen: of those of a table no more than there,
     * else all. Null if that is nothing.
     */
    public @Nullable VisibleTable given(CatalogRoutine routine) {
        CatalogTable rows = routine.rows();
        if (catalog.tableById(rows.id()) == rows) {
            return readable(rows);
        }
        Permit whole = new Permit(Set.of(), null);
        return new VisibleTable(rows, Map.of(Action.READ, List.of(whole)), routines);
    }

    /** The relations of a table that can be followed: all they go by may be read. */
    public List<CatalogRelation> relations(CatalogTable table) {
        return catalog.relations(table).stream().filter(this::isOpen).toList();
    }

    /** The relations of a table by which rows can be written with those of it. */
    public List<CatalogRelation> writableRelations(CatalogTable table) {
        return catalog.relations(table).stream()
                .filter(r -> r.function() == null && !table.isView() && !r.target().isView())
                .filter(this::knows)
                .toList();
    }

    /** Whether the caller knows of all tables and columns that a relation goes by. */
    public boolean knows(CatalogRelation relation) {
        Junction junction = relation.junction();
        return junction == null
                ? knows(relation.source(), relation.target(), relation.pairs())
                : knows(relation.source(), junction.table(), junction.in())
                        && knows(junction.table(), relation.target(), junction.out());
    }

    private boolean knows(CatalogTable source, CatalogTable target, List<Pair> pairs) {
        VisibleTable from = known(source);
        VisibleTable to = known(target);
        return from != null
                && to != null
                && pairs.stream().allMatch(p -> from.knows(p.source()) && to.knows(p.target()));
    }

    private boolean isOpen(CatalogRelation relation) {
        CatalogRoutine function = relation.function();
        if (function != null) {
            VisibleTable source = readable(relation.source());
            if (source == null || !source.seesWholeRows() || !routines.test(function.id())) {
                return false;
            }
        }
        Junction junction = relation.junction();
        if (junction == null) {
            return isOpen(relation.source(), relation.target(), relation.pairs());
        }
        return isOpen(relation.source(), junction.table(), junction.in())
                && isOpen(junction.table(), relation.target(), junction.out());
    }

    private boolean isOpen(CatalogTable source, CatalogTable target, List<Pair> pairs) {
        VisibleTable from = readable(source);
        VisibleTable to = readable(target);
        return from != null
                && to != null
                && pairs.stream()
                        .allMatch(
                                p ->
                                        from.column(p.source().name()) != null
                                                && to.column(p.target().name()) != null);
    }
}
