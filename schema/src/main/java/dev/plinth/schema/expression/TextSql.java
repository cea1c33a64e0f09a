package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.type.TextType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions on texts. */
final class TextSql {
    private final ExpressionSql writer;
    private final Queries queries;

    TextSql(ExpressionSql writer, Queries queries) {
        this.writer = writer;
        this.queries = queries;
    }

    String condition(Node.Call call) {
        String text = writer.operand(call.operands().getFirst());
        Node other = call.operands().getLast();
        return switch (call.function()) {
            case STARTS_WITH -> queries.startsWith(text, writer.operand(other));
            case ENDS_WITH -> queries.endsWith(text, writer.operand(other));
            case CONTAINS -> queries.contains(text, writer.operand(other));
            case MATCHES -> matches(text, pattern(other));
            case SIZE, LOWER, UPPER, TRIM, CONCATENATE, COALESCE, ABSOLUTE, ROUND ->
                    throw new IllegalStateException("no condition: " + call.function());
        };
    }

    private String matches(String text, Node pattern) {
        boolean may = writer.binds() || queries.matchesInChecks();
        return Optional.of(writer.operand(pattern))
                .filter(_ -> may)
                .flatMap(p -> queries.matches(text, p, false))
                .orElseThrow(() -> new Unsayable("It matches a regular expression."));
    }

    private Node pattern(Node constant) {
        if (!(constant instanceof Node.Literal(ValueType type, String pattern))) {
            throw new IllegalStateException("refused by the check");
        }
        return new Node.Literal(type, PortablePattern.write(pattern, queries.endOfText()));
    }

    /** A text, or how many characters one has. */
    String value(Node node) {
        return switch (node) {
            case Node.Literal literal -> writer.constant(literal);
            case Node.ColumnValue column -> writer.column(column);
            case Node.Call call when call.function() != Function.COALESCE -> function(call);
            default -> {
                boolean unlimited = isUnlimited(node);
                yield writer.either(node, n -> queries.branch(writer.value(n), unlimited));
            }
        };
    }

    /** Whether a column in it is of a text without a length. */
    private static boolean isUnlimited(Node node) {
        return node instanceof Node.ColumnValue column
                        && column.type().kind() == Kind.TEXT
                        && !(column.columnType() instanceof TextType)
                || node.operands().stream().anyMatch(TextSql::isUnlimited);
    }

    private String function(Node.Call call) {
        String text = writer.operand(call.operands().getFirst());
        return switch (call.function()) {
            case SIZE -> {
                if (!queries.knowsCodePoints()) {
                    throw new Unsayable("It counts the characters of a text.");
                }
                yield queries.length(text);
            }
            case LOWER, UPPER -> cased(call.function(), text);
            case TRIM -> queries.trimmed(text).orElseThrow(() -> new Unsayable("It trims a text."));
            case CONCATENATE -> {
                List<String> texts = new ArrayList<>();
                flatten(call, texts);
                yield queries.concatenated(texts);
            }
            case STARTS_WITH, ENDS_WITH, CONTAINS, MATCHES, COALESCE, ABSOLUTE, ROUND ->
                    throw new IllegalStateException("no text: " + call.function());
        };
    }

    private String cased(Function function, String text) {
        if (!queries.changesAscii()) {
            throw new Unsayable("It changes letters to small or capital ones.");
        }
        return function == Function.LOWER ? queries.lowerAscii(text) : queries.upperAscii(text);
    }

    private void flatten(Node node, List<String> texts) {
        boolean joined =
                node instanceof Node.Call call
                        && call.function() == Function.CONCATENATE
                        && !writer.isBoundEarly(node);
        if (joined) {
            node.operands().forEach(o -> flatten(o, texts));
        } else {
            texts.add(writer.operand(node));
        }
    }
}
