package dev.plinth.schema.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The only place that knows the CEL library. Loaded when the first expression is read: its classes
 * take about a tenth of a second to start.
 */
final class CelReader {
    private static final int MAX_LENGTH = 10_000;

    /** Of brackets, and of operators in a row; the parser balances {@code &&} and {@code ||}. */
    private static final int MAX_DEPTH = 60;

    private static final int MAX_NODES = 1000;
    private static final int MAX_EXPONENT = 100;

    /**
     * Without standard macros, so that {@code has(row.x)} stays a call; {@code all()} is unknown.
     */
    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder()
                    .setOptions(
                            CelOptions.current()
                                    .enableReservedIds(false)
                                    .enableQuotedIdentifierSyntax(true)
                                    .retainRepeatedUnaryOperators(true)
                                    .maxExpressionCodePointSize(MAX_LENGTH)
                                    .maxParseRecursionDepth(MAX_DEPTH)
                                    .maxParseExpressionNodeCount(MAX_NODES)
                                    .build())
                    .build();

    private static final Pattern DECIMAL = Pattern.compile("[0-9]*\\.?[0-9]*(?:[eE][+-]?[0-9]+)?");

    private final String text;
    private final CelSource source;
    private final Findings findings;

    private CelReader(String text, CelSource source, Findings findings) {
        this.text = text;
        this.source = source;
        this.findings = findings;
    }

    /** Reads a text; without a result the findings say why. */
    static java.util.Optional<Syntax> read(String text, Findings findings) {
        if (text.isBlank()) {
            findings.error(ExpressionCode.SYNTAX, 0, "The expression is empty.", "");
            return java.util.Optional.empty();
        }
        CelValidationResult result = PARSER.parse(text);
        if (result.hasError()) {
            report(text, result, findings);
            return java.util.Optional.empty();
        }
        try {
            CelSource source = result.getAst().getSource();
            Syntax read = new CelReader(text, source, findings).convert(result.getAst().getExpr());
            return findings.hasErrors() ? java.util.Optional.empty() : java.util.Optional.of(read);
        } catch (CelValidationException e) {
            throw new IllegalStateException("the result has no errors", e);
        }
    }

    /** The first issue is the cause; those that follow are the parser finding its way back. */
    private static void report(String text, CelValidationResult result, Findings findings) {
        CelIssue issue = result.getErrors().getFirst();
        int position = result.getSource().getLocationOffset(issue.getSourceLocation()).orElse(0);
        SyntaxAdvice.report(text, Math.max(position, 0), issue.getMessage(), findings);
    }

    private Syntax convert(CelExpr expression) {
        int position = source.getPositionsMap().getOrDefault(expression.id(), 0);
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> new Syntax.Constant(value(expression.constant(), position), position);
            case IDENT -> new Syntax.Name(expression.ident().name(), position);
            case SELECT ->
                    new Syntax.Member(
                            convert(expression.select().operand()),
                            expression.select().field(),
                            position);
            case CALL -> {
                List<Syntax> arguments = new ArrayList<>();
                expression.call().target().ifPresent(t -> arguments.add(convert(t)));
                expression.call().args().forEach(a -> arguments.add(convert(a)));
                yield new Syntax.Apply(
                        expression.call().function(),
                        List.copyOf(arguments),
                        expression.call().target().isPresent(),
                        position);
            }
            case LIST ->
                    new Syntax.Sequence(
                            expression.list().elements().stream().map(this::convert).toList(),
                            position);
            case NOT_SET, STRUCT, MAP, COMPREHENSION -> {
                findings.error(
                        ExpressionCode.NOT_SUPPORTED,
                        position,
                        "Maps and objects cannot be written in an expression.",
                        "");
                yield new Syntax.Constant(null, position);
            }
        };
    }

    private @org.jspecify.annotations.Nullable Object value(CelConstant constant, int position) {
        return switch (constant.getKind()) {
            case NULL_VALUE -> null;
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> BigDecimal.valueOf(constant.int64Value());
            case STRING_VALUE -> constant.stringValue();
            case DOUBLE_VALUE -> decimal(constant.doubleValue(), position);
            default -> {
                findings.error(
                        ExpressionCode.NOT_SUPPORTED,
                        position,
                        "This kind of constant cannot be used here.",
                        "Write numbers without a letter behind them and texts without one in"
                                + " front.");
                yield null;
            }
        };
    }

    /** CEL's own value has already lost digits, so the number is read again from the text. */
    private BigDecimal decimal(double sign, int position) {
        Matcher digits = DECIMAL.matcher(text);
        if (!digits.find(text.offsetByCodePoints(0, position))) {
            throw new IllegalStateException("no number at " + position);
        }
        BigDecimal value = new BigDecimal(digits.group());
        if (Math.abs((long) value.scale()) > MAX_EXPONENT || value.precision() > MAX_EXPONENT) {
            findings.error(
                    ExpressionCode.INVALID_CONSTANT,
                    position,
                    "The number " + digits.group() + " is too long.",
                    "");
            return BigDecimal.ZERO;
        }
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        return Math.copySign(1, sign) < 0 ? plain.negate() : plain;
    }
}
