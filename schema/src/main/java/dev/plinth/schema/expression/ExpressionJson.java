package dev.plinth.schema.expression;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Writes a checked expression for the evaluator in the browser. Every node is an object with {@code
 * op}; what the browser cannot know by itself (kinds, digits of a quotient) is written out.
 */
final class ExpressionJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private ExpressionJson(JsonGenerator json) {
        this.json = json;
    }

    static String write(Node node) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            new ExpressionJson(json).node(node);
        }
        return text.toString();
    }

    private void node(Node node) {
        json.writeStartObject();
        json.writeStringProperty("op", operation(node));
        switch (node) {
            case Node.Literal literal -> {
                kind(literal.type());
                json.writeStringProperty("value", text(literal));
            }
            case Node.Nothing _ -> {}
            case Node.ColumnValue column -> {
                kind(column.type());
                json.writeStringProperty("name", column.name());
            }
            case Node.Variable variable -> {
                kind(variable.type());
                json.writeStringProperty("name", variable.name());
                json.writeStringProperty("type", variable.columnType().text());
            }
            case Node.Moment moment -> kind(moment.type());
            case Node.Conversion conversion -> kind(conversion.type());
            case Node.Comparison comparison ->
                    kind(
                            comparison.right().type().kind() == Kind.DOUBLE
                                    ? comparison.right().type()
                                    : comparison.left().type());
            case Node.Membership membership -> kind(membership.operand().type());
            case Node.Conditional conditional -> kind(conditional.type());
            case Node.Arithmetic arithmetic -> {
                kind(arithmetic.type());
                if (arithmetic.operation() == Operation.DIVIDE) {
                    json.writeNumberProperty("scale", arithmetic.type().scale());
                }
            }
            case Node.Negation negation -> kind(negation.type());
            case Node.Call call -> {
                kind(call.type());
                if (call.function() == Function.ROUND) {
                    json.writeNumberProperty("scale", call.type().scale());
                }
            }
            case Node.Logic _, Node.Not _, Node.NullTest _ -> {}
        }
        operands(node);
        json.writeEndObject();
    }

    private void operands(Node node) {
        List<Node> operands = node.operands();
        if (node instanceof Node.Call call && call.function() == Function.MATCHES) {
            operands = List.of(call.operands().getFirst(), browserPattern(call));
        }
        if (!operands.isEmpty()) {
            json.writeArrayPropertyStart("of");
            operands.forEach(this::node);
            json.writeEndArray();
        }
    }

    private static Node browserPattern(Node.Call call) {
        if (!(call.operands().getLast() instanceof Node.Literal(ValueType type, String pattern))) {
            throw new IllegalStateException("refused by the check");
        }
        return new Node.Literal(
                type, PortablePattern.write(pattern, PortablePattern.Flavour.BROWSER));
    }

    private void kind(ValueType type) {
        json.writeStringProperty("kind", type.kind().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String operation(Node node) {
        return switch (node) {
            case Node.Literal _ -> "constant";
            case Node.Nothing _ -> "null";
            case Node.ColumnValue column -> column.old() ? "old" : "column";
            case Node.Variable _ -> "variable";
            case Node.Moment _ -> "now";
            case Node.Conversion _ -> "convert";
            case Node.Comparison comparison -> comparison.operator().symbol();
            case Node.Logic(boolean all, Node _, Node _) -> all ? "&&" : "||";
            case Node.Not _ -> "!";
            case Node.Membership _ -> "in";
            case Node.NullTest(Node _, boolean wantsNull) -> wantsNull ? "isNull" : "isNotNull";
            case Node.Conditional _ -> "?";
            case Node.Arithmetic arithmetic -> arithmetic.operation().symbol();
            case Node.Negation _ -> "negate";
            case Node.Call call ->
                    call.function() == Function.CONCATENATE
                            ? "concatenate"
                            : call.function().text();
        };
    }

    /** Numbers as text keep every digit; durations are counted in microseconds. */
    private static String text(Node.Literal literal) {
        return switch (literal.value()) {
            case BigDecimal number -> number.toPlainString();
            case Duration duration -> Long.toString(duration.toNanos() / 1000);
            case Boolean truth -> truth.toString();
            case Double number -> number.toString();
            case Object value -> literal.type().columnType().format(value);
        };
    }
}
