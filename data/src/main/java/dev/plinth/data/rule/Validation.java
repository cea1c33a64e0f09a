package dev.plinth.data.rule;

import dev.plinth.schema.expression.CheckedExpression;

/**
 * A condition that rows must not break.
 *
 * @param message what a person reads when one does
 */
public record Validation(String name, CheckedExpression condition, String message) {}
