package dev.plinth.schema.model;

import java.util.List;

/** A list of values that a column may hold. */
public record Choice(String id, String name, List<Option> options) {
    public Choice {
        options = List.copyOf(options);
    }

    /**
     * @param value what is stored
     * @param label what is shown; empty for the value itself
     * @param color a name of the palette, or empty
     */
    public record Option(String value, String label, String color) {}

    public List<String> values() {
        return options.stream().map(Option::value).toList();
    }
}
