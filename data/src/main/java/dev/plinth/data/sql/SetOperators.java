package dev.plinth.data.sql;

import dev.plinth.data.request.Condition.Words;
import dev.plinth.data.request.Operator;
import dev.plinth.schema.dialect.SearchWords;
import dev.plinth.schema.dialect.SetOperator;

/** The operators of requests in the words of dialects. */
final class SetOperators {
    private SetOperators() {}

    static SetOperator of(Operator operator) {
        return switch (operator) {
            case CONTAINS -> SetOperator.CONTAINS;
            case CONTAINED -> SetOperator.CONTAINED;
            case OVERLAPS -> SetOperator.OVERLAPS;
            case LEFT_OF -> SetOperator.LEFT_OF;
            case RIGHT_OF -> SetOperator.RIGHT_OF;
            case NOT_RIGHT_OF -> SetOperator.NOT_RIGHT_OF;
            case NOT_LEFT_OF -> SetOperator.NOT_LEFT_OF;
            case ADJACENT -> SetOperator.ADJACENT;
            case EQ, NEQ, GT, GTE, LT, LTE, LIKE, ILIKE, MATCH, IMATCH ->
                    throw new IllegalArgumentException(operator + " is of plain values");
        };
    }

    static SearchWords of(Words words) {
        return switch (words) {
            case EXPRESSION -> SearchWords.EXPRESSION;
            case PLAIN -> SearchWords.PLAIN;
            case PHRASE -> SearchWords.PHRASE;
            case WEB -> SearchWords.WEB;
        };
    }
}
