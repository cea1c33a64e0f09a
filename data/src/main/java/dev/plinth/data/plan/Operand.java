package dev.plinth.data.plan;

import dev.plinth.data.request.QueryShape;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

/**
 * A value of the request, to be bound.
 *
 * @param value of the class that the type names
 * @param function as SQL, that makes of it what is compared; null for itself
 * @param parameter the number of the parameter whose text {@link Operands#of} read as the value;
 *     {@link QueryShape#NONE} if it came another way
 */
public record Operand(ColumnType type, Object value, @Nullable String function, int parameter) {
    public Operand(ColumnType type, Object value) {
        this(type, value, null);
    }

    public Operand(ColumnType type, Object value, @Nullable String function) {
        this(type, value, function, QueryShape.NONE);
    }

    Operand ofParameter(int number) {
        return new Operand(type, value, function, number);
    }
}
