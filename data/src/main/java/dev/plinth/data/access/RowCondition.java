package dev.plinth.data.access;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.expression.BoundSql;
import dev.plinth.schema.expression.CheckedExpression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The condition of a grant, ready to be said in SQL. */
public final class RowCondition {
    private final CheckedExpression expression;
    private final String path;
    private final Map<String, BoundSql> byAlias = new ConcurrentHashMap<>();

    RowCondition(CheckedExpression expression, String path) {
        this.expression = expression;
        this.path = path;
    }

    public CheckedExpression expression() {
        return expression;
    }

    /**
     * The condition on the row that is called by the alias.
     *
     * @throws dev.plinth.schema.problem.PlinthException when the dialect cannot say it
     */
    public BoundSql sql(Dialect dialect, String alias) {
        return byAlias.computeIfAbsent(alias, a -> expression.bound(dialect, a, path));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowCondition that && expression.equals(that.expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }
}
