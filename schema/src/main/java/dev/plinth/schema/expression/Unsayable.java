package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.problem.Problem;

/** A dialect cannot say a part; the message is a sentence about the expression. */
final class Unsayable extends RuntimeException {
    private final ExpressionCode code;

    Unsayable(String message) {
        this(ExpressionCode.NOT_IN_DATABASE, message);
    }

    private Unsayable(ExpressionCode code, String message) {
        super(message);
        this.code = code;
    }

    static Unsayable notConstant() {
        return new Unsayable(
                ExpressionCode.NOT_CONSTANT, "It depends on the moment or on the user.");
    }

    Problem problem(Dialect dialect, String path) {
        return Problem.warning(
                code.code(),
                path,
                dialect.title() + " cannot keep this expression itself. " + getMessage(),
                "A validation is still enforced in the API and in forms.");
    }

    /** Rows cannot be chosen in Java, so here nothing else is left. */
    Problem refusal(Dialect dialect, String path) {
        return Problem.error(
                code.code(),
                path,
                dialect.title() + " cannot choose rows by this expression. " + getMessage(),
                "Write the condition in another way.");
    }
}
