package dev.plinth.schema.expression;

import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.UuidType;

import java.util.Optional;

/**
 * Takes one part for another kind where that is the same everywhere: what the database never sees,
 * or sees as a constant.
 */
final class Coercion {
    private Coercion() {}

    /** The node as a value of the kind, or empty when it is none. */
    static Optional<Node> to(Node node, ValueType wanted) {
        Kind from = node.type().kind();
        Kind to = wanted.kind();
        if (from == to || from.isNumeric() && to.isNumeric()) {
            return Optional.of(node);
        }
        if (node instanceof Node.Nothing) {
            return Optional.of(new Node.Nothing(wanted));
        }
        if (node instanceof Node.Variable(String name, ColumnType _) && from == Kind.TEXT) {
            return canBeRead(to)
                    ? Optional.of(new Node.Variable(name, wanted.columnType()))
                    : Optional.empty();
        }
        if (node instanceof Node.Literal(ValueType _, String text) && to == Kind.UUID) {
            return uuid(text);
        }
        // A timestamp is never cut to its date in silence: due < now() would lose today's hours.
        if (from.isMoment() && to.isMoment() && to != Kind.DATE && node.isRowFree()) {
            return Optional.of(new Node.Conversion(node, ValueType.of(to)));
        }
        return Optional.empty();
    }

    private static boolean canBeRead(Kind kind) {
        return switch (kind) {
            case BOOLEAN, NUMBER, DOUBLE, TEXT, DATE, TIME, TIMESTAMP, INSTANT, UUID -> true;
            case DURATION, OPAQUE, NULL -> false;
        };
    }

    private static Optional<Node> uuid(String text) {
        try {
            return Optional.of(
                    new Node.Literal(ValueType.of(Kind.UUID), new UuidType().parse(text)));
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** Both as one kind, the first as it is if that is possible; empty when they do not meet. */
    static Optional<Pair> meet(Node left, Node right) {
        if (right instanceof Node.Variable || right.isRowFree() && !left.isRowFree()) {
            Optional<Pair> second = to(right, left.type()).map(r -> new Pair(left, r));
            if (second.isPresent()) {
                return second;
            }
        }
        return to(left, right.type())
                .map(l -> new Pair(l, right))
                .or(() -> to(right, left.type()).map(r -> new Pair(left, r)));
    }

    /** Two nodes of one kind. */
    record Pair(Node left, Node right) {}
}
