package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.data.request.Arguments;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.Routine.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/** What is said when a call means no function, or more than one. */
final class CallRefusals {
    private CallRefusals() {}

    static Refusal unknown(VisibleCatalog catalog, String schema, String name, Arguments given) {
        String function = schema.isEmpty() ? name : schema + "." + name;
        List<String> keys = given.named().keySet().stream().sorted().toList();
        String names = String.join(", ", keys);
        String brackets = keys.isEmpty() ? " without parameters" : "(" + names + ")";
        String parameters =
                keys.isEmpty()
                        ? " without parameters"
                        : " with parameter" + (keys.size() > 1 ? "s " : " ") + names;
        boolean document = CallPlanner.isDocument(given.mediaType());
        String searched =
                switch (given.mediaType()) {
                    case "application/octet-stream" -> " with a single unnamed bytea parameter";
                    case "text/plain" -> " with a single unnamed text parameter";
                    case "text/xml" -> " with a single unnamed xml parameter";
                    case "application/json" ->
                            parameters + " or with a single unnamed json/jsonb parameter";
                    default -> parameters;
                };
        return new Refusal(
                Reason.UNKNOWN_ROUTINE,
                "Could not find the function "
                        + function
                        + (document ? "" : brackets)
                        + " in the schema cache",
                "Searched for the function "
                        + function
                        + searched
                        + ", but no matches were found in the schema cache.",
                document ? null : hint(catalog, schema, name, keys));
    }

    private static @Nullable String hint(
            VisibleCatalog catalog, String schema, String name, List<String> keys) {
        String prefix = schema.isEmpty() ? "" : schema + ".";
        List<CatalogRoutine> alike =
                catalog.routines(schema, name).stream().filter(CallPlanner::isCallable).toList();
        String near =
                alike.isEmpty()
                        ? Nearest.of(
                                name,
                                catalog.routines(schema).stream()
                                        .filter(CallPlanner::isCallable)
                                        .map(CatalogRoutine::name)
                                        .toList(),
                                Nearest.FAR)
                        : Nearest.of(
                                inBrackets(keys),
                                alike.stream().map(CallRefusals::names).toList(),
                                Nearest.FAR);
        return near == null
                ? null
                : "Perhaps you meant to call the function "
                        + prefix
                        + (alike.isEmpty() ? near : name + near);
    }

    private static String names(CatalogRoutine routine) {
        return inBrackets(
                routine.model().parameters().stream().map(Parameter::name).sorted().toList());
    }

    private static String inBrackets(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }

    static Refusal several(List<CatalogRoutine> found) {
        return new Refusal(
                Reason.AMBIGUOUS_ROUTINE,
                "Could not choose the best candidate function between: "
                        + found.stream()
                                .map(CallRefusals::signature)
                                .collect(Collectors.joining(", ")),
                null,
                "Try renaming the parameters or the function itself in the database so function"
                        + " overloading can be resolved");
    }

    private static String signature(CatalogRoutine routine) {
        return routine.model().parameters().stream()
                .map(p -> p.name() + " => " + p.sql())
                .collect(Collectors.joining(", ", routine.title() + "(", ")"));
    }
}
