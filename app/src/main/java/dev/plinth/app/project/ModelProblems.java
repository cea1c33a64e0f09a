package dev.plinth.app.project;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.Problem;

import org.springframework.stereotype.Component;

import java.util.List;

/** What is wrong with a model by itself. A model that was asked about last is remembered. */
@Component
public class ModelProblems {
    private volatile Found last = new Found(Model.empty(), List.of());

    /** Every problem, errors and warnings. */
    public List<Problem> of(Model model) {
        Found found = last;
        if (found.model != model) {
            found = new Found(model, ModelCheck.problems(model));
            last = found;
        }
        return found.problems;
    }

    private record Found(Model model, List<Problem> problems) {}
}
