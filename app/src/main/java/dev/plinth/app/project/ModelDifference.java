package dev.plinth.app.project;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has to be written to the store so that it holds another model.
 *
 * @param changed elements that are new, other, or in another place
 */
record ModelDifference(List<Placed> changed, List<Element> removed) {
    /** An element and the number that orders it among those of its kind. */
    record Placed(Element element, int position) {}

    /**
     * @param positions the numbers that elements have now, by id
     */
    static ModelDifference between(Model before, Model after, Map<String, Integer> positions) {
        Map<String, Element> old = Element.of(before);
        Map<String, Element> wanted = Element.of(after);
        Map<String, Integer> places = places(after, positions);
        List<Placed> changed = new ArrayList<>();
        wanted.forEach(
                (id, element) -> {
                    int place = places.getOrDefault(id, 0);
                    if (!element.equals(old.get(id)) || place != positions.getOrDefault(id, -1)) {
                        changed.add(new Placed(element, place));
                    }
                });
        List<Element> removed =
                old.values().stream().filter(e -> !wanted.containsKey(e.id())).toList();
        return new ModelDifference(changed, removed);
    }

    boolean isEmpty() {
        return changed.isEmpty() && removed.isEmpty();
    }

    /** Ids of all that is in the store and has to go, be it to come back another way. */
    List<String> replaced() {
        return Stream.concat(changed.stream().map(Placed::element), removed.stream())
                .map(Element::id)
                .toList();
    }

    /**
     * Each element keeps its number as long as the order allows it, so that few rows are written.
     */
    private static Map<String, Integer> places(Model model, Map<String, Integer> positions) {
        Map<String, Integer> places = new HashMap<>();
        place(model.tables().stream().map(Table::id).toList(), positions, places);
        place(model.views().stream().map(View::id).toList(), positions, places);
        place(model.choices().stream().map(Choice::id).toList(), positions, places);
        return places;
    }

    private static void place(
            List<String> ids, Map<String, Integer> positions, Map<String, Integer> places) {
        int last = -1;
        for (String id : ids) {
            int kept = positions.getOrDefault(id, -1);
            last = kept > last ? kept : last + 1;
            places.put(id, last);
        }
    }
}
