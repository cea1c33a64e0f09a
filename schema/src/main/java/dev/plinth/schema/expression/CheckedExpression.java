package dev.plinth.schema.expression;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/**
 * An expression whose names and types are right. Immutable; worth keeping, as checking takes time.
 */
public final class CheckedExpression {
    private final String text;
    private final Node node;
    private final Wanted wanted;

    CheckedExpression(String text, Node node, Wanted wanted) {
        this.text = text;
        this.node = node;
        this.wanted = wanted;
    }

    /** What was written. */
    public String text() {
        return text;
    }

    Node node() {
        return node;
    }

    /** The names of the row's columns that it reads. */
    public Set<String> columns() {
        Set<String> names = new TreeSet<>();
        collect(node, names);
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof Node.ColumnValue column) {
            names.add(column.name());
        }
        node.operands().forEach(o -> collect(o, names));
    }

    /** Whether it needs neither the moment, nor the caller, nor an earlier row. */
    public boolean isOfRowAlone() {
        return isOfRowAlone(node);
    }

    private static boolean isOfRowAlone(Node node) {
        boolean other =
                node instanceof Node.Moment
                        || node instanceof Node.Variable
                        || node instanceof Node.ColumnValue column && column.old();
        return !other && node.operands().stream().allMatch(CheckedExpression::isOfRowAlone);
    }

    /**
     * The value, of the wanted column type's class, or null for unknown. A condition gives a
     * Boolean.
     *
     * @throws dev.plinth.schema.problem.PlinthException E015 when floating point numbers or dates
     *     leave their range
     * @throws dev.plinth.schema.type.InvalidValueException when the value is too long or too large
     *     for the wanted type
     */
    public @Nullable Object evaluate(Given given) {
        Object value = Evaluator.evaluate(node, given);
        if (value == null || !(wanted instanceof Wanted.Value(ColumnType type))) {
            return value;
        }
        return switch (type) {
            case IntegerType whole -> whole.parse(((BigDecimal) value).toPlainString());
            case DecimalType decimal -> decimal.parse(((BigDecimal) value).toPlainString());
            case TextType text -> text.parse((String) value);
            case FloatType _ -> ((Number) value).doubleValue();
            default -> value;
        };
    }

    /** Of a validation: whether the row is allowed. What is unknown is allowed, as in SQL. */
    public boolean allows(Given given) {
        return !Boolean.FALSE.equals(evaluate(given));
    }

    /** Of a row condition or a trigger: whether it is true. What is unknown is not. */
    public boolean holds(Given given) {
        return Boolean.TRUE.equals(evaluate(given));
    }

    /**
     * The expression in a dialect's SQL, with its constants inside: for DDL.
     *
     * @param path where the expression stands in the model, for the problem
     */
    public InlineSql sql(Dialect dialect, String path) {
        return ExpressionSql.inline(node, wanted, dialect, path);
    }

    /**
     * The expression in a dialect's SQL with its values bound: for queries.
     *
     * @param qualifier the quoted name or alias of the table, or empty
     * @param path where the expression stands in the model, for the problem
     * @throws dev.plinth.schema.problem.PlinthException E013 when the dialect cannot say it
     */
    public BoundSql bound(Dialect dialect, String qualifier, String path) {
        return ExpressionSql.bound(node, wanted, dialect, qualifier, path);
    }

    /** The checked expression as JSON, for the evaluator in the browser. */
    public String json() {
        return ExpressionJson.write(node);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckedExpression that
                && node.equals(that.node)
                && wanted.equals(that.wanted);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
