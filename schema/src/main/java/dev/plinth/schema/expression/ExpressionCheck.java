package dev.plinth.schema.expression;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.problem.Nearest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves names and types. Goes on after a problem, so that all are found at once; a part that is
 * empty has been reported already.
 */
final class ExpressionCheck {
    private static final Set<String> LIST_MACROS =
            Set.of("all", "exists", "exists_one", "map", "filter");

    private final Scope scope;
    private final Findings findings;
    private final OperatorCheck operators;
    private final CallCheck calls;
    private final ConstantCall constants;

    private ExpressionCheck(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
        this.operators = new OperatorCheck(findings);
        this.calls = new CallCheck(findings);
        this.constants = new ConstantCall(findings);
    }

    /** The checked expression; without one the findings say why. */
    static Optional<Node> check(Syntax syntax, Scope scope, Wanted wanted, Findings findings) {
        Optional<Node> node =
                new ExpressionCheck(scope, findings)
                        .resolve(syntax)
                        .flatMap(n -> ResultCheck.check(n, wanted, start(syntax), findings));
        return findings.hasErrors() ? Optional.empty() : node;
    }

    /** Where the leftmost part begins; an operator's own position is its sign. */
    private static int start(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Apply apply when !apply.arguments().isEmpty() ->
                    Math.min(apply.position(), start(apply.arguments().getFirst()));
            case Syntax.Member member -> start(member.target());
            case Syntax.Apply apply -> apply.position();
            case Syntax.Constant constant -> constant.position();
            case Syntax.Name name -> name.position();
            case Syntax.Sequence sequence -> sequence.position();
        };
    }

    private Optional<Node> resolve(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Constant constant -> Optional.of(Constants.of(constant.value()));
            case Syntax.Name name -> column(name.name(), false, name.position());
            case Syntax.Member member -> member(member);
            case Syntax.Apply apply -> apply(apply).map(Constants::fold);
            case Syntax.Sequence sequence -> {
                findings.error(
                        ExpressionCode.WRONG_OPERAND,
                        sequence.position(),
                        "A list can only stand after \"in\".",
                        "Write status in ['new', 'open'].");
                yield Optional.empty();
            }
        };
    }

    private Optional<Node> column(String name, boolean old, int position) {
        Optional<Column> column = scope.column(name);
        if (column.isEmpty()) {
            String hint =
                    Function.names().contains(name)
                            ? "A function is called with brackets: " + name + "(…)."
                            : Nearest.question(
                                    name, scope.columns().stream().map(Column::name).toList());
            findings.error(
                    ExpressionCode.UNKNOWN_COLUMN,
                    position,
                    "\"" + scope.title() + "\" has no column \"" + name + "\".",
                    hint);
        }
        return column.map(c -> new Node.ColumnValue(c.name(), c.type(), old));
    }

    private Optional<Node> member(Syntax.Member member) {
        if (!(member.target() instanceof Syntax.Name(String target, int position))) {
            findings.error(
                    ExpressionCode.UNKNOWN_NAME,
                    member.position(),
                    "\"." + member.name() + "\" is not known.",
                    "Columns are named as they are, or as row.name.");
            return Optional.empty();
        }
        if (target.equals("row")) {
            return column(member.name(), false, position);
        }
        if (target.equals("old")) {
            if (!scope.old()) {
                findings.error(
                        ExpressionCode.NO_OLD_ROW,
                        position,
                        "There is no earlier row here.",
                        "\"old\" is known in triggers on update.");
                return Optional.empty();
            }
            return column(member.name(), true, position);
        }
        String full = target + "." + member.name();
        var type = scope.variables().get(full);
        if (type == null) {
            findings.error(
                    ExpressionCode.UNKNOWN_NAME,
                    position,
                    "\"" + full + "\" is not known here.",
                    target.equals("user") && scope.variables().isEmpty()
                            ? "The user is known in row conditions only."
                            : Nearest.question(full, scope.variables().keySet()));
            return Optional.empty();
        }
        return Optional.of(new Node.Variable(full, type));
    }

    private Optional<Node> apply(Syntax.Apply apply) {
        if (apply.function().equals("@in")) {
            return membership(apply);
        }
        if (apply.method() && LIST_MACROS.contains(apply.function())) {
            findings.error(
                    ExpressionCode.NOT_SUPPORTED,
                    apply.position(),
                    "\"" + apply.function() + "\" goes through a list, and a row has none.",
                    "Combine conditions with && and ||.");
            return Optional.empty();
        }
        if (apply.function().equals("has") && !apply.method()) {
            return has(apply);
        }
        if (ConstantCall.isOne(apply)) {
            return constants.check(apply);
        }
        List<Node> operands = new ArrayList<>();
        apply.arguments().forEach(a -> resolve(a).ifPresent(operands::add));
        if (operands.size() < apply.arguments().size()) {
            return Optional.empty();
        }
        return OperatorCheck.isOperator(apply.function())
                ? operators.apply(apply, operands)
                : calls.call(apply, operands);
    }

    private Optional<Node> has(Syntax.Apply apply) {
        if (apply.arguments().size() != 1
                || apply.arguments().getFirst() instanceof Syntax.Constant) {
            findings.error(
                    ExpressionCode.WRONG_COUNT,
                    apply.position(),
                    "\"has\" takes one column.",
                    "Write has(row.name).");
            return Optional.empty();
        }
        return resolve(apply.arguments().getFirst()).map(n -> new Node.NullTest(n, false));
    }

    private Optional<Node> membership(Syntax.Apply apply) {
        Optional<Node> operand = resolve(apply.arguments().getFirst());
        if (!(apply.arguments().getLast()
                instanceof Syntax.Sequence(List<Syntax> written, int _))) {
            findings.error(
                    ExpressionCode.WRONG_OPERAND,
                    apply.position(),
                    "After \"in\" stands a list.",
                    "Write status in ['new', 'open'].");
            return Optional.empty();
        }
        List<Node> candidates = new ArrayList<>();
        for (Syntax each : written) {
            Optional<Node> candidate = resolve(each);
            if (operand.isPresent() && candidate.isPresent()) {
                operators
                        .candidate(operand.get(), candidate.get(), start(each))
                        .ifPresent(candidates::add);
            }
        }
        return operand.filter(_ -> candidates.size() == written.size())
                .map(o -> new Node.Membership(o, candidates));
    }
}
