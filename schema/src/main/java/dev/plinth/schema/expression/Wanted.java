package dev.plinth.schema.expression;

import dev.plinth.schema.type.ColumnType;

/** What an expression has to give where it stands. */
public sealed interface Wanted {
    /** True, false or unknown. */
    record Condition() implements Wanted {}

    /** A value that a column of the type can hold. */
    record Value(ColumnType type) implements Wanted {}

    static Wanted condition() {
        return new Condition();
    }

    static Wanted value(ColumnType type) {
        return new Value(type);
    }
}
