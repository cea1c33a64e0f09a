package dev.plinth.schema.expression;

import dev.plinth.schema.problem.Problem;

import java.util.Optional;

/**
 * An expression in the SQL of one dialect, with its constants inside.
 *
 * @param text a condition, or a value; empty when the dialect cannot say it
 * @param problem why it cannot, a warning: the rule then holds in the API and in forms only
 */
public record InlineSql(Optional<String> text, Optional<Problem> problem) {}
