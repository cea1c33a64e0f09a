package dev.plinth.data.catalog;

import dev.plinth.data.catalog.CatalogRelation.Junction;
import dev.plinth.data.catalog.CatalogRelation.Pair;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the relations of all tables, from both sides and through junction tables. */
final class Relations {
    private final Catalog catalog;
    private final ViewColumns views;
    private final Map<CatalogTable, List<CatalogRelation>> found = new IdentityHashMap<>();

    private Relations(Catalog catalog, ViewColumns views) {
        this.catalog = catalog;
        this.views = views;
    }

    /**
     * @param models the catalog's own; others tell relations from and to tables that are hidden
     */
    static Map<CatalogTable, List<CatalogRelation>> of(
            Catalog catalog,
            List<Model> models,
            ViewColumns views,
            List<CatalogRelation> computed) {
        Relations relations = new Relations(catalog, views);
        computed.forEach(relations::add);
        List<CatalogRelation> forward = new ArrayList<>();
        for (Model model : models) {
            for (Table table : model.tables()) {
                for (Relation relation : table.relations()) {
                    forward.addAll(relations.forward(model, table, relation));
                }
            }
        }
        for (CatalogRelation relation : forward) {
            relations.add(relation);
        }
        for (CatalogRelation relation : forward) {
            relations.add(inverse(relation));
        }
        relations.throughJunctions(forward);
        return relations.found;
    }

    private void add(CatalogRelation relation) {
        found.computeIfAbsent(relation.source(), t -> new ArrayList<>()).add(relation);
    }

    /** The relation between the tables, and between the views that show all of its columns. */
    private List<CatalogRelation> forward(Model model, Table table, Relation relation) {
        Table targetTable = model.table(relation.target()).orElse(null);
        CatalogTable source = catalog.known(table.name());
        CatalogTable target = targetTable == null ? null : catalog.known(targetTable.name());
        if (source == null || target == null || targetTable == null) {
            return List.of();
        }
        if (model != catalog.model() && !catalog.isHidden(source) && !catalog.isHidden(target)) {
            return List.of();
        }
        List<String> names = table.columnNames(relation.columns());
        List<String> targetNames = targetTable.columnNames(relation.targetColumns());
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            CatalogColumn from = source.column(names.get(i));
            CatalogColumn to = target.column(targetNames.get(i));
            if (from == null || to == null) {
                return List.of();
            }
            pairs.add(new Pair(from, to));
        }
        Cardinality cardinality =
                isUnique(table, relation.columns())
                        ? Cardinality.ONE_TO_ONE
                        : Cardinality.MANY_TO_ONE;
        List<CatalogRelation> all = new ArrayList<>();
        var sources = views.images(source, pairs.stream().map(Pair::source).toList());
        var targets = views.images(target, pairs.stream().map(Pair::target).toList());
        for (var from : sources) {
            for (var to : targets) {
                List<Pair> image = new ArrayList<>();
                for (int i = 0; i < pairs.size(); i++) {
                    image.add(new Pair(from.columns().get(i), to.columns().get(i)));
                }
                all.add(
                        new CatalogRelation(
                                relation.name(),
                                from.table(),
                                to.table(),
                                cardinality,
                                true,
                                image,
                                null,
                                null));
            }
        }
        return all;
    }

    private static boolean isUnique(Table model, List<String> columns) {
        Set<String> wanted = new HashSet<>(columns);
        return wanted.equals(new HashSet<>(model.keyColumns()))
                || model.uniques().stream()
                        .anyMatch(u -> wanted.equals(new HashSet<>(u.columns())));
    }

    private static CatalogRelation inverse(CatalogRelation relation) {
        return new CatalogRelation(
                relation.name(),
                relation.target(),
                relation.source(),
                relation.cardinality() == Cardinality.ONE_TO_ONE
                        ? Cardinality.ONE_TO_ONE
                        : Cardinality.ONE_TO_MANY,
                false,
                relation.pairs().stream().map(p -> new Pair(p.target(), p.source())).toList(),
                null,
                null);
    }

    /** A table joins two others when its key covers the columns of both of its foreign keys. */
    private void throughJunctions(List<CatalogRelation> forward) {
        Map<CatalogTable, List<CatalogRelation>> bySource = new IdentityHashMap<>();
        for (CatalogRelation relation : forward) {
            bySource.computeIfAbsent(relation.source(), t -> new ArrayList<>()).add(relation);
        }
        List<CatalogTable> junctions = new ArrayList<>(bySource.keySet());
        junctions.sort(
                Comparator.comparing(CatalogTable::schema).thenComparing(CatalogTable::name));
        for (CatalogTable table : junctions) {
            Set<CatalogColumn> key = new HashSet<>(table.key());
            List<CatalogRelation> relations = bySource.get(table);
            if (relations == null) {
                continue;
            }
            for (CatalogRelation in : relations) {
                for (CatalogRelation out : relations) {
                    if (in != out
                            && !in.pairs().equals(out.pairs())
                            && !(in.name().equals(out.name()))
                            && key.containsAll(in.sourceColumns())
                            && key.containsAll(out.sourceColumns())) {
                        add(manyToMany(table, in, out));
                    }
                }
            }
        }
    }

    private static CatalogRelation manyToMany(
            CatalogTable table, CatalogRelation in, CatalogRelation out) {
        List<Pair> inward = in.pairs().stream().map(p -> new Pair(p.target(), p.source())).toList();
        return new CatalogRelation(
                in.name() + "_" + out.name(),
                in.target(),
                out.target(),
                Cardinality.MANY_TO_MANY,
                false,
                List.of(),
                new Junction(table, in.name(), inward, out.name(), out.pairs()),
                null);
    }
}
