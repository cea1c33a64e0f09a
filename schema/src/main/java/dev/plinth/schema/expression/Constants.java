package dev.plinth.schema.expression;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** Makes constants, and works out beforehand what is the same for every row. */
final class Constants {
    private Constants() {}

    /** A constant as CEL writes it. */
    static Node of(@Nullable Object value) {
        return switch (value) {
            case null -> new Node.Nothing(ValueType.of(Kind.NULL));
            case BigDecimal number -> new Node.Literal(ValueType.of(number), number);
            case String text -> new Node.Literal(ValueType.TEXT, text);
            case Boolean truth -> new Node.Literal(ValueType.BOOLEAN, truth);
            default -> throw new IllegalArgumentException("no constant: " + value.getClass());
        };
    }

    /** The node itself, or what it comes to if that never changes. */
    static Node fold(Node node) {
        if (node instanceof Node.Literal || node instanceof Node.Nothing || !node.isConstant()) {
            return node;
        }
        Object value = Evaluator.evaluate(node, Given.nothing());
        if (value == null) {
            return new Node.Nothing(node.type());
        }
        if (value instanceof BigDecimal number) {
            // the scale decides how a quotient is rounded, so it stays that of the calculation
            BigDecimal scaled = number.setScale(node.type().scale());
            return new Node.Literal(ValueType.of(scaled), scaled);
        }
        return new Node.Literal(node.type(), value);
    }
}
