package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.type.FloatType;

/** Floating point numbers; what is calculated with one becomes one of 64 bits first. */
final class DoubleSql {
    private final ExpressionSql writer;
    private final NumberSql numbers;
    private final Queries queries;

    DoubleSql(ExpressionSql writer, NumberSql numbers, Queries queries) {
        this.writer = writer;
        this.numbers = numbers;
        this.queries = queries;
    }

    String value(Node node) {
        return switch (node) {
            case Node.Literal literal -> queries.cast(writer.constant(literal), FloatType.DOUBLE);
            case Node.ColumnValue column -> writer.column(column);
            case Node.Arithmetic arithmetic -> calculated(arithmetic);
            case Node.Negation(Node operand) -> "-" + operand(operand);
            case Node.Call call when call.function() == Function.ABSOLUTE ->
                    "ABS(" + operand(call.operands().getFirst()) + ")";
            default -> writer.either(node, this::operand);
        };
    }

    private String calculated(Node.Arithmetic arithmetic) {
        String right = operand(arithmetic.right());
        return operand(arithmetic.left())
                + " "
                + arithmetic.operation().symbol()
                + " "
                + (arithmetic.operation() == Operation.DIVIDE ? "NULLIF(" + right + ", 0)" : right);
    }

    /** Any number as one of 64 bits, in brackets where needed. */
    String operand(Node node) {
        if (node.type().kind() == Kind.NUMBER && !writer.isBoundEarly(node)) {
            return numbers.floating(node);
        }
        boolean single =
                node instanceof Node.ColumnValue column
                        && !column.columnType().equals(FloatType.DOUBLE);
        return single || writer.isBoundEarly(node)
                ? queries.cast(writer.value(node), FloatType.DOUBLE)
                : writer.operand(node);
    }
}
