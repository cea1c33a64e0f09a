package dev.plinth.schema.expression;

import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * A condition in the SQL of one dialect, with placeholders. The same for every caller and moment,
 * so it can be kept; only the parameters' values change.
 *
 * @param parameters in the order of their placeholders
 */
public record BoundSql(String text, List<Parameter> parameters) {
    public BoundSql {
        parameters = List.copyOf(parameters);
    }

    /** What is bound to one placeholder. */
    public static final class Parameter {
        private final ColumnType type;
        private final Node node;

        Parameter(ColumnType type, Node node) {
            this.type = type;
            this.node = node;
        }

        /** How to bind it. */
        public ColumnType type() {
            return type;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Parameter that
                    && type.equals(that.type)
                    && node.equals(that.node);
        }

        @Override
        public int hashCode() {
            return node.hashCode();
        }

        /** The value for a caller and a moment, of the type's class, or null; reads no row. */
        public @Nullable Object value(Given given) {
            return switch (Evaluator.evaluate(node, given)) {
                case null -> null;
                case Boolean truth -> truth ? 1L : 0L;
                case BigDecimal number when type.valueClass() == Long.class ->
                        number.longValueExact();
                case Object value -> value;
            };
        }

        @Override
        public String toString() {
            return type.text();
        }
    }
}
