package dev.plinth.schema.expression;

import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of a check.
 *
 * @param expression empty when one of the problems is an error
 */
public record Checked(Optional<CheckedExpression> expression, List<Problem> problems) {
    public Checked {
        problems = List.copyOf(problems);
    }

    /**
     * The expression.
     *
     * @throws PlinthException with the problems when there is none
     */
    public CheckedExpression orThrow() {
        return expression.orElseThrow(() -> new PlinthException(problems));
    }
}
