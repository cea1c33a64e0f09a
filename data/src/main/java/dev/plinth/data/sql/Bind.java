package dev.plinth.data.sql;

import dev.plinth.data.plan.Operand;
import dev.plinth.data.plan.Operands;
import dev.plinth.data.request.QueryShape;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.expression.BoundSql;
import dev.plinth.schema.expression.Given;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

/**
 * A value for one placeholder.
 *
 * @param parameter the number of the parameter of the query that it is the text of; {@link
 *     QueryShape#NONE} if it is of none
 * @param rule what gives it for each caller; null if it is the same for all
 */
public record Bind(
        ColumnType type, @Nullable Object value, int parameter, BoundSql.@Nullable Parameter rule) {
    public Bind(ColumnType type, @Nullable Object value) {
        this(type, value, QueryShape.NONE, null);
    }

    /**
     * The same with the text of another query.
     *
     * @return null when that is of another type, as a number with more digits may be
     * @throws Refusal when it is no such value
     */
    @Nullable Bind withText(String text) {
        Operand operand = Operands.of(type, text);
        return operand.type().equals(type)
                ? new Bind(type, operand.value(), parameter, null)
                : null;
    }

    /** The same for another caller. */
    Bind withCaller(Given given) {
        return rule == null ? this : new Bind(type, rule.value(given), parameter, rule);
    }
}
