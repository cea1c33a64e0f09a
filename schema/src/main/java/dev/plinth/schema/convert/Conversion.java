package dev.plinth.schema.convert;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.Problem;

import java.util.List;

/**
 * What a description became.
 *
 * @param problems what was guessed at, passed over or left out
 */
public record Conversion(Model model, List<Problem> problems) {
    public Conversion {
        problems = List.copyOf(problems);
    }
}
