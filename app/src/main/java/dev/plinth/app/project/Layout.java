package dev.plinth.app.project;

import dev.plinth.app.store.MetaStore;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where elements stand on the canvas. Whoever moves one disturbs nobody's edit. */
@Repository
class Layout {
    private final MetaStore store;

    Layout(MetaStore store) {
        this.store = store;
    }

    /** A place on the canvas. */
    record Spot(@Nullable Double x, @Nullable Double y, @Nullable String color) {}

    Map<String, Spot> of(String project) {
        Map<String, Spot> spots = new LinkedHashMap<>();
        store.query(
                        "SELECT * FROM {meta_layout} WHERE {project} = :project ORDER BY {element}",
                        "project",
                        project)
                .query(
                        rows -> {
                            spots.put(
                                    rows.getString("element"),
                                    new Spot(
                                            rows.getDouble("x"),
                                            rows.getDouble("y"),
                                            MetaStore.text(rows, "color")));
                        });
        return spots;
    }

    /** Moves elements; the others stay where they are. */
    void put(String project, Map<String, Spot> spots) {
        if (spots.isEmpty()) {
            return;
        }
        List<Map<String, @Nullable Object>> rows =
                spots.entrySet().stream()
                        .map(
                                entry ->
                                        new Row(project)
                                                .with("element", entry.getKey())
                                                .with("x", number(entry.getValue().x()))
                                                .with("y", number(entry.getValue().y()))
                                                .with("color", entry.getValue().color())
                                                .values())
                        .toList();
        store.inTransaction(
                () -> {
                    for (String element : spots.keySet()) {
                        store.change(
                                "DELETE FROM {meta_layout} WHERE {project} = :project AND {element}"
                                        + " = :element",
                                "project",
                                project,
                                "element",
                                element);
                    }
                    store.insert("meta_layout", rows);
                });
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
