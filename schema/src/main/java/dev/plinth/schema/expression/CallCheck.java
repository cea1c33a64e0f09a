package dev.plinth.schema.expression;

import dev.plinth.schema.problem.Nearest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which functions there are, what they take and what they give. */
final class CallCheck {
    /** Databases agree on rounding up to here. */
    private static final int MAX_ROUND = 20;

    private final Findings findings;

    CallCheck(Findings findings) {
        this.findings = findings;
    }

    Optional<Node> call(Syntax.Apply apply, List<Node> operands) {
        Optional<Function> function = Function.of(apply.function(), apply.method());
        if (function.isEmpty()) {
            unknown(apply);
            return Optional.empty();
        }
        if (!function.get().takes(operands.size())) {
            findings.error(
                    ExpressionCode.WRONG_COUNT,
                    apply.position(),
                    "\"" + apply.function() + "\" has too few or too many operands.",
                    "Write " + function.get().example() + ".");
            return Optional.empty();
        }
        return switch (function.get()) {
            case SIZE -> texts(function.get(), operands, ValueType.number(10, 0), apply);
            case STARTS_WITH, ENDS_WITH, CONTAINS ->
                    texts(function.get(), operands, ValueType.BOOLEAN, apply);
            case MATCHES -> matches(operands, apply);
            case LOWER, UPPER, TRIM, CONCATENATE ->
                    texts(function.get(), operands, ValueType.TEXT, apply);
            case COALESCE -> coalesce(operands, apply);
            case ABSOLUTE ->
                    number(operands.getFirst(), apply)
                            .map(n -> new Node.Call(n.type(), Function.ABSOLUTE, List.of(n)));
            case ROUND -> round(operands, apply);
        };
    }

    private void unknown(Syntax.Apply apply) {
        String name = apply.function();
        boolean otherwise = Function.of(name, !apply.method()).isPresent();
        findings.error(
                ExpressionCode.UNKNOWN_NAME,
                apply.position(),
                "There is no function \"" + name + "\"" + (otherwise ? " in this form." : "."),
                Function.of(name, !apply.method())
                        .map(f -> "Write " + f.example() + ".")
                        .orElseGet(() -> Nearest.question(name, Function.names())));
    }

    private Optional<Node> texts(
            Function function, List<Node> operands, ValueType type, Syntax.Apply apply) {
        List<Node> texts = new ArrayList<>();
        for (Node operand : operands) {
            Optional<Node> text = Coercion.to(operand, ValueType.TEXT);
            if (text.isEmpty()) {
                wrong(apply, operand, "a text");
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(new Node.Call(type, function, texts));
    }

    private Optional<Node> matches(List<Node> operands, Syntax.Apply apply) {
        if (!(operands.getLast() instanceof Node.Literal(ValueType _, String pattern))) {
            findings.error(
                    ExpressionCode.PATTERN,
                    apply.position(),
                    "The pattern of \"matches\" has to be a constant text.",
                    "");
            return Optional.empty();
        }
        Optional<String> refusal = PortablePattern.refusal(pattern);
        if (refusal.isPresent()) {
            findings.error(
                    ExpressionCode.PATTERN,
                    apply.position(),
                    refusal.get(),
                    "Patterns are made of characters, [classes], ( ), |, * + ? {n,m}, ^ and $.");
            return Optional.empty();
        }
        return texts(Function.MATCHES, operands, ValueType.BOOLEAN, apply);
    }

    private Optional<Node> coalesce(List<Node> operands, Syntax.Apply apply) {
        Node type =
                operands.stream()
                        .filter(n -> !n.isRowFree())
                        .findFirst()
                        .orElse(operands.getFirst());
        ValueType common = type.type();
        List<Node> met = new ArrayList<>();
        for (Node operand : operands) {
            Optional<Node> same = Coercion.to(operand, type.type());
            if (same.isEmpty() || type.type().kind() == Kind.NULL) {
                wrong(apply, operand, type.type().kind().words());
                return Optional.empty();
            }
            met.add(same.get());
            common =
                    ResultTypes.common(type, same.get()).kind().isNumeric()
                            ? common.or(same.get().type())
                            : common;
        }
        return Optional.of(new Node.Call(common, Function.COALESCE, met));
    }

    private Optional<Node> number(Node operand, Syntax.Apply apply) {
        if (operand.type().kind().isNumeric()) {
            return Optional.of(operand);
        }
        wrong(apply, operand, "a number");
        return Optional.empty();
    }

    private Optional<Node> round(List<Node> operands, Syntax.Apply apply) {
        Node operand = operands.getFirst();
        if (operand.type().kind() != Kind.NUMBER) {
            wrong(apply, operand, "an exact number");
            return Optional.empty();
        }
        int digits = 0;
        if (operands.size() == 2) {
            if (!(operands.get(1) instanceof Node.Literal(ValueType type, BigDecimal number))
                    || !type.isWhole()
                    || number.signum() < 0
                    || number.compareTo(BigDecimal.valueOf(MAX_ROUND)) > 0) {
                findings.error(
                        ExpressionCode.WRONG_OPERAND,
                        apply.position(),
                        "\"round\" takes a constant from 0 to " + MAX_ROUND + " as its digits.",
                        "Write round(amount, 2).");
                return Optional.empty();
            }
            digits = number.intValueExact();
        }
        ValueType from = operand.type();
        int scale = Math.min(digits, from.scale());
        ValueType type = ValueType.number(from.precision() - from.scale() + 1 + scale, scale);
        return Optional.of(new Node.Call(type, Function.ROUND, List.of(operand)));
    }

    private void wrong(Syntax.Apply apply, Node operand, String wanted) {
        findings.error(
                ExpressionCode.WRONG_OPERAND,
                apply.position(),
                "\""
                        + apply.function()
                        + "\" needs "
                        + wanted
                        + ", not "
                        + operand.type().kind().words()
                        + ".",
                "");
    }
}
