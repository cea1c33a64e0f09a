package dev.plinth.data.plan;

import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

/**
 * A value of the request, to be bound.
 *
 * @param value of the class that the type names
 * @param function as SQL, that makes of it what is compared; null for itself
 */
public record Operand(ColumnType type, Object value, @Nullable String function) {
    public Operand(ColumnType type, Object value) {
        this(type, value, null);
    }
}
