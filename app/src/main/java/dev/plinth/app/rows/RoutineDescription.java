package dev.plinth.app.rows;

import dev.plinth.data.catalog.CatalogRoutine;

import java.util.List;

/**
 * A function of the database, for whoever decides who may call it.
 *
 * @param reads whether it is known to change nothing
 */
record RoutineDescription(
        String id,
        String schema,
        String name,
        String comment,
        List<Parameter> parameters,
        String result,
        boolean reads) {
    record Parameter(String name, String type, boolean required) {}

    static RoutineDescription of(CatalogRoutine routine) {
        return new RoutineDescription(
                routine.id(),
                routine.schema(),
                routine.name(),
                routine.model().comment(),
                routine.model().parameters().stream()
                        .map(p -> new Parameter(p.name(), p.sql(), p.required()))
                        .toList(),
                routine.model().result().sql(),
                routine.model().changesNothing());
    }
}
