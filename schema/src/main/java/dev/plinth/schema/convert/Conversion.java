package dev.plinth.schema.convert;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.Problem;

import java.util.List;

/**
 * What a description became.
 *
 * @param rows that are wished for, to try the model on
 * @param problems what was guessed at, passed over or left out
 */
public record Conversion(Model model, List<Rows> rows, List<Problem> problems) {
    public Conversion {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }
}
