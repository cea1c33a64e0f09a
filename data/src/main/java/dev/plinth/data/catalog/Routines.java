package dev.plinth.data.catalog;

import dev.plinth.schema.dialect.Routine;
import dev.plinth.schema.dialect.Routine.Kind;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions of a database: those that requests call, and those that compute of rows. */
public final class Routines {
    private final Map<String, Map<String, List<Routine>>> bySchema = new LinkedHashMap<>();
    private final List<CatalogRelation> relations = new ArrayList<>();
    private final Catalog catalog;

    Routines(Catalog catalog, List<Routine> routines) {
        this.catalog = catalog;
        for (Routine routine : routines) {
            bySchema.computeIfAbsent(schema(routine.name()), s -> new LinkedHashMap<>())
                    .computeIfAbsent(routine.name().name(), n -> new ArrayList<>())
                    .add(routine);
            CatalogTable table = routine.rowOf() == null ? null : catalog.table(routine.rowOf());
            if (table != null) {
                computes(routine, table);
            }
        }
    }

    private String schema(TableName name) {
        return name.schema().isEmpty() ? catalog.defaultSchema() : name.schema();
    }

    /** A function of one row computes a column, or related rows, of that row's table. */
    private void computes(Routine routine, CatalogTable table) {
        String function = quoted(routine);
        String name = routine.name().name();
        if (routine.result().kind() == Kind.VALUE && !routine.result().isSet()) {
            table.addComputed(Column.of(routine.id(), name, routine.result().type()), function);
        }
        TableName target = routine.result().table();
        CatalogTable related = target == null ? null : catalog.table(target);
        if (related != null && routine.result().isSet()) {
            relations.add(
                    new CatalogRelation(
                            name,
                            table,
                            related,
                            routine.result().isOneAtMost()
                                    ? Cardinality.MANY_TO_ONE
                                    : Cardinality.ONE_TO_MANY,
                            false,
                            List.of(),
                            null,
                            function));
        }
    }

    /** The relations that functions compute. */
    List<CatalogRelation> relations() {
        return relations;
    }

    /** The name of a function as SQL. */
    public String quoted(Routine routine) {
        return catalog.dialect().names().quote(routine.name());
    }

    /** All functions of a name, which differ in what they take. */
    public List<Routine> named(String schema, String name) {
        return bySchema.getOrDefault(schema, Map.of()).getOrDefault(name, List.of());
    }

    /** All functions of a schema. */
    public List<Routine> of(String schema) {
        return bySchema.getOrDefault(schema, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
