package dev.plinth.schema.expression;

import java.util.Optional;

/** What kind of value comes out when two are put together. */
final class ResultTypes {
    private ResultTypes() {}

    /** The type of a value that is either of two which met. */
    static ValueType common(Node first, Node second) {
        ValueType a = first.type();
        ValueType b = second.type();
        if (!a.kind().isNumeric() || !b.kind().isNumeric()) {
            return a.kind() == Kind.NULL ? b : a;
        }
        if (first instanceof Node.Nothing) {
            return b;
        }
        return second instanceof Node.Nothing ? a : a.or(b);
    }

    /** The type of a calculation, or empty when it makes no sense. */
    static Optional<ValueType> of(Operation operation, Node left, Node right) {
        ValueType a = left.type();
        ValueType b = right.type();
        if (a.kind().isNumeric() && b.kind().isNumeric()) {
            return numeric(operation, a, b);
        }
        if (a.kind() == Kind.TEXT && b.kind() == Kind.TEXT && operation == Operation.ADD) {
            return Optional.of(ValueType.TEXT);
        }
        return moments(operation, a.kind(), b.kind()).map(ValueType::of);
    }

    private static Optional<ValueType> numeric(Operation operation, ValueType a, ValueType b) {
        return switch (operation) {
            case ADD, SUBTRACT -> Optional.of(a.plus(b));
            case MULTIPLY -> Optional.of(a.times(b));
            case DIVIDE -> Optional.of(a.dividedBy(b));
            case REMAINDER ->
                    a.kind() == Kind.DOUBLE || b.kind() == Kind.DOUBLE
                            ? Optional.empty()
                            : Optional.of(a.or(b));
        };
    }

    private static Optional<Kind> moments(Operation operation, Kind a, Kind b) {
        return switch (operation) {
            case ADD ->
                    b == Kind.DURATION && (a.isMoment() || a == Kind.DURATION)
                            ? Optional.of(a)
                            : a == Kind.DURATION && b.isMoment()
                                    ? Optional.of(b)
                                    : Optional.empty();
            case SUBTRACT ->
                    b == Kind.DURATION && (a.isMoment() || a == Kind.DURATION)
                            ? Optional.of(a)
                            : a == b && a.isMoment()
                                    ? Optional.of(Kind.DURATION)
                                    : Optional.empty();
            case MULTIPLY, DIVIDE, REMAINDER -> Optional.empty();
        };
    }
}
