package dev.plinth.data.sql;

import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

/** A value for one placeholder. */
public record Bind(ColumnType type, @Nullable Object value) {}
