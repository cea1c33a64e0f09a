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
    private final Map<String, Map<String, List<CatalogRoutine>>> bySchema = new LinkedHashMap<>();
    private final List<CatalogRelation> relations = new ArrayList<>();
    private final Catalog catalog;

    Routines(Catalog catalog, List<Routine> routines) {
        this.catalog = catalog;
        for (Routine routine : routines) {
            CatalogRoutine known = routine(routine);
            bySchema.computeIfAbsent(known.schema(), s -> new LinkedHashMap<>())
                    .computeIfAbsent(known.name(), n -> new ArrayList<>())
                    .add(known);
            CatalogTable table = routine.rowOf() == null ? null : catalog.table(routine.rowOf());
            if (table != null) {
                computes(known, table);
            }
        }
    }

    private CatalogRoutine routine(Routine routine) {
        TableName name = routine.name();
        TableName target = routine.result().table();
        CatalogTable table = target == null ? null : catalog.table(target);
        return new CatalogRoutine(
                routine,
                name.schema().isEmpty() ? catalog.defaultSchema() : name.schema(),
                catalog.dialect().names().quote(name),
                table == null ? ownRows(routine) : table);
    }

    /** Columns that belong to no table: those of a row type, or one for the value. */
    private CatalogTable ownRows(Routine routine) {
        String name = routine.name().name();
        List<Column> columns =
                routine.result().columns().isEmpty()
                        ? List.of(Column.of(name, name, routine.result().type()))
                        : routine.result().columns();
        return catalog.withoutRows(routine.id(), routine.name(), columns);
    }

    /** A function of one row computes a column, or related rows, of that row's table. */
    private void computes(CatalogRoutine routine, CatalogTable table) {
        Routine model = routine.model();
        if (model.result().kind() == Kind.VALUE && !routine.isOfMany()) {
            Column column = Column.of(model.id(), routine.name(), model.result().type());
            table.addComputed(column, routine.quoted(), catalog.representation(column.type()));
        }
        if (routine.isOfMany() && model.result().table() != null && !routine.isOfValues()) {
            relations.add(
                    new CatalogRelation(
                            routine.name(),
                            table,
                            routine.rows(),
                            model.result().isOneAtMost()
                                    ? Cardinality.MANY_TO_ONE
                                    : Cardinality.ONE_TO_MANY,
                            false,
                            List.of(),
                            null,
                            routine));
        }
    }

    /** The relations that functions compute. */
    List<CatalogRelation> relations() {
        return relations;
    }

    /** All functions of a name, which differ in what they take. */
    public List<CatalogRoutine> named(String schema, String name) {
        return bySchema.getOrDefault(schema, Map.of()).getOrDefault(name, List.of());
    }

    /** All functions of a schema. */
    public List<CatalogRoutine> of(String schema) {
        return bySchema.getOrDefault(schema, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
