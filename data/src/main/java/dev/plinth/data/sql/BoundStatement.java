package dev.plinth.data.sql;

import java.util.List;

/**
 * A statement with its values.
 *
 * @param binds in the order of their placeholders
 */
public record BoundStatement(String text, List<Bind> binds) {
    public BoundStatement {
        binds = List.copyOf(binds);
    }
}
