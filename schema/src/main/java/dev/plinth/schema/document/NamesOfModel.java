package dev.plinth.schema.document;

import dev.plinth.schema.model.DerivedIds;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.Nearest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * References are names, as in files: collects first what there is, in all files, then says what a
 * name leads to. {@code #id} leads to the element with that id, there or not.
 */
final class NamesOfModel implements References {
    private static final String TWICE = "(twice)";

    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> keys = new LinkedHashMap<>();
    private final Map<String, String> choices = new LinkedHashMap<>();
    private final Map<String, String> tableNames = new LinkedHashMap<>();

    /** Takes in a table without judging it; that is done when it is read. */
    void addTable(Tree.Mapping table, String fallbackName) {
        TableName name =
                new TableName(text(table, "schema", ""), text(table, "name", fallbackName));
        String id = text(table, "id", DerivedIds.table(name));
        add(tables, name.toString(), id);
        tableNames.put(id, name.toString());
        Map<String, String> own = columns.computeIfAbsent(id, k -> new LinkedHashMap<>());
        if (table.get("columns").orElse(null) instanceof Tree.Sequence sequence) {
            for (Tree item : sequence.items()) {
                if (item instanceof Tree.Mapping column) {
                    String columnName = text(column, "name", "");
                    add(own, columnName, text(column, "id", DerivedIds.column(name, columnName)));
                }
            }
        }
        table.get("primaryKey").ifPresent(key -> keys.putIfAbsent(id, key(key, own)));
    }

    private static List<String> key(Tree key, Map<String, String> columns) {
        return switch (key) {
            case Tree.Scalar name ->
                    Optional.ofNullable(columns.get(name.text())).stream().toList();
            case Tree.Sequence names ->
                    names.items().stream().flatMap(n -> key(n, columns).stream()).toList();
            case Tree.Mapping mapping ->
                    mapping.get("columns").map(names -> key(names, columns)).orElse(List.of());
        };
    }

    void addChoice(Tree.Mapping choice, String fallbackName) {
        String name = text(choice, "name", fallbackName);
        add(choices, name, text(choice, "id", DerivedIds.choice(name)));
    }

    private static void add(Map<String, String> ids, String name, String id) {
        if (!name.isEmpty() && ids.putIfAbsent(name, id) != null) {
            ids.put(name, TWICE);
        }
    }

    private static String text(Tree.Mapping mapping, String key, String otherwise) {
        return mapping.get(key).orElse(null) instanceof Tree.Scalar scalar && !scalar.isNull()
                ? scalar.text()
                : otherwise;
    }

    @Override
    public Optional<String> table(Tree.Scalar reference, Fields from) {
        return find(
                tables,
                reference.text(),
                reference.place(),
                from,
                name -> "the table \"" + name + "\", which does not exist.");
    }

    @Override
    public Optional<String> column(String table, Tree.Scalar reference, Fields from) {
        String owner = tableNames.getOrDefault(table, "");
        return find(
                columns.getOrDefault(table, Map.of()),
                reference.text(),
                reference.place(),
                from,
                name ->
                        "the column \""
                                + name
                                + "\", which table \""
                                + owner
                                + "\" does not have.");
    }

    @Override
    public List<String> key(String table) {
        return keys.getOrDefault(table, List.of());
    }

    @Override
    public Optional<String> choice(String reference, Place place, Fields from) {
        return find(
                choices,
                reference,
                place,
                from,
                name -> "the choice \"" + name + "\", which does not exist.");
    }

    private static Optional<String> find(
            Map<String, String> ids,
            String name,
            Place place,
            Fields from,
            Function<String, String> unknown) {
        if (name.startsWith("#")) {
            return Optional.of(name.substring(1));
        }
        String id = ids.get(name);
        if (id == null) {
            from.error(
                    DocumentCode.UNKNOWN_REFERENCE,
                    place,
                    from.title() + " names " + unknown.apply(name),
                    Nearest.hint(name, List.copyOf(ids.keySet())));
            return Optional.empty();
        }
        if (id.equals(TWICE)) {
            from.error(
                    DocumentCode.AMBIGUOUS_REFERENCE,
                    place,
                    from.title() + " names \"" + name + "\", but several elements are called so.",
                    DocumentCode.AMBIGUOUS_REFERENCE.remedy());
            return Optional.empty();
        }
        return Optional.of(id);
    }
}
