package dev.plinth.schema.expression;

import dev.plinth.schema.expression.Node.Operation;
import dev.plinth.schema.expression.Node.Operator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which operands an operator takes, and what it gives. */
final class OperatorCheck {
    private static final Map<String, Operator> COMPARISONS =
            Map.of(
                    "_==_", Operator.EQUAL,
                    "_!=_", Operator.NOT_EQUAL,
                    "_<_", Operator.LESS,
                    "_<=_", Operator.AT_MOST,
                    "_>_", Operator.GREATER,
                    "_>=_", Operator.AT_LEAST);
    private static final Map<String, Operation> OPERATIONS =
            Map.of(
                    "_+_", Operation.ADD,
                    "_-_", Operation.SUBTRACT,
                    "_*_", Operation.MULTIPLY,
                    "_/_", Operation.DIVIDE,
                    "_%_", Operation.REMAINDER);

    private final Findings findings;

    OperatorCheck(Findings findings) {
        this.findings = findings;
    }

    static boolean isOperator(String function) {
        return function.contains("_") && !Character.isLetter(function.charAt(0))
                || COMPARISONS.containsKey(function);
    }

    Optional<Node> apply(Syntax.Apply apply, List<Node> operands) {
        int position = apply.position();
        String function = apply.function();
        if (COMPARISONS.containsKey(function)) {
            return comparison(
                    COMPARISONS.get(function), operands.getFirst(), operands.getLast(), position);
        }
        if (OPERATIONS.containsKey(function)) {
            return arithmetic(
                    OPERATIONS.get(function), operands.getFirst(), operands.getLast(), position);
        }
        return switch (function) {
            case "_&&_", "_||_" -> logic(function.equals("_&&_"), operands, position);
            case "!_" -> truth(operands.getFirst(), position).map(Node.Not::new);
            case "-_" -> negation(operands.getFirst(), position);
            case "_?_:_" -> conditional(operands, position);
            default -> {
                findings.error(
                        ExpressionCode.NOT_SUPPORTED,
                        position,
                        "This operator is not known in expressions.",
                        "");
                yield Optional.empty();
            }
        };
    }

    private Optional<Node> comparison(Operator operator, Node left, Node right, int position) {
        if (isNull(left) || isNull(right)) {
            return nullTest(operator, left, right, position);
        }
        Optional<Coercion.Pair> pair = Coercion.meet(left, right);
        if (pair.isEmpty()) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    position,
                    both("compared", left, right),
                    hint(left.type().kind(), right.type().kind()));
            return Optional.empty();
        }
        Kind kind = pair.get().left().type().kind();
        if (kind == Kind.OPAQUE || operator.needsOrder() && !kind.hasOrder()) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    position,
                    "\"" + operator.symbol() + "\" does not work on " + kind.words() + ".",
                    kind == Kind.OPAQUE ? "Test for null with == null." : "Use == or !=.");
            return Optional.empty();
        }
        return pair.map(p -> new Node.Comparison(operator, p.left(), p.right()));
    }

    /** The word itself; a calculation that comes to null is only unknown. */
    private static boolean isNull(Node node) {
        return node.type().kind() == Kind.NULL;
    }

    private Optional<Node> nullTest(Operator operator, Node left, Node right, int position) {
        if (operator.needsOrder()) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    position,
                    "Nothing is greater or smaller than null.",
                    "Use == null or != null.");
            return Optional.empty();
        }
        Node tested = isNull(left) ? right : left;
        return Optional.of(new Node.NullTest(tested, operator == Operator.EQUAL));
    }

    private Optional<Node> logic(boolean all, List<Node> operands, int position) {
        Optional<Node> left = truth(operands.getFirst(), position);
        Optional<Node> right = truth(operands.getLast(), position);
        return left.flatMap(l -> right.map(r -> new Node.Logic(all, l, r)));
    }

    /** The node as a condition, or a finding. */
    private Optional<Node> truth(Node node, int position) {
        Optional<Node> condition = Coercion.to(node, ValueType.BOOLEAN);
        if (condition.isEmpty()) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    position,
                    "A condition is needed here, not " + node.type().kind().words() + ".",
                    "Compare it with something.");
        }
        return condition;
    }

    private Optional<Node> conditional(List<Node> operands, int position) {
        Optional<Node> condition = truth(operands.getFirst(), position);
        Optional<Coercion.Pair> results = Coercion.meet(operands.get(1), operands.get(2));
        if (results.isEmpty()) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    position,
                    both("chosen between", operands.get(1), operands.get(2)),
                    "Both results have to be of one kind.");
            return Optional.empty();
        }
        Node then = results.get().left();
        Node otherwise = results.get().right();
        ValueType type = ResultTypes.common(then, otherwise);
        if (type.kind() == Kind.NULL) {
            findings.error(ExpressionCode.WRONG_OPERAND, position, "Both results are null.", "");
            return Optional.empty();
        }
        return condition.map(c -> new Node.Conditional(type, c, then, otherwise));
    }

    private Optional<Node> negation(Node operand, int position) {
        if (!operand.type().kind().isNumeric()) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    position,
                    "\"-\" needs a number, not " + operand.type().kind().words() + ".",
                    "");
            return Optional.empty();
        }
        return Optional.of(new Node.Negation(operand));
    }

    private Optional<Node> arithmetic(Operation operation, Node left, Node right, int position) {
        Optional<ValueType> type = ResultTypes.of(operation, left, right);
        if (type.isEmpty()) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    position,
                    "\""
                            + operation.symbol()
                            + "\" does not work on "
                            + left.type().kind().words()
                            + " and "
                            + right.type().kind().words()
                            + ".",
                    "");
            return Optional.empty();
        }
        if (operation == Operation.DIVIDE && left.type().isWhole() && right.type().isWhole()) {
            findings.warning(
                    ExpressionCode.WHOLE_DIVISION,
                    position,
                    "Two whole numbers are divided, so the result is cut to a whole number.",
                    "For decimals multiply the first by 1.0.");
        }
        if (type.get().kind() == Kind.DATE && !(wholeDays(left) && wholeDays(right))) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    position,
                    "A date moves by whole days only.",
                    "Write the duration as a constant in days: duration('30d').");
            return Optional.empty();
        }
        if (type.get().kind() == Kind.TEXT) {
            return Optional.of(
                    new Node.Call(ValueType.TEXT, Function.CONCATENATE, List.of(left, right)));
        }
        return type.map(t -> new Node.Arithmetic(t, operation, left, right));
    }

    private static boolean wholeDays(Node node) {
        return node.type().kind() != Kind.DURATION
                || node instanceof Node.Literal(ValueType _, Duration duration)
                        && duration.equals(Duration.ofDays(duration.toDays()));
    }

    /** One element of the list after {@code in}. */
    Optional<Node> candidate(Node operand, Node candidate, int position) {
        Optional<Node> taken =
                isNull(candidate) || operand.type().kind() == Kind.OPAQUE
                        ? Optional.empty()
                        : Coercion.meet(operand, candidate)
                                .filter(p -> p.left().equals(operand))
                                .map(Coercion.Pair::right);
        if (taken.isEmpty()) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    position,
                    both("compared", operand, candidate),
                    isNull(candidate) ? "Test for null with == null." : "");
        }
        return taken;
    }

    private static String both(String what, Node left, Node right) {
        String first = left.type().kind().words();
        return Character.toUpperCase(first.charAt(0))
                + first.substring(1)
                + " and "
                + right.type().kind().words()
                + " cannot be "
                + what
                + ".";
    }

    private static String hint(Kind left, Kind right) {
        Kind other = left == Kind.TEXT ? right : left;
        return switch (other) {
            case DATE -> "Write a date as date('2025-12-31').";
            case TIMESTAMP, INSTANT -> "Write a timestamp as timestamp('2025-12-31T13:45:00Z').";
            case TIME -> "Write a time as time('13:45:00').";
            case NUMBER, DOUBLE -> "Write numbers without quotes.";
            case UUID -> "Write a UUID as uuid('…').";
            case BOOLEAN -> "Write true or false without quotes.";
            case OPAQUE -> "Test for null with == null.";
            case TEXT, DURATION, NULL -> "";
        };
    }
}
