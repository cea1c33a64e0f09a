package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.TemporaryNames;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders renames so that no name is taken twice at any moment. Swaps and cycles go through a
 * temporary name; what is about to be dropped steps aside when its name is needed.
 */
final class Renames {
    /** One rename, of the element with this id. */
    record Rename(String id, String from, String to) {}

    private Renames() {}

    /**
     * @param now names by id, of all that share one name space
     * @param then the names wanted; an id missing here is dropped later
     */
    static List<Rename> between(Map<String, String> now, Map<String, String> then) {
        Map<String, String> current = new LinkedHashMap<>(now);
        Map<String, String> open = new LinkedHashMap<>();
        now.forEach(
                (id, name) -> {
                    String wanted = then.get(id);
                    if (wanted != null && !wanted.equals(name)) {
                        open.put(id, wanted);
                    }
                });
        List<Rename> renames = new ArrayList<>();
        then.forEach(
                (id, name) -> {
                    if (!now.containsKey(id)) {
                        stepAside(name, current, then, renames);
                    }
                });
        while (!open.isEmpty()) {
            var ready =
                    open.entrySet().stream()
                            .filter(e -> !current.containsValue(e.getValue()))
                            .findFirst();
            if (ready.isPresent()) {
                rename(ready.get().getKey(), ready.get().getValue(), current, renames);
                open.remove(ready.get().getKey());
            } else {
                String wanted = open.values().iterator().next();
                stepAside(wanted, current, Map.of(), renames);
            }
        }
        return renames;
    }

    /** Frees a name that is held by an element which is not wanted under it. */
    private static void stepAside(
            String name, Map<String, String> current, Map<String, String> keep, List<Rename> done) {
        current.entrySet().stream()
                .filter(e -> e.getValue().equals(name) && !keep.containsKey(e.getKey()))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(id -> rename(id, TemporaryNames.of(id), current, done));
    }

    private static void rename(
            String id, String to, Map<String, String> current, List<Rename> done) {
        done.add(new Rename(id, current.getOrDefault(id, ""), to));
        current.put(id, to);
    }
}
