package dev.plinth.data.description;

import static dev.plinth.data.description.JsonTree.object;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.schema.dialect.Routine;
import dev.plinth.schema.type.JsonType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a function is called: by POST, and by GET too if it only reads. */
final class RoutineOperations {
    private final Notation notation;
    private final VisibleCatalog catalog;

    RoutineOperations(Notation notation, VisibleCatalog catalog) {
        this.notation = notation;
        this.catalog = catalog;
    }

    /**
     * @param key by which its operations are named
     */
    Map<String, Object> of(CatalogRoutine routine, String key) {
        Map<String, Object> post = operation("call", routine, key);
        notation.addArguments(post, arguments(routine));
        post.put("responses", notation.callAnswers());
        if (!routine.model().changesNothing()) {
            return object("post", post);
        }
        Map<String, Object> get = operation("get", routine, key);
        List<Object> parameters = new ArrayList<>();
        for (Routine.Parameter parameter : routine.model().parameters()) {
            if (!parameter.name().isEmpty()) {
                parameters.add(
                        notation.parameter(
                                parameter.name(),
                                "query",
                                isRowOfHidden(parameter) ? "json" : parameter.sql(),
                                List.of()));
            }
        }
        get.put("parameters", parameters);
        get.put("responses", notation.callAnswers());
        return object("get", get, "post", post);
    }

    /** The name of such a type is the table's. */
    private boolean isRowOfHidden(Routine.Parameter parameter) {
        String name = parameter.sql().replaceFirst("(\\[])+$", "");
        return catalog.catalog().allTables().stream()
                .filter(t -> catalog.known(t) == null)
                .anyMatch(t -> List.of(t.name(), t.title(), t.quoted()).contains(name));
    }

    private static Map<String, Object> operation(String verb, CatalogRoutine routine, String key) {
        Map<String, Object> operation =
                object(
                        "tags",
                        List.of("(rpc) " + routine.name()),
                        "operationId",
                        verb + ".rpc." + key);
        if (!routine.model().comment().isEmpty()) {
            operation.put("summary", routine.model().comment());
        }
        operation.put("parameters", new ArrayList<>());
        return operation;
    }

    private Map<String, Object> arguments(CatalogRoutine routine) {
        Map<String, Object> properties = object();
        List<String> required = new ArrayList<>();
        for (Routine.Parameter parameter : routine.model().parameters()) {
            if (!parameter.name().isEmpty()) {
                Map<String, Object> type =
                        notation.type(
                                isRowOfHidden(parameter) ? new JsonType() : parameter.type(),
                                true,
                                catalog.catalog().model());
                properties.put(parameter.name(), type);
                if (parameter.required()) {
                    required.add(parameter.name());
                }
            }
        }
        Map<String, Object> arguments = object("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            arguments.put("required", required);
        }
        return arguments;
    }
}
