package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a query string into a {@link Query}. */
public final class QueryParser {
    private final Map<List<String>, LevelParts> levels = new LinkedHashMap<>();
    private List<SelectItem> select = List.of(new SelectItem.Star());
    private @Nullable List<String> columns;
    private @Nullable List<String> onConflict;
    private @Nullable String after;
    private final List<Parameter> arguments = new ArrayList<>();

    private QueryParser() {}

    /**
     * Reads the parameters of a request for a table.
     *
     * @throws Refusal when one is not understood
     */
    public static Query parse(List<Parameter> parameters) {
        return new QueryParser().read(parameters, false);
    }

    /**
     * Reads the parameters of a routine called by GET: what does not look like a filter is an
     * argument.
     *
     * @throws Refusal when one is not understood
     */
    public static Query parseCall(List<Parameter> parameters) {
        return new QueryParser().read(parameters, true);
    }

    private Query read(List<Parameter> parameters, boolean call) {
        for (int i = 0; i < parameters.size(); i++) {
            one(parameters.get(i), i, call);
        }
        Map<List<String>, Level> read = new LinkedHashMap<>();
        levels.forEach((path, parts) -> read.put(path, parts.level()));
        return new Query(select, read, columns, onConflict, after, arguments);
    }

    private void one(Parameter parameter, int number, boolean call) {
        String name = parameter.name();
        String value = parameter.value();
        switch (name) {
            case "select" -> select = SelectParser.parse(value);
            case "columns" -> columns = names("columns parameter", value);
            case "on_conflict" -> onConflict = names("on_conflict parameter", value);
            case "order" -> level(List.of()).order = orderings(value);
            case "limit" -> level(List.of()).limit = number(name, value);
            case "offset" -> level(List.of()).offset = number(name, value);
            default -> {
                if (name.equals("after") && !call && !FilterParser.looksLikeFilter(value)) {
                    after = value;
                } else {
                    keyed(parameter, number, call);
                }
            }
        }
    }

    private void keyed(Parameter parameter, int number, boolean call) {
        Key key = Key.parse(parameter.name());
        String value = parameter.value();
        switch (key.kind()) {
            case ORDER -> level(key.path()).order = orderings(value);
            case LIMIT -> level(key.path()).limit = number(parameter.name(), value);
            case OFFSET -> level(key.path()).offset = number(parameter.name(), value);
            case AND, OR ->
                    level(key.path())
                            .filters
                            .add(
                                    FilterParser.tree(
                                            key.kind() == Key.Kind.AND ? "and" : "or",
                                            key.negated(),
                                            value));
            case FIELD -> {
                if (call
                        && key.path().isEmpty()
                        && key.field().path().isEmpty()
                        && !FilterParser.looksLikeFilter(value)) {
                    arguments.add(parameter);
                } else {
                    level(key.path()).filters.add(FilterParser.filter(key.field(), value, number));
                }
            }
        }
    }

    private LevelParts level(List<String> path) {
        return levels.computeIfAbsent(path, p -> new LevelParts());
    }

    private static List<Ordering> orderings(String value) {
        return value.isBlank() ? List.of() : OrderParser.parse(value);
    }

    private static List<String> names(String what, String value) {
        TextScanner in = new TextScanner(what, value);
        List<String> names = new ArrayList<>();
        do {
            in.skipSpaces();
            names.add(FieldParser.requiredName(in, FieldParser.NAME));
            in.skipSpaces();
        } while (in.take(","));
        if (!in.done()) {
            throw in.unexpected("\",\" or end of input");
        }
        return names;
    }

    private static @Nullable Long number(String name, String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(
                    Reason.SYNTAX,
                    "\"failed to parse " + name + " (" + value + ")\" (line 1, column 1)",
                    "unexpected \"" + value + "\" expecting a whole number",
                    null);
        }
    }

    /** A level while it is put together. */
    private static final class LevelParts {
        private final List<Condition> filters = new ArrayList<>();
        private List<Ordering> order = List.of();
        private @Nullable Long limit;
        private @Nullable Long offset;

        private Level level() {
            return new Level(filters, order, limit, offset);
        }
    }
}
