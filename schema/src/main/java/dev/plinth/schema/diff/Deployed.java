package dev.plinth.schema.diff;

import dev.plinth.schema.model.Model;

import java.util.Map;

/**
 * What was last deployed to a database.
 *
 * @param model as it was lowered for that database, so its expressions are what was written
 * @param echoes how the database showed each expression afterwards, by {@link Echoes} key
 */
public record Deployed(Model model, Map<String, String> echoes) {
    public Deployed {
        echoes = Map.copyOf(echoes);
    }

    /** Nothing was deployed yet. */
    public static Deployed nothing() {
        return new Deployed(Model.empty(), Map.of());
    }
}
