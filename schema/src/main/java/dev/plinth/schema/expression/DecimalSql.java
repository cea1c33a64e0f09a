package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;

import java.math.BigDecimal;

/**
 * Numbers as the database's own decimals. Left alone, databases overflow at the type of a column
 * and divide to as many digits as they like, so the types of operands are spelled out.
 */
final class DecimalSql implements NumberSql {
    /** Digits that 64 bits always hold. */
    private static final int LONG_DIGITS = 18;

    private final ExpressionSql writer;
    private final Queries queries;

    DecimalSql(ExpressionSql writer, Queries queries) {
        this.writer = writer;
        this.queries = queries;
    }

    @Override
    public String value(Node node) {
        return switch (node) {
            case Node.Literal(ValueType _, BigDecimal number) -> constant(number);
            case Node.ColumnValue column -> writer.column(column);
            case Node.Arithmetic arithmetic -> calculated(arithmetic);
            case Node.Negation(Node operand) -> "-" + wide(operand, operand.type());
            case Node.Call call ->
                    switch (call.function()) {
                        case SIZE -> writer.texts().value(call);
                        case ABSOLUTE ->
                                "ABS(" + wide(call.operands().getFirst(), call.type()) + ")";
                        case ROUND -> rounded(call);
                        default -> writer.either(call, writer::value);
                    };
            default -> writer.either(node, writer::value);
        };
    }

    @Override
    public String stored(Node node, ColumnType type) {
        return type instanceof FloatType ? floating(node) : writer.value(node);
    }

    @Override
    public String compare(Node left, Operator operator, Node right) {
        return writer.compared(left) + " " + operator.sql() + " " + writer.compared(right);
    }

    @Override
    public String floating(Node node) {
        return queries.cast(writer.value(node), FloatType.DOUBLE);
    }

    private static String constant(BigDecimal number) {
        String plain = number.toPlainString();
        return number.signum() < 0 ? "(" + plain + ")" : plain;
    }

    private String calculated(Node.Arithmetic arithmetic) {
        ValueType type = arithmetic.type();
        Node left = arithmetic.left();
        Node right = arithmetic.right();
        check(type);
        return switch (arithmetic.operation()) {
            case ADD, SUBTRACT, MULTIPLY ->
                    wide(left, type)
                            + " "
                            + arithmetic.operation().symbol()
                            + " "
                            + wide(right, type);
            case DIVIDE ->
                    type.isWhole()
                            ? quotient(wide(left, type), wide(right, type), 0)
                            : divided(arithmetic);
            case REMAINDER ->
                    queries.remainder(
                            wide(left, type),
                            "NULLIF(" + divisor(right, type) + ", 0)",
                            type.scale());
        };
    }

    private void check(ValueType type) {
        if (type.precision() > queries.exactDigits()) {
            throw new Unsayable(
                    "A result can have "
                            + type.precision()
                            + " digits; exact are "
                            + queries.exactDigits()
                            + ".");
        }
    }

    /** H2 gives what is left the type of the divisor, so that has to hold the digits. */
    private String divisor(Node node, ValueType result) {
        int more = result.scale() - node.type().scale();
        return more <= 0
                ? wide(node, result)
                : queries.cast(
                        writer.value(node),
                        new DecimalType(node.type().precision() + more, result.scale()));
    }

    /** The whole part of a quotient; what is divided leaves no rest, so nothing is rounded. */
    private String quotient(String dividend, String divisor, int scale) {
        String notZero = "NULLIF(" + divisor + ", 0)";
        String rest = queries.remainder(dividend, notZero, scale);
        return "(" + dividend + " - " + rest + ") / " + notZero;
    }

    /** One digit more than wanted is worked out by a whole division, then rounded. */
    private String divided(Node.Arithmetic arithmetic) {
        Node left = arithmetic.left();
        int scale = arithmetic.type().scale();
        ValueType raised =
                ValueType.number(left.type().precision() + scale + 1, left.type().scale());
        check(raised);
        String dividend =
                queries.cast(
                        writer.value(left), new DecimalType(raised.precision(), raised.scale()));
        String whole =
                quotient(
                        "(" + dividend + " * 1" + "0".repeat(scale + 1) + ")",
                        writer.operand(arithmetic.right()),
                        Math.max(left.type().scale(), arithmetic.right().type().scale()));
        return queries.rounded("(" + whole + ") * 0." + "0".repeat(scale) + "1", scale);
    }

    /**
     * An operand, wide enough that the result does not overflow; most decimals are by themselves.
     */
    private String wide(Node node, ValueType result) {
        boolean needsDecimal = result.precision() > LONG_DIGITS;
        boolean isDecimal =
                !node.type().isWhole()
                        || node instanceof Node.Literal
                        || isCalculation(node) && node.type().precision() > LONG_DIGITS;
        if (isDecimal) {
            return needsDecimal
                            && !queries.widensDecimals()
                            && node.type().precision() <= LONG_DIGITS
                    ? queries.cast(
                            writer.value(node),
                            new DecimalType(LONG_DIGITS + 1, node.type().scale()))
                    : writer.operand(node);
        }
        if (needsDecimal) {
            return queries.cast(writer.value(node), new DecimalType(result.precision(), 0));
        }
        boolean isLong =
                isCalculation(node)
                        || node instanceof Node.ColumnValue column
                                && column.columnType().equals(IntegerType.BIG);
        return isLong ? writer.operand(node) : queries.cast(writer.value(node), IntegerType.BIG);
    }

    /** Whether the node was itself written with wide operands. */
    private static boolean isCalculation(Node node) {
        return node instanceof Node.Arithmetic || node instanceof Node.Negation;
    }

    private String rounded(Node.Call call) {
        Node operand = call.operands().getFirst();
        int scale = call.type().scale();
        return operand.type().scale() <= scale
                ? writer.operand(operand)
                : queries.rounded(writer.value(operand), scale);
    }
}
