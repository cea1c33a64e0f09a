package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;

import java.math.BigDecimal;

/**
 * Numbers for a database whose decimals are floating point: 12.50 is calculated with as 1250, a
 * whole number of 64 bits. How far each one is shifted is known beforehand; what overflows is an
 * error.
 */
final class ScaledSql implements NumberSql {
    /** Digits that 64 bits always hold. */
    private static final int LONG_DIGITS = 18;

    private final ExpressionSql writer;
    private final Queries queries;

    ScaledSql(ExpressionSql writer, Queries queries) {
        this.writer = writer;
        this.queries = queries;
    }

    @Override
    public String value(Node node) {
        return shifted(node, node.type().scale());
    }

    @Override
    public String stored(Node node, ColumnType type) {
        return switch (type) {
            case DecimalType decimal ->
                    queries.decimal(checked(node, decimal.scale()), decimal)
                            .orElseThrow(ScaledSql::noDecimals);
            case FloatType _ -> floating(node);
            default -> checked(node, 0);
        };
    }

    @Override
    public String compare(Node left, Operator operator, Node right) {
        if (writer.binds() && (isLong(left) || isLong(right))) {
            return queries.compareNumbers(asItIs(left, right), operator.sql(), asItIs(right, left));
        }
        int scale = Math.max(left.type().scale(), right.type().scale());
        return checked(left, scale) + " " + operator.sql() + " " + checked(right, scale);
    }

    @Override
    public String floating(Node node) {
        int scale = node.type().scale();
        String whole = queries.cast(checked(node, scale), FloatType.DOUBLE);
        return scale == 0 ? whole : "(" + whole + " / " + power(scale) + ".0)";
    }

    /** The number times ten to the power of {@code scale}, which is at least the number's own. */
    private String shifted(Node node, int scale) {
        int own = node.type().scale();
        if (node instanceof Node.Literal(ValueType _, BigDecimal number)) {
            return number.movePointRight(scale).toBigIntegerExact().toString();
        }
        if (writer.isBoundEarly(node)) {
            return writer.mark(IntegerType.BIG, times(node, scale));
        }
        if (node instanceof Node.Conditional
                || node instanceof Node.Call call && call.function() == Function.COALESCE
                || node instanceof Node.Nothing) {
            return writer.either(node, n -> bracketed(n, scale));
        }
        String unscaled = unscaled(node);
        return scale == own ? unscaled : "(" + unscaled + ") * " + power(scale - own);
    }

    private static Node times(Node node, int scale) {
        BigDecimal power = BigDecimal.ONE.movePointRight(scale);
        ValueType type = ValueType.of(power);
        return scale == 0
                ? node
                : new Node.Arithmetic(
                        ValueType.number(node.type().precision() + scale, 0),
                        Operation.MULTIPLY,
                        node,
                        new Node.Literal(type, power));
    }

    private String unscaled(Node node) {
        return switch (node) {
            case Node.ColumnValue column -> column(column);
            case Node.Arithmetic arithmetic -> calculated(arithmetic);
            case Node.Negation(Node operand) -> "-" + bracketed(operand, node.type().scale());
            case Node.Call call ->
                    switch (call.function()) {
                        case SIZE -> writer.texts().value(call);
                        case ABSOLUTE -> "ABS(" + value(call.operands().getFirst()) + ")";
                        case ROUND -> rounded(call);
                        default -> throw new IllegalStateException("no number: " + call);
                    };
            default -> writer.either(node, this::value);
        };
    }

    private String column(Node.ColumnValue column) {
        String name = writer.column(column);
        return column.columnType() instanceof DecimalType type
                ? queries.scaled(name, type).orElseThrow(ScaledSql::noDecimals)
                : name;
    }

    private String calculated(Node.Arithmetic arithmetic) {
        Node left = arithmetic.left();
        Node right = arithmetic.right();
        int scale = arithmetic.type().scale();
        return switch (arithmetic.operation()) {
            case ADD -> bracketed(left, scale) + " + " + bracketed(right, scale);
            case SUBTRACT -> bracketed(left, scale) + " - " + bracketed(right, scale);
            case MULTIPLY ->
                    bracketed(left, left.type().scale())
                            + " * "
                            + bracketed(right, right.type().scale());
            case DIVIDE ->
                    arithmetic.type().isWhole()
                            ? checked(left, 0) + " / NULLIF(" + checked(right, 0) + ", 0)"
                            : divided(left, right, scale);
            case REMAINDER ->
                    queries.remainder(
                            checked(left, scale), "NULLIF(" + checked(right, scale) + ", 0)");
        };
    }

    /** With one digit more than wanted, by which it is rounded. */
    private String divided(Node left, Node right, int scale) {
        int divisor = right.type().scale();
        String quotient =
                checked(left, Math.max(left.type().scale(), divisor + scale + 1))
                        + " / NULLIF("
                        + checked(right, Math.max(divisor, left.type().scale() - scale - 1))
                        + ", 0)";
        return halfUp(quotient, 1);
    }

    private String rounded(Node.Call call) {
        Node operand = call.operands().getFirst();
        int digits = operand.type().scale() - call.type().scale();
        return digits <= 0
                ? value(operand)
                : halfUp(checked(operand, operand.type().scale()), digits);
    }

    /** Without its last digits; a half goes away from zero. */
    private static String halfUp(String whole, int digits) {
        String half = "5" + "0".repeat(digits - 1);
        return "("
                + whole
                + " + CASE WHEN "
                + whole
                + " < 0 THEN -"
                + half
                + " ELSE "
                + half
                + " END) / "
                + power(digits);
    }

    private String bracketed(Node node, int scale) {
        String text = shifted(node, scale);
        return text.indexOf(' ') < 0 && !text.startsWith("-") ? text : "(" + text + ")";
    }

    private static String power(int digits) {
        return "1" + "0".repeat(digits);
    }

    /** As {@link #shifted}, in brackets where needed, and never rounded in silence. */
    private String checked(Node node, int scale) {
        String text = bracketed(node, scale);
        boolean asItIs = node instanceof Node.ColumnValue || node instanceof Node.Literal;
        int digits = node.type().precision() + scale - node.type().scale();
        return digits <= LONG_DIGITS || asItIs && scale == node.type().scale()
                ? text
                : "(" + queries.withinRange(text) + ")";
    }

    /** A decimal column of more digits than can be taken apart. */
    private boolean isLong(Node node) {
        return node instanceof Node.ColumnValue column
                && column.columnType() instanceof DecimalType type
                && queries.scaled("", type).isEmpty();
    }

    private String asItIs(Node node, Node beside) {
        if (!(node instanceof Node.ColumnValue || node.isRowFree())) {
            throw noDecimals();
        }
        if (node instanceof Node.ColumnValue column) {
            return writer.column(column);
        }
        return switch (node) {
            case Node.Literal literal -> writer.constant(literal);
            default -> writer.mark(beside.type().columnType(), node);
        };
    }

    private static Unsayable noDecimals() {
        return new Unsayable("It calculates with decimals of too many digits.");
    }
}
