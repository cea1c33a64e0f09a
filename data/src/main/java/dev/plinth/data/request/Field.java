package dev.plinth.data.request;

import java.util.List;

/**
 * A column as the request names it, with the way into its JSON.
 *
 * @param name not looked up yet
 */
public record Field(String name, List<JsonStep> path) {
    public Field {
        path = List.copyOf(path);
    }

    public static Field of(String name) {
        return new Field(name, List.of());
    }

    /** The last key of the path, which names the value in the answer; else the column. */
    public String label() {
        for (int i = path.size() - 1; i >= 0; i--) {
            if (!path.get(i).isIndex()) {
                return path.get(i).key();
            }
        }
        return name;
    }
}
