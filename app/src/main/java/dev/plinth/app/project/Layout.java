package dev.plinth.app.project;

import dev.plinth.app.store.MetaStore;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

import java.util.LinkedHashMap;
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
        spots.forEach((element, spot) -> put(project, element, spot));
    }

    private void put(String project, String element, Spot spot) {
        if (isMoved(project, element, spot)) {
            return;
        }
        try {
            store.insert(
                    "meta_layout",
                    new Row(project)
                            .with("element", element)
                            .with("x", number(spot.x()))
                            .with("y", number(spot.y()))
                            .with("color", spot.color())
                            .values());
        } catch (DuplicateKeyException e) {
            // Somebody else put it on the canvas a moment before.
            isMoved(project, element, spot);
        }
    }

    private boolean isMoved(String project, String element, Spot spot) {
        return store.change(
                        "UPDATE {meta_layout} SET {x} = :x, {y} = :y, {color} = :color"
                                + " WHERE {project} = :project AND {element} = :element",
                        "x",
                        number(spot.x()),
                        "y",
                        number(spot.y()),
                        "color",
                        spot.color(),
                        "project",
                        project,
                        "element",
                        element)
                > 0;
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
