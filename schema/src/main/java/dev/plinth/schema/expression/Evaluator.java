package dev.plinth.schema.expression;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * Works an expression out in Java with SQL's meaning: null is unknown, and unknown spreads, except
 * where {@code &&}, {@code ||} and a test for null know better. Numbers are exact.
 */
final class Evaluator {
    private final Given given;

    private Evaluator(Given given) {
        this.given = given;
    }

    /** The value, of the class that {@link Node.Literal} names for its kind, or null. */
    static @Nullable Object evaluate(Node node, Given given) {
        return new Evaluator(given).value(node);
    }

    private @Nullable Object value(Node node) {
        return switch (node) {
            case Node.Literal literal -> literal.value();
            case Node.Nothing _ -> null;
            case Node.ColumnValue column ->
                    Values.of(
                            column.columnType(),
                            (column.old() ? given.old() : given.row()).get(column.name()));
            case Node.Variable variable ->
                    Values.read(variable.columnType(), given.variables().get(variable.name()));
            case Node.Moment moment -> Moments.now(given.now(), moment.type().kind());
            case Node.Conversion(Node operand, ValueType type) -> {
                Object value = value(operand);
                yield value == null ? null : Moments.convert(value, type.kind());
            }
            case Node.Comparison comparison -> comparison(comparison);
            case Node.Logic logic -> logic(logic);
            case Node.Not(Node operand) ->
                    value(operand) instanceof Boolean truth ? (Boolean) !truth : null;
            case Node.Membership membership -> membership(membership);
            case Node.NullTest(Node operand, boolean wantsNull) ->
                    (value(operand) == null) == wantsNull;
            case Node.Conditional conditional ->
                    cast(
                            value(
                                    Boolean.TRUE.equals(value(conditional.condition()))
                                            ? conditional.then()
                                            : conditional.otherwise()),
                            conditional.type());
            case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Node.Negation(Node operand) -> {
                Object value = value(operand);
                yield value == null ? null : Numbers.negate(value);
            }
            case Node.Call call -> call(call);
        };
    }

    private @Nullable Boolean comparison(Node.Comparison comparison) {
        Object left = value(comparison.left());
        Object right = value(comparison.right());
        if (left == null || right == null) {
            return null;
        }
        return comparison.operator().holds(Values.compare(left, right));
    }

    private @Nullable Boolean logic(Node.Logic logic) {
        boolean decisive = !logic.all();
        Object left = value(logic.left());
        if (left instanceof Boolean truth && truth == decisive) {
            return decisive;
        }
        Object right = value(logic.right());
        if (right instanceof Boolean truth && truth == decisive) {
            return decisive;
        }
        return left == null || right == null ? null : (Boolean) logic.all();
    }

    private @Nullable Boolean membership(Node.Membership membership) {
        boolean unknown = false;
        Object operand = value(membership.operand());
        for (Node candidate : membership.candidates()) {
            Object other = value(candidate);
            if (operand == null || other == null) {
                unknown = true;
            } else if (Values.compare(operand, other) == 0) {
                return true;
            }
        }
        return unknown ? null : (Boolean) false;
    }

    private @Nullable Object arithmetic(Node.Arithmetic arithmetic) {
        Object left = value(arithmetic.left());
        Object right = value(arithmetic.right());
        if (left == null || right == null) {
            return null;
        }
        if (arithmetic.type().kind().isNumeric()) {
            return Numbers.calculate(arithmetic.operation(), left, right, arithmetic.type());
        }
        boolean adds = arithmetic.operation() == Operation.ADD;
        if (right instanceof Duration duration) {
            return Moments.shift(left, adds ? duration : duration.negated());
        }
        return left instanceof Duration duration
                ? Moments.shift(right, duration)
                : Moments.between(right, left);
    }

    private @Nullable Object call(Node.Call call) {
        if (call.function() == Function.COALESCE) {
            for (Node operand : call.operands()) {
                Object value = value(operand);
                if (value != null) {
                    return cast(value, call.type());
                }
            }
            return null;
        }
        List<@Nullable Object> operands = new java.util.ArrayList<>();
        for (Node operand : call.operands()) {
            Object value = value(operand);
            if (value == null) {
                return null;
            }
            operands.add(value);
        }
        return Calls.call(call, operands);
    }

    /** A number beside a double becomes one. */
    private static @Nullable Object cast(@Nullable Object value, ValueType type) {
        return value instanceof Number number && type.kind() == Kind.DOUBLE
                ? (Object) number.doubleValue()
                : value;
    }
}
