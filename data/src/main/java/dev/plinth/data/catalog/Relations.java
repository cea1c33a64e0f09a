package dev.plinth.data.catalog;

import dev.plinth.data.catalog.CatalogRelation.Junction;
import dev.plinth.data.catalog.CatalogRelation.Pair;
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
    private final Map<String, CatalogTable> byId;
    private final ViewColumns views;
    private final Map<CatalogTable, List<CatalogRelation>> found = new IdentityHashMap<>();

    private Relations(Map<String, CatalogTable> byId, ViewColumns views) {
        this.byId = byId;
        this.views = views;
    }

    static Map<CatalogTable, List<CatalogRelation>> of(
            Map<String, CatalogTable> byId, ViewColumns views, List<CatalogRelation> computed) {
        Relations relations = new Relations(byId, views);
        computed.forEach(relations::add);
        List<CatalogRelation> forward = new ArrayList<>();
        for (CatalogTable table : byId.values()) {
            Table model = table.model();
            if (model != null) {
                for (Relation relation : model.relations()) {
                    forward.addAll(relations.forward(table, model, relation));
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
    private List<CatalogRelation> forward(CatalogTable source, Table model, Relation relation) {
        CatalogTable target = byId.get(relation.target());
        if (target == null) {
            return List.of();
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < relation.columns().size(); i++) {
            CatalogColumn from = source.columnById(relation.columns().get(i));
            CatalogColumn to = target.columnById(relation.targetColumns().get(i));
            if (from == null || to == null) {
                return List.of();
            }
            pairs.add(new Pair(from, to));
        }
        Cardinality cardinality =
                isUnique(model, relation.columns())
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
