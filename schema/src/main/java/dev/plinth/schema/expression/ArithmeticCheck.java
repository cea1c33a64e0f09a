package dev.plinth.schema.expression;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be calculated with what. */
final class ArithmeticCheck {
    private static final Map<String, Operation> OPERATIONS =
            Map.of(
                    "_+_", Operation.ADD,
                    "_-_", Operation.SUBTRACT,
                    "_*_", Operation.MULTIPLY,
                    "_/_", Operation.DIVIDE,
                    "_%_", Operation.REMAINDER);

    private final Findings findings;

    ArithmeticCheck(Findings findings) {
        this.findings = findings;
    }

    Optional<Node> negation(Node operand, int position) {
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

    Optional<Node> apply(Syntax.Apply apply, List<Node> operands) {
        int position = apply.position();
        Operation operation = OPERATIONS.get(apply.function());
        if (operation == null) {
            findings.error(
                    ExpressionCode.NOT_SUPPORTED,
                    position,
                    "This operator is not known in expressions.",
                    "");
            return Optional.empty();
        }
        Node left = operands.getFirst();
        Node right = operands.getLast();
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
}
