package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Queries;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Comparisons, each kind of value in its own way. */
final class ComparisonSql {
    private final ExpressionSql writer;
    private final NumberSql numbers;
    private final DoubleSql doubles;
    private final Dialect dialect;
    private final Queries queries;

    ComparisonSql(ExpressionSql writer, NumberSql numbers, DoubleSql doubles, Dialect dialect) {
        this.writer = writer;
        this.doubles = doubles;
        this.numbers = numbers;
        this.dialect = dialect;
        this.queries = dialect.queries();
    }

    String write(Node.Comparison comparison) {
        return write(comparison.operator(), comparison.left(), comparison.right());
    }

    private String write(Operator operator, Node left, Node right) {
        Kind kind = left.type().kind();
        if (kind == Kind.DOUBLE || right.type().kind() == Kind.DOUBLE) {
            return doubles.operand(left) + " " + operator.sql() + " " + doubles.operand(right);
        }
        return switch (kind) {
            case TEXT -> {
                boolean orders = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
                if (orders && !queries.knowsCodePoints()) {
                    throw new Unsayable("It asks which text comes first.");
                }
                yield queries.compareTexts(
                        writer.compared(left), operator.sql(), writer.compared(right));
            }
            case NUMBER -> numbers.compare(left, operator, right);
            case DURATION -> elapsed(operator, left, right);
            case BOOLEAN, UUID ->
                    writer.compared(left) + " " + operator.sql() + " " + writer.compared(right);
            case DATE, TIME, TIMESTAMP, INSTANT ->
                    comparable(left) + " " + operator.sql() + " " + comparable(right);
            case DOUBLE, OPAQUE, NULL -> throw new IllegalStateException("refused by the check");
        };
    }

    private String comparable(Node node) {
        return dialect.types()
                .comparable(
                        node instanceof Node.ColumnValue column
                                ? column.columnType()
                                : node.type().columnType(),
                        writer.compared(node));
    }

    /** {@code a - b < d} is said as {@code a < b + d}: few databases have durations. */
    private String elapsed(Operator operator, Node left, Node right) {
        if (left instanceof Node.Literal && !(right instanceof Node.Literal)) {
            return elapsed(operator.mirrored(), right, left);
        }
        if (left instanceof Node.Arithmetic(ValueType _, Operation _, Node to, Node from)
                && to.type().kind().isMoment()
                && from.type().kind().isMoment()
                && right instanceof Node.Literal(ValueType _, Duration duration)) {
            return comparable(to)
                    + " "
                    + operator.sql()
                    + " "
                    + dialect.types()
                            .comparable(to.type().columnType(), writer.moved(from, duration));
        }
        throw new Unsayable("It calculates with durations.");
    }

    String write(Node.Membership membership) {
        Node operand = membership.operand();
        List<Node> candidates = membership.candidates();
        if (candidates.isEmpty()) {
            return "1 = 0";
        }
        List<String> equalities =
                candidates.stream().map(c -> write(Operator.EQUAL, operand, c)).toList();
        String left = writer.compared(operand);
        List<String> plain =
                candidates.stream().map(c -> left + " = " + writer.compared(c)).toList();
        return equalities.equals(plain) && queries.listsMixTypes()
                ? candidates.stream()
                        .map(writer::compared)
                        .collect(Collectors.joining(", ", left + " IN (", ")"))
                : String.join(" OR ", equalities);
    }
}
