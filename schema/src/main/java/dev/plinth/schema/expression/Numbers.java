package dev.plinth.schema.expression;

import dev.plinth.schema.problem.PlinthException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Arithmetic. Exact numbers never overflow; division by zero is unknown. */
final class Numbers {
    private Numbers() {}

    static Object negate(Object value) {
        return value instanceof BigDecimal number
                ? number.negate()
                : (Object) (-((Number) value).doubleValue());
    }

    static @Nullable Object calculate(
            Operation operation, Object left, Object right, ValueType type) {
        return type.kind() == Kind.DOUBLE
                ? floating(operation, ((Number) left).doubleValue(), ((Number) right).doubleValue())
                : exact(operation, (BigDecimal) left, (BigDecimal) right, type);
    }

    private static @Nullable BigDecimal exact(
            Operation operation, BigDecimal left, BigDecimal right, ValueType type) {
        return switch (operation) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE ->
                    right.signum() == 0
                            ? null
                            : left.divide(
                                    right,
                                    type.scale(),
                                    type.isWhole() ? RoundingMode.DOWN : RoundingMode.HALF_UP);
            case REMAINDER -> right.signum() == 0 ? null : left.remainder(right);
        };
    }

    private static @Nullable Double floating(Operation operation, double left, double right) {
        double result =
                switch (operation) {
                    case ADD -> left + right;
                    case SUBTRACT -> left - right;
                    case MULTIPLY -> left * right;
                    case DIVIDE -> left / right;
                    case REMAINDER -> throw new IllegalStateException("refused by the check");
                };
        if (operation == Operation.DIVIDE && right == 0) {
            return null;
        }
        if (!Double.isFinite(result) && Double.isFinite(left) && Double.isFinite(right)) {
            throw PlinthException.of(
                    ExpressionCode.OUT_OF_RANGE.code(),
                    "",
                    "A calculation leaves the range of floating point numbers.",
                    "Use columns of type decimal.");
        }
        return result;
    }
}
