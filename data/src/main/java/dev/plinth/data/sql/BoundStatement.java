package dev.plinth.data.sql;

import dev.plinth.data.access.Caller;
import dev.plinth.data.request.QueryShape;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.expression.Given;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
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

    /**
     * The same with the values of another query of the same shape, for another caller.
     *
     * @return null when it would not be the same with them, or a value is bound nowhere
     * @throws Refusal when one is no value of its type
     */
    @Nullable BoundStatement with(List<QueryShape.Taken> values, Caller caller) {
        Given given = isOfRules() ? caller.given() : null;
        List<Bind> all = new ArrayList<>(binds.size());
        int bound = 0;
        for (Bind bind : binds) {
            Bind next = given == null ? bind : bind.withCaller(given);
            for (QueryShape.Taken value : values) {
                if (value.parameter() == bind.parameter()) {
                    next = bind.withText(value.value());
                    bound++;
                }
            }
            if (next == null) {
                return null;
            }
            all.add(next);
        }
        return bound == values.size() ? new BoundStatement(text, all) : null;
    }

    private boolean isOfRules() {
        for (Bind bind : binds) {
            if (bind.rule() != null) {
                return true;
            }
        }
        return false;
    }
}
