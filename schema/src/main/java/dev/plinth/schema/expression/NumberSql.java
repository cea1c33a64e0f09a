package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.expression.Node.Operation;
import dev.plinth.schema.expression.Node.Operator;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Numbers, calculated exactly. Left alone, databases overflow at the type of a column, divide to as
 * many digits as they like, or go over to floating point; so the types of operands are spelled out.
 */
final class NumberSql {
    /** Digits that 64 bits always hold. */
    private static final int LONG_DIGITS = 18;

    private final ExpressionSql writer;
    private final Queries queries;

    NumberSql(ExpressionSql writer, Queries queries) {
        this.writer = writer;
        this.queries = queries;
    }

    String constant(BigDecimal number) {
        String plain = number.toPlainString();
        return number.signum() < 0 ? "(" + plain + ")" : plain;
    }

    String compare(Node left, Operator operator, Node right) {
        String one = writer.operand(left);
        String other = writer.operand(right);
        return isInteger(left) && isInteger(right)
                ? one + " " + operator.sql() + " " + other
                : queries.compareNumbers(one, operator.sql(), other);
    }

    /** Whether 64 bits hold whatever comes up: no decimal takes part, which some keep as text. */
    private static boolean isInteger(Node node) {
        boolean small = node.type().isWhole() && node.type().precision() <= LONG_DIGITS;
        return switch (node) {
            case Node.ColumnValue column -> column.columnType() instanceof IntegerType;
            case Node.Arithmetic(ValueType _, Operation _, Node left, Node right) ->
                    small && isInteger(left) && isInteger(right);
            case Node.Negation(Node operand) -> isInteger(operand);
            case Node.Call call -> call.function() == Function.SIZE;
            default -> small && node instanceof Node.Literal;
        };
    }

    /**
     * @throws ExpressionSql.Unsayable when the database would calculate the value in floating point
     */
    String exactly(Node operand) {
        check(operand.type(), operand);
        return writer.operand(operand);
    }

    /** The value as a floating point number of 64 bits. */
    String floating(Node node) {
        boolean already =
                node instanceof Node.ColumnValue column
                                && column.columnType().equals(FloatType.DOUBLE)
                        || node.type().kind() == Kind.DOUBLE && !(node instanceof Node.ColumnValue);
        return already ? writer.operand(node) : queries.cast(writer.value(node), FloatType.DOUBLE);
    }

    /** A value that may be of fewer digits, where one of the type is needed. */
    String scaled(Node node, ValueType type) {
        return writer.value(node);
    }

    String write(Node.Arithmetic arithmetic) {
        Operation operation = arithmetic.operation();
        ValueType type = arithmetic.type();
        if (type.kind() == Kind.DOUBLE) {
            String right = floating(arithmetic.right());
            return floating(arithmetic.left())
                    + " "
                    + operation.symbol()
                    + " "
                    + (operation == Operation.DIVIDE ? "NULLIF(" + right + ", 0)" : right);
        }
        check(type, arithmetic.left(), arithmetic.right());
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY ->
                    wide(arithmetic.left(), type)
                            + " "
                            + operation.symbol()
                            + " "
                            + wide(arithmetic.right(), type);
            case DIVIDE ->
                    type.isWhole()
                            ? quotient(
                                    wide(arithmetic.left(), type), wide(arithmetic.right(), type))
                            : divided(arithmetic);
            case REMAINDER ->
                    queries.remainder(
                            wide(arithmetic.left(), type),
                            "NULLIF(" + wide(arithmetic.right(), type) + ", 0)");
        };
    }

    private void check(ValueType type, Node... operands) {
        boolean integers =
                operands.length > 0
                        && type.isWhole()
                        && type.precision() <= LONG_DIGITS
                        && Arrays.stream(operands).allMatch(NumberSql::isInteger);
        if (!integers && type.precision() > queries.exactDigits()) {
            throw new ExpressionSql.Unsayable(
                    "A result can have "
                            + type.precision()
                            + " digits; exact are "
                            + queries.exactDigits()
                            + ".");
        }
    }

    /** The whole part of a quotient; what is divided leaves no rest, so nothing is rounded. */
    private String quotient(String dividend, String divisor) {
        String notZero = "NULLIF(" + divisor + ", 0)";
        return "(" + dividend + " - " + queries.remainder(dividend, notZero) + ") / " + notZero;
    }

    /** One digit more than wanted is worked out by a whole division, then rounded. */
    private String divided(Node.Arithmetic arithmetic) {
        int scale = arithmetic.type().scale();
        ValueType dividend = arithmetic.left().type();
        ValueType raised = ValueType.number(dividend.precision() + scale + 1, dividend.scale());
        check(raised);
        String shifted =
                "(" + decimal(arithmetic.left(), raised) + " * 1" + "0".repeat(scale + 1) + ")";
        String whole = quotient(shifted, decimal(arithmetic.right(), raised));
        return "ROUND((" + whole + ") * 0." + "0".repeat(scale) + "1, " + scale + ")";
    }

    private String decimal(Node node, ValueType type) {
        return queries.cast(
                writer.value(node), new DecimalType(type.precision(), node.type().scale()));
    }

    /**
     * A whole operand, wide enough that the result does not overflow; decimals widen themselves.
     */
    private String wide(Node node, ValueType result) {
        boolean leaf = node instanceof Node.ColumnValue || node instanceof Node.Literal;
        if (!node.type().isWhole() || !leaf) {
            return writer.operand(node);
        }
        if (result.precision() > LONG_DIGITS) {
            return queries.cast(writer.value(node), new DecimalType(result.precision(), 0));
        }
        boolean long64 =
                node instanceof Node.ColumnValue column
                        && column.columnType().equals(IntegerType.BIG);
        return long64 || node instanceof Node.Literal
                ? writer.operand(node)
                : queries.cast(writer.value(node), IntegerType.BIG);
    }

    String round(Node.Call call) {
        Node operand = call.operands().getFirst();
        int scale = call.type().scale();
        return operand.type().scale() <= scale
                ? writer.operand(operand)
                : "ROUND(" + exactly(operand) + ", " + scale + ")";
    }
}
