package dev.plinth.schema.expression;

/** How two values are compared. */
enum Operator {
    EQUAL("==", "="),
    NOT_EQUAL("!=", "<>"),
    LESS("<", "<"),
    AT_MOST("<=", "<="),
    GREATER(">", ">"),
    AT_LEAST(">=", ">=");

    private final String symbol;
    private final String sql;

    Operator(String symbol, String sql) {
        this.symbol = symbol;
        this.sql = sql;
    }

    String symbol() {
        return symbol;
    }

    String sql() {
        return sql;
    }

    /** Whether it holds for the outcome of a compareTo. */
    boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** The one that says the same with its operands exchanged. */
    Operator mirrored() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }

    boolean needsOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }
}
