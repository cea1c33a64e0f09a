package dev.plinth.schema.document;

import dev.plinth.schema.document.Tree.Entry;
import dev.plinth.schema.document.Tree.Style;
import dev.plinth.schema.model.Model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In what two models differ, property by property: everything that files hold, also what no
 * database sees, such as labels and triggers. Elements are the same when their ids are, else when
 * their names are.
 */
public final class ModelDifference {
    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("tables", "table"),
                    Map.entry("views", "view"),
                    Map.entry("choices", "choice"),
                    Map.entry("columns", "column"),
                    Map.entry("uniques", "unique key"),
                    Map.entry("indexes", "index"),
                    Map.entry("checks", "check"),
                    Map.entry("relations", "relation"),
                    Map.entry("triggers", "trigger"));

    private static final int SHOWN = 60;

    private final List<Difference> found = new ArrayList<>();

    private ModelDifference() {}

    /**
     * One difference.
     *
     * @param on path of the element
     * @param title what is different, in words
     */
    public record Difference(String on, String title) {}

    /** All that makes {@code to} of {@code from}; empty when both say the same. */
    public static List<Difference> between(Model from, Model to) {
        ModelDifference difference = new ModelDifference();
        difference.mapping("", "model", "", whole(from), whole(to));
        return List.copyOf(difference.found);
    }

    private static Tree.Mapping whole(Model model) {
        ModelWriter writer = new ModelWriter(new Spelling.ByName(model));
        return new MappingBuilder(false)
                .list("tables", model.tables().stream().map(writer::table).toList())
                .list("views", model.views().stream().map(writer::view).toList())
                .list("choices", model.choices().stream().map(writer::choice).toList())
                .build(Style.BLOCK);
    }

    /**
     * @param owner what goes before the name of a part of this element
     */
    private void mapping(
            String path, String title, String owner, Tree.Mapping from, Tree.Mapping to) {
        Set<String> keys = new LinkedHashSet<>();
        to.entries().stream().map(Entry::key).forEach(keys::add);
        from.entries().stream().map(Entry::key).forEach(keys::add);
        keys.remove("id");
        for (String key : keys) {
            Optional<Tree> before = from.get(key);
            Optional<Tree> after = to.get(key);
            if (KINDS.containsKey(key) && isElements(before) && isElements(after)) {
                elements(path + (path.isEmpty() ? "" : "/") + key, key, owner, before, after);
            } else if (key.equals("name")) {
                rename(path, title, shown(before), shown(after));
            } else if (!shown(before).equals(shown(after))) {
                found.add(
                        new Difference(
                                path,
                                "Change "
                                        + key
                                        + " of "
                                        + title
                                        + " from "
                                        + shortened(shown(before))
                                        + " to "
                                        + shortened(shown(after))));
            }
        }
    }

    private void rename(String path, String title, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Difference(path, "Rename " + title + " to " + after));
        }
    }

    /** Of a key, columns are names only. */
    private static boolean isElements(Optional<Tree> tree) {
        return tree.isEmpty()
                || (tree.get() instanceof Tree.Sequence sequence
                        && sequence.items().stream().allMatch(Tree.Mapping.class::isInstance));
    }

    private void elements(
            String path, String list, String owner, Optional<Tree> from, Optional<Tree> to) {
        Map<String, Tree.Mapping> before = byId(from);
        Map<String, Tree.Mapping> after = byId(to);
        Map<String, Tree.Mapping> gone = new LinkedHashMap<>(before);
        after.keySet().forEach(gone::remove);
        after.forEach(
                (id, element) -> {
                    Tree.Mapping same = before.get(id);
                    if (same == null) {
                        same = takeNamed(gone, name(element));
                    }
                    String kind = KINDS.get(list) + " " + owner;
                    if (same == null) {
                        String place = path + "/" + name(element);
                        found.add(new Difference(place, "Add " + kind + name(element)));
                    } else {
                        String place = path + "/" + name(same);
                        mapping(place, kind + name(same), name(same) + ".", same, element);
                    }
                });
        gone.values()
                .forEach(
                        e ->
                                found.add(
                                        new Difference(
                                                path + "/" + name(e),
                                                "Drop "
                                                        + KINDS.get(list)
                                                        + " "
                                                        + owner
                                                        + name(e))));
    }

    private static Tree.@org.jspecify.annotations.Nullable Mapping takeNamed(
            Map<String, Tree.Mapping> elements, String name) {
        for (Map.Entry<String, Tree.Mapping> element : elements.entrySet()) {
            if (name(element.getValue()).equals(name)) {
                return elements.remove(element.getKey());
            }
        }
        return null;
    }

    private static Map<String, Tree.Mapping> byId(Optional<Tree> tree) {
        Map<String, Tree.Mapping> elements = new LinkedHashMap<>();
        if (tree.orElse(null) instanceof Tree.Sequence sequence) {
            for (Tree item : sequence.items()) {
                if (item instanceof Tree.Mapping element) {
                    elements.putIfAbsent(shown(element.get("id")), element);
                }
            }
        }
        return elements;
    }

    /** The name, with the schema if there is one; the id where there is no name. */
    private static String name(Tree.Mapping element) {
        String name = shown(element.get("name"));
        String schema = shown(element.get("schema"));
        String shown = schema.isEmpty() ? name : schema + "." + name;
        return shown.isEmpty() ? shown(element.get("id")) : shown;
    }

    private static String shown(Optional<Tree> tree) {
        return tree.map(t -> t instanceof Tree.Scalar scalar ? scalar.text() : YamlWriter.inline(t))
                .orElse("");
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return "nothing";
        }
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
