package dev.plinth.app.cli;

import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.expression.Scope;

import java.math.BigDecimal;
import java.util.List;

/**
 * Loads on another processor, while a model is read, what takes long to load and what nearly every
 * model needs: the class of decimals works out large powers first, and the parser of expressions
 * its tables.
 */
final class Ahead {
    private Ahead() {}

    /** Starts; nobody needs to wait for it. */
    static void start() {
        Thread.ofPlatform()
                .daemon()
                .name("ahead")
                .start(
                        () -> {
                            Expressions.condition("1 < 2", Scope.of("", List.of()), "");
                            BigDecimal.ONE.signum();
                        });
    }
}
