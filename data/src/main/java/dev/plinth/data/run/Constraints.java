package dev.plinth.data.run;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the constraints that a database names when it refuses something. */
final class Constraints {
    private final VisibleCatalog visible;
    private final Catalog catalog;

    Constraints(VisibleCatalog visible) {
        this.visible = visible;
        this.catalog = visible.catalog();
    }

    /** A relation and the table that holds it. */
    record Held(CatalogTable table, Relation relation) {}

    /** The columns of a key or unique constraint; null when it is not known. */
    @Nullable List<CatalogColumn> unique(CatalogTable table, @Nullable String name) {
        Table model = table.model();
        if (model == null || name == null) {
            return null;
        }
        for (UniqueKey unique : model.uniques()) {
            if (isNamed(unique.name(), name)) {
                return columns(table, unique.columns());
            }
        }
        for (var index : model.indexes()) {
            if (index.unique() && isNamed(index.name(), name)) {
                List<String> ids = index.parts().stream().map(p -> p.column()).toList();
                return ids.contains("") ? null : columns(table, ids);
            }
        }
        PrimaryKey key = model.primaryKey();
        boolean isKey =
                key != null
                        && (isNamed(key.name(), name)
                                || key.name().isEmpty()
                                || name.equals("PRIMARY")
                                || name.startsWith("PRIMARY_KEY"));
        return isKey ? table.key() : null;
    }

    /** The relation of that name which concerns a table. */
    @Nullable Held relation(CatalogTable table, @Nullable String name) {
        if (name == null) {
            return null;
        }
        Held elsewhere = null;
        for (CatalogTable holder : catalog.allTables()) {
            Table model = holder.model();
            if (model == null) {
                continue;
            }
            for (Relation relation : model.relations()) {
                if (isNamed(relation.name(), name)) {
                    if (holder == table) {
                        return new Held(holder, relation);
                    }
                    elsewhere = new Held(holder, relation);
                }
            }
        }
        return elsewhere;
    }

    @Nullable Check check(CatalogTable table, @Nullable String name) {
        Table model = table.model();
        if (model == null || name == null) {
            return null;
        }
        for (Check check : model.checks()) {
            if (isNamed(check.name(), name)) {
                return check;
            }
        }
        return null;
    }

    /**
     * The name of the constraint that was broken, if the caller knows of all that it is about.
     *
     * @param table the one written, whose constraints are meant first
     */
    @Nullable String told(Fault fault, @Nullable CatalogTable table) {
        String name = fault.constraint();
        if (name == null || hidesNothing()) {
            return name;
        }
        List<Boolean> known = table == null ? List.of() : known(fault.kind(), table, name);
        if (known.isEmpty()) {
            known =
                    catalog.allTables().stream()
                            .flatMap(t -> known(fault.kind(), t, name).stream())
                            .toList();
        }
        return !known.isEmpty() && !known.contains(false) ? name : null;
    }

    /** Whether all that any constraint can be about is known to the caller. */
    boolean hidesNothing() {
        return catalog.allTables().stream().allMatch(t -> knows(t, t.columns()));
    }

    /** Whether the caller knows of both tables and the columns by which they are related. */
    boolean knows(Held held) {
        CatalogTable target = target(held.relation());
        return target != null
                && knows(held.table(), columns(held.table(), held.relation().columns()))
                && knows(target, columns(target, held.relation().targetColumns()));
    }

    /** Of each constraint of that name, whether the caller knows of what it is about. */
    private List<Boolean> known(Kind kind, CatalogTable table, String name) {
        return switch (kind) {
            case UNIQUE -> {
                List<CatalogColumn> columns = unique(table, name);
                yield columns == null ? List.of() : List.of(knows(table, columns));
            }
            case CHECK -> {
                Check check = check(table, name);
                yield check == null ? List.of() : List.of(isOfKnown(table, check));
            }
            default -> {
                Table model = table.model();
                yield model == null
                        ? List.of()
                        : model.relations().stream()
                                .filter(r -> isNamed(r.name(), name))
                                .map(r -> knows(new Held(table, r)))
                                .toList();
            }
        };
    }

    /** A check in SQL is a text: what is hidden has no name in it. */
    private boolean isOfKnown(CatalogTable table, Check check) {
        String text = (check.name() + " " + check.expression().text()).toLowerCase(Locale.ROOT);
        VisibleTable seen = visible.known(table);
        return seen != null
                && table.columns().stream()
                        .filter(c -> !seen.knows(c))
                        .noneMatch(c -> text.contains(c.name().toLowerCase(Locale.ROOT)));
    }

    private boolean knows(CatalogTable table, Collection<CatalogColumn> columns) {
        VisibleTable seen = visible.known(table);
        return seen != null && columns.stream().allMatch(seen::knows);
    }

    @Nullable CatalogTable target(Relation relation) {
        return catalog.tableById(relation.target());
    }

    static List<CatalogColumn> columns(CatalogTable table, List<String> ids) {
        List<CatalogColumn> columns = new ArrayList<>();
        for (String id : ids) {
            CatalogColumn column = table.columnById(id);
            if (column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static boolean isNamed(String known, String told) {
        return !known.isEmpty()
                && known.toLowerCase(Locale.ROOT).equals(told.toLowerCase(Locale.ROOT));
    }
}
