package dev.plinth.data.plan;

import dev.plinth.schema.type.ColumnType;

/**
 * A value of the request, to be bound.
 *
 * @param value of the class that the type names
 */
public record Operand(ColumnType type, Object value) {}
