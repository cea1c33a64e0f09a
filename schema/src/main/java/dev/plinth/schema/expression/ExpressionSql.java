package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says an expression in SQL. A boolean is written either as a condition or as a value, since some
 * databases tell these apart.
 */
final class ExpressionSql {
    private final Dialect dialect;
    private final Queries queries;
    private final String qualifier;
    private final boolean binds;
    private final Marks marks = new Marks();
    private final NumberSql numbers;
    private final DoubleSql doubles;
    private final ComparisonSql comparisons;
    private final TextSql texts;

    private ExpressionSql(Dialect dialect, String qualifier, boolean binds) {
        this.dialect = dialect;
        this.queries = dialect.queries();
        this.qualifier = qualifier;
        this.binds = binds;
        this.numbers = NumberSql.of(this, queries);
        this.doubles = new DoubleSql(this, numbers, queries);
        this.comparisons = new ComparisonSql(this, numbers, doubles, dialect);
        this.texts = new TextSql(this, queries);
    }

    static InlineSql inline(Node node, Wanted wanted, Dialect dialect, String path) {
        try {
            String text = new ExpressionSql(dialect, "", false).whole(node, wanted);
            return new InlineSql(Optional.of(text), Optional.empty());
        } catch (Unsayable e) {
            return new InlineSql(Optional.empty(), Optional.of(e.problem(dialect, path)));
        }
    }

    /**
     * @throws PlinthException when the dialect cannot say it
     */
    static BoundSql bound(
            Node node, Wanted wanted, Dialect dialect, String qualifier, String path) {
        try {
            return bound(node, wanted, dialect, qualifier);
        } catch (Unsayable e) {
            throw new PlinthException(e.refusal(dialect, path));
        }
    }

    private static BoundSql bound(Node node, Wanted wanted, Dialect dialect, String qualifier) {
        ExpressionSql writer = new ExpressionSql(dialect, qualifier, true);
        return writer.marks.resolve(writer.whole(node, wanted), dialect.types());
    }

    private String whole(Node node, Wanted wanted) {
        return switch (wanted) {
            case Wanted.Condition() -> condition(node);
            case Wanted.Value(ColumnType type) ->
                    node.type().kind() == Kind.NUMBER && !isBoundEarly(node)
                            ? numbers.stored(node, type)
                            : value(node);
        };
    }

    /** Whether this goes into a query, which can do more than what is kept with a table. */
    boolean binds() {
        return binds;
    }

    TextSql texts() {
        return texts;
    }

    /** A boolean as a condition: what may stand after WHERE. */
    String condition(Node node) {
        if (isBoundEarly(node)) {
            // as a number, because not every database takes a bare parameter for a condition
            return mark(IntegerType.NORMAL, node) + " = 1";
        }
        return switch (node) {
            case Node.Literal(ValueType _, Object truth) ->
                    Boolean.TRUE.equals(truth) ? "1 = 1" : "1 = 0";
            case Node.Nothing _ -> "1 = " + queries.nothing(IntegerType.NORMAL);
            case Node.Logic(boolean all, Node left, Node right) ->
                    inLogic(left, all) + (all ? " AND " : " OR ") + inLogic(right, all);
            case Node.Not(Node operand) -> "NOT (" + condition(operand) + ")";
            case Node.Comparison comparison -> comparisons.write(comparison);
            case Node.Membership membership -> comparisons.write(membership);
            case Node.NullTest(Node operand, boolean wantsNull) ->
                    nullTested(operand) + (wantsNull ? " IS NULL" : " IS NOT NULL");
            case Node.Call call when call.function() != Function.COALESCE -> texts.condition(call);
            case Node.ColumnValue _, Node.Conditional _, Node.Call _ ->
                    queries.asCondition(plainValue(node));
            case Node.Variable _,
                    Node.Moment _,
                    Node.Conversion _,
                    Node.Arithmetic _,
                    Node.Negation _ ->
                    throw new IllegalStateException("no condition: " + node);
        };
    }

    private String inLogic(Node node, boolean all) {
        boolean bare =
                switch (node) {
                    case Node.Logic logic -> logic.all() == all;
                    case Node.Comparison _, Node.NullTest _, Node.Not _ -> true;
                    default -> isBoundEarly(node);
                };
        return bare ? condition(node) : "(" + condition(node) + ")";
    }

    /** A value; a boolean as one that can be stored. */
    String value(Node node) {
        if (node.type().kind() != Kind.BOOLEAN) {
            return plainValue(node);
        }
        boolean stored =
                node instanceof Node.Literal
                        || node instanceof Node.Nothing
                        || node instanceof Node.ColumnValue
                        || node instanceof Node.Conditional
                        || node instanceof Node.Call call && call.function() == Function.COALESCE;
        return stored && !isBoundEarly(node)
                ? plainValue(node)
                : queries.asTruthValue("(" + condition(node) + ")");
    }

    /** As {@link #value}, in brackets unless it is one thing already. */
    String operand(Node node) {
        String text = value(node);
        boolean whole =
                switch (node) {
                    case Node.Arithmetic _, Node.Negation _ -> !isBoundEarly(node);
                    case Node.Call call -> call.function() == Function.CONCATENATE;
                    default -> false;
                };
        return whole ? "(" + text + ")" : text;
    }

    private String plainValue(Node node) {
        if (isBoundEarly(node)) {
            return typed(node);
        }
        return switch (node.type().kind()) {
            case NUMBER -> numbers.value(node);
            case DOUBLE -> doubles.value(node);
            case TEXT -> texts.value(node);
            case BOOLEAN, DATE, TIME, TIMESTAMP, INSTANT, UUID, DURATION, OPAQUE, NULL ->
                    switch (node) {
                        case Node.Literal literal -> constant(literal);
                        case Node.ColumnValue column -> column(column);
                        case Node.Arithmetic arithmetic -> moved(arithmetic);
                        default -> either(node, this::value);
                    };
        };
    }

    /** What every kind has in common: one of several values, each written by {@code branch}. */
    String either(Node node, java.util.function.Function<Node, String> branch) {
        return switch (node) {
            case Node.Nothing(ValueType type) ->
                    switch (type.kind()) {
                        case DURATION, OPAQUE, NULL -> "NULL";
                        default -> queries.nothing(type.columnType());
                    };
            case Node.Conditional conditional ->
                    "CASE WHEN "
                            + condition(conditional.condition())
                            + " THEN "
                            + branch.apply(conditional.then())
                            + " ELSE "
                            + branch.apply(conditional.otherwise())
                            + " END";
            case Node.Call call when call.function() == Function.COALESCE ->
                    call.operands().stream()
                            .map(branch)
                            .collect(Collectors.joining(", ", "COALESCE(", ")"));
            case Node.Variable _, Node.Moment _, Node.Conversion _ -> throw Unsayable.notConstant();
            case Node.Literal _,
                    Node.ColumnValue _,
                    Node.Comparison _,
                    Node.Logic _,
                    Node.Not _,
                    Node.Membership _,
                    Node.NullTest _,
                    Node.Arithmetic _,
                    Node.Negation _,
                    Node.Call _ ->
                    throw new IllegalStateException("written by its kind: " + node);
        };
    }

    private String nullTested(Node node) {
        return node instanceof Node.ColumnValue column ? column(column) : operand(node);
    }

    String column(Node.ColumnValue column) {
        if (column.old()) {
            throw new Unsayable("It compares with the row as it was before.");
        }
        String name = dialect.names().quote(column.name());
        return qualifier.isEmpty() ? name : qualifier + "." + name;
    }

    private String moved(Node.Arithmetic arithmetic) {
        boolean adds = arithmetic.operation() == Operation.ADD;
        Node moment = arithmetic.left();
        Node by = arithmetic.right();
        if (moment.type().kind() == Kind.DURATION && adds) {
            moment = arithmetic.right();
            by = arithmetic.left();
        }
        if (!(by instanceof Node.Literal(ValueType _, Duration duration))) {
            throw new Unsayable("It calculates with durations.");
        }
        return moved(moment, adds ? duration : duration.negated());
    }

    String moved(Node moment, Duration by) {
        ColumnType type = moment.type().columnType();
        return queries.moved(operand(moment), type, by)
                .orElseThrow(() -> new Unsayable("It adds a duration to a date or timestamp."));
    }

    String constant(Node.Literal literal) {
        if (literal.type().kind() == Kind.DURATION) {
            throw new Unsayable("It calculates with durations.");
        }
        ColumnType type = literal.type().columnType();
        return dialect.types().keptLiteral(type, type.format(literal.value()));
    }

    /**
     * Whether the part is worked out in Java and bound. Numbers, booleans and null are written out:
     * nothing can hide in them, and a parameter has no type by which a database could calculate.
     */
    boolean isBoundEarly(Node node) {
        if (!binds || !node.isRowFree() || node instanceof Node.Nothing) {
            return false;
        }
        return !node.isConstant()
                || switch (node.type().kind()) {
                    case NUMBER, BOOLEAN, DURATION, NULL -> false;
                    default -> true;
                };
    }

    /** A parameter that says its type, since not every place of it tells a database. */
    private String typed(Node node) {
        ColumnType type = boundType(node);
        // a cast to a text of limited length would cut it
        ColumnType open = type instanceof TextType ? new LongTextType() : type;
        return queries.cast(mark(type, node), open);
    }

    /** As {@link #operand}, beside something that gives a parameter its type. */
    String compared(Node node) {
        return isBoundEarly(node) && node.type().kind() != Kind.BOOLEAN
                ? mark(boundType(node), node)
                : operand(node);
    }

    private static ColumnType boundType(Node node) {
        if (node instanceof Node.Variable variable) {
            return variable.columnType();
        }
        if (node.type().kind() == Kind.DURATION) {
            throw new Unsayable("It calculates with durations.");
        }
        return node.type().columnType();
    }

    String mark(ColumnType type, Node node) {
        return marks.mark(type, node);
    }
}
