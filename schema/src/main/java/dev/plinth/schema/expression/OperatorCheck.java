package dev.plinth.schema.expression;

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
    private final Findings findings;
    private final ArithmeticCheck arithmetic;

    OperatorCheck(Findings findings) {
        this.findings = findings;
        this.arithmetic = new ArithmeticCheck(findings);
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
        return switch (function) {
            case "_&&_", "_||_" -> logic(function.equals("_&&_"), operands, position);
            case "!_" -> truth(operands.getFirst(), position).map(Node.Not::new);
            case "-_" -> arithmetic.negation(operands.getFirst(), position);
            case "_?_:_" -> conditional(operands, position);
            default -> arithmetic.apply(apply, operands);
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
