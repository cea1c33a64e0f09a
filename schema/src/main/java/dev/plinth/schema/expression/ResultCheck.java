package dev.plinth.schema.expression;

import dev.plinth.schema.type.ColumnType;

import java.util.Optional;

/** Whether the whole gives what its place needs. */
final class ResultCheck {
    private ResultCheck() {}

    static Optional<Node> check(Node node, Wanted wanted, int position, Findings findings) {
        return switch (wanted) {
            case Wanted.Condition() -> condition(node, position, findings);
            case Wanted.Value(ColumnType type) -> value(node, type, position, findings);
        };
    }

    private static Optional<Node> condition(Node node, int position, Findings findings) {
        Optional<Node> condition = Coercion.to(node, ValueType.BOOLEAN);
        if (condition.isEmpty()) {
            findings.error(
                    ExpressionCode.WRONG_RESULT,
                    position,
                    "The expression gives " + node.type().kind().words() + ", not a condition.",
                    "A condition is true or false: compare the value with something.");
        }
        return condition;
    }

    /** Nothing is rounded on its way into a column, as databases do not round alike. */
    private static Optional<Node> value(
            Node node, ColumnType type, int position, Findings findings) {
        ValueType wanted = ValueType.of(type);
        Optional<Node> value = Coercion.to(node, wanted);
        boolean rounds =
                wanted.kind() == Kind.NUMBER
                        && (node.type().kind() == Kind.DOUBLE
                                || node.type().scale() > wanted.scale());
        if (value.isEmpty() || wanted.kind() == Kind.OPAQUE && !copies(node, type)) {
            findings.error(
                    ExpressionCode.WRONG_RESULT,
                    position,
                    "The expression gives "
                            + node.type().kind().words()
                            + ", but the column holds "
                            + wanted.kind().words()
                            + ".",
                    "");
            return Optional.empty();
        }
        if (rounds && node.type().kind() == Kind.DOUBLE) {
            findings.error(
                    ExpressionCode.WRONG_RESULT,
                    position,
                    "A floating point number cannot be kept exactly in " + type.text() + ".",
                    "Use columns of type decimal in the calculation.");
            return Optional.empty();
        }
        if (rounds) {
            findings.error(
                    ExpressionCode.WRONG_RESULT,
                    position,
                    "The result has "
                            + node.type().scale()
                            + " digits after the point, but the column keeps "
                            + wanted.scale()
                            + ".",
                    "Write round(…, " + wanted.scale() + ").");
            return Optional.empty();
        }
        return value;
    }

    /** What has no operators can still be taken over whole. */
    private static boolean copies(Node node, ColumnType type) {
        return node instanceof Node.Nothing
                || node instanceof Node.ColumnValue column
                        && column.columnType().kind().equals(type.kind());
    }
}
