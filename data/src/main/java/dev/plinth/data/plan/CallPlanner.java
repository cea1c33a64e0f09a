package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.data.plan.Call.Argument;
import dev.plinth.data.request.Arguments;
import dev.plinth.data.request.Cell;
import dev.plinth.data.request.JsonText;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.Routine.Parameter;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the function that a call means, by its name and by what it is given. */
public final class CallPlanner {
    private static final Set<String> WHOLE = Set.of("json", "jsonb", "text", "xml", "bytea");
    private final VisibleCatalog catalog;
    private final String schema;
    private final String name;
    private final Arguments given;

    private CallPlanner(VisibleCatalog catalog, String schema, String name, Arguments given) {
        this.catalog = catalog;
        this.schema = schema;
        this.name = name;
        this.given = given;
    }

    /**
     * Plans a call.
     *
     * @throws Refusal when no function takes just that, or more than one does
     */
    public static Call plan(VisibleCatalog catalog, String schema, String name, Arguments given) {
        return new CallPlanner(catalog, schema, name, given).plan();
    }

    private Call plan() {
        List<CatalogRoutine> all = catalog.routines(schema, name);
        List<CatalogRoutine> byName = all.stream().filter(this::takesNamed).toList();
        if (byName.size() == 1) {
            return named(byName.getFirst());
        }
        List<CatalogRoutine> found =
                byName.isEmpty() ? all.stream().filter(this::takesWhole).toList() : byName;
        if (found.isEmpty()) {
            throw CallRefusals.unknown(catalog, schema, name, given);
        }
        if (found.size() > 1) {
            throw CallRefusals.several(found);
        }
        Parameter only = found.getFirst().model().parameters().getFirst();
        Stored whole = new Stored(given.whole(), false);
        return new Call(found.getFirst(), List.of(new Argument(only, type(only), whole)));
    }

    private ColumnType type(Parameter parameter) {
        return catalog.catalog().dialect().types().argument(parameter.type(), parameter.sql());
    }

    /** Whether all that is given has its parameter, and all that must be given is. */
    private boolean takesNamed(CatalogRoutine routine) {
        if (isDocument(given.mediaType())) {
            return false;
        }
        Set<String> names = new HashSet<>();
        Set<String> required = new HashSet<>();
        for (Parameter parameter : routine.model().parameters()) {
            if (parameter.name().isEmpty() && parameter.required()) {
                return false;
            }
            names.add(parameter.name());
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        Set<String> keys = given.named().keySet();
        return names.containsAll(keys) && keys.containsAll(required);
    }

    /** Whether a request can say what the function is given: by names, or as a whole body. */
    static boolean isCallable(CatalogRoutine routine) {
        List<Parameter> parameters = routine.model().parameters();
        return parameters.stream().noneMatch(p -> p.name().isEmpty())
                || parameters.size() == 1 && WHOLE.contains(parameters.getFirst().sql());
    }

    /** Whether a body of the type is one value rather than several by name. */
    static boolean isDocument(String mediaType) {
        return whole(mediaType) != null && !mediaType.equals("application/json");
    }

    private boolean takesWhole(CatalogRoutine routine) {
        List<Parameter> parameters = routine.model().parameters();
        Set<String> types = whole(given.mediaType());
        return types != null
                && parameters.size() == 1
                && parameters.getFirst().name().isEmpty()
                && types.contains(parameters.getFirst().sql());
    }

    /** The types, as databases write them, of a value that is a body of the media type. */
    private static @Nullable Set<String> whole(String mediaType) {
        return switch (mediaType) {
            case "application/json" -> Set.of("json", "jsonb");
            case "text/plain" -> Set.of("text");
            case "text/xml" -> Set.of("xml");
            case "application/octet-stream" -> Set.of("bytea");
            default -> null;
        };
    }

    private Call named(CatalogRoutine routine) {
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : routine.model().parameters()) {
            List<Cell> cells = given.named().get(parameter.name());
            if (cells != null) {
                arguments.add(new Argument(parameter, type(parameter), value(parameter, cells)));
            }
        }
        return new Call(routine, arguments);
    }

    /** Of values for the same name the last counts, unless the parameter takes all. */
    private Stored value(Parameter parameter, List<Cell> cells) {
        Cell last = cells.getLast();
        if (parameter.variadic() && (cells.size() > 1 || !(last instanceof Cell.Json))) {
            return new Stored(
                    cells.stream()
                            .map(CallPlanner::json)
                            .collect(Collectors.joining(",", "[", "]")),
                    true);
        }
        return switch (last) {
            case Cell.Nothing _ -> Stored.NULL;
            case Cell.Json(String json) when isNative(parameter) -> new Stored(json, true);
            case Cell.Json(String json) -> parsed(parameter, json);
            case Cell.Plain(String text) -> parsed(parameter, text);
            case Cell.Text(String text) -> parsed(parameter, text);
        };
    }

    private boolean isNative(Parameter parameter) {
        return type(parameter) instanceof NativeType;
    }

    private Stored parsed(Parameter parameter, String text) {
        return new Stored(Operands.parsed(type(parameter), text), false);
    }

    private static String json(Cell cell) {
        return switch (cell) {
            case Cell.Nothing _ -> "null";
            case Cell.Json(String json) -> json;
            case Cell.Plain(String text) -> text;
            case Cell.Text(String text) -> JsonText.quoted(text);
        };
    }
}
