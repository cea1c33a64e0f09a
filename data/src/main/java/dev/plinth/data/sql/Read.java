package dev.plinth.data.sql;

import dev.plinth.data.access.Caller;
import dev.plinth.data.plan.Embed;
import dev.plinth.data.request.QueryShape;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A statement that reads rows, and what its result means.
 *
 * @param columns the types of the result's columns
 * @param hidden the positions of the values that are read and not shown
 * @param ofNoRows what stands for related rows when there are none, where they are counted or
 *     summed up as a whole; else null
 * @param children the embeds that are read by statements of their own
 */
public record Read(
        BoundStatement statement,
        List<ColumnType> columns,
        RowShape shape,
        List<Integer> hidden,
        @Nullable Object @Nullable [] ofNoRows,
        List<Child> children) {
    public Read {
        columns = List.copyOf(columns);
        hidden = List.copyOf(hidden);
        children = List.copyOf(children);
    }

    /**
     * The same read with the values of another query of the same shape, for another caller.
     *
     * @return null when it would not be the same with them
     * @throws Refusal when one is no value of its type
     */
    public @Nullable Read with(List<QueryShape.Taken> values, Caller caller) {
        BoundStatement other = statement.with(values, caller);
        return other == null ? null : new Read(other, columns, shape, hidden, ofNoRows, children);
    }

    /**
     * An embed that is read by a statement of its own. The first columns of that statement's result
     * say to which row each belongs.
     *
     * @param keys the positions of the values that decide which rows are related
     */
    public record Child(Embed embed, List<Integer> keys) {
        public Child {
            keys = List.copyOf(keys);
        }
    }
}
