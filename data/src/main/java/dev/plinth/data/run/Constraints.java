package dev.plinth.data.run;

import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the constraints that a database names when it refuses something. */
final class Constraints {
    private final Catalog catalog;

    Constraints(Catalog catalog) {
        this.catalog = catalog;
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
