package dev.plinth.data.sql;

import dev.plinth.data.plan.Embed;
import dev.plinth.data.plan.Operand;
import dev.plinth.data.plan.Predicate;
import dev.plinth.data.plan.Value;
import dev.plinth.data.request.Condition.Kind;
import dev.plinth.data.request.Operator;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.ColumnType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says conditions on the rows of one table in SQL. */
final class ConditionSql {
    private static final int LONGEST_LIST = 1000;
    private final Draft draft;
    private final Queries queries;
    private final Types types;
    private final ValueSql values;

    ConditionSql(Draft draft, ValueSql values) {
        this.draft = draft;
        this.queries = draft.dialect().queries();
        this.types = draft.dialect().types();
        this.values = values;
    }

    /**
     * @param related says that an embed has rows
     */
    Sql say(Predicate predicate, Sql alias, Function<Embed, Sql> related) {
        return switch (predicate) {
            case Predicate.And(List<Predicate> parts) ->
                    parts.isEmpty() ? Sql.of("1 = 1") : all(parts, Sql.of(" AND "), alias, related);
            case Predicate.Or(List<Predicate> parts) ->
                    parts.isEmpty() ? Sql.of("1 = 0") : all(parts, Sql.of(" OR "), alias, related);
            case Predicate.Not(Predicate part) ->
                    Sql.of("NOT ").plus(say(part, alias, related).inBrackets());
            case Predicate.Compares(Value value, Operator operator, Operand operand) ->
                    compares(value, operator, operand, alias);
            case Predicate.IsIn(Value value, List<Operand> operands) ->
                    isIn(comparable(value, alias), operands);
            case Predicate.Is(Value value, Kind kind) -> is(values.value(value, alias), kind);
            case Predicate.Differs(Value value, Operand operand) ->
                    Sql.of("NOT ")
                            .plus(
                                    comparable(value, alias)
                                            .said(queries::isNotDistinct, comparable(operand))
                                            .inBrackets());
            case Predicate.Searches searches -> searches(searches, alias);
            case Predicate.HasRelated(Embed embed) -> related.apply(embed);
            case Predicate.KeyIn(List<Value> columns, List<List<Operand>> rows) ->
                    keyIn(columns, rows, alias);
        };
    }

    private Sql all(List<Predicate> parts, Sql between, Sql alias, Function<Embed, Sql> related) {
        if (parts.size() == 1) {
            return say(parts.getFirst(), alias, related);
        }
        return Sql.joined(
                between, parts.stream().map(p -> say(p, alias, related).inBrackets()).toList());
    }

    Sql comparable(Value value, Sql alias) {
        if (!types.compares(value.type())) {
            throw incomparable(draft.dialect(), value.type());
        }
        return values.value(value, alias).said(v -> types.comparable(value.type(), v));
    }

    static Refusal incomparable(Dialect dialect, ColumnType type) {
        return new Refusal(
                Reason.NOT_HERE,
                dialect.title() + " cannot compare or sort a column of type " + type.text(),
                null,
                "Compare or sort by another column.");
    }

    Sql comparable(Operand operand) {
        return draft.bind(operand).said(v -> types.comparable(operand.type(), v));
    }

    private Sql compares(Value value, Operator operator, Operand operand, Sql alias) {
        Sql left = values.value(value, alias);
        return switch (operator) {
            case EQ -> comparable(value, alias).plus(" = ").plus(comparable(operand));
            case NEQ -> comparable(value, alias).plus(" <> ").plus(comparable(operand));
            case GT -> comparable(value, alias).plus(" > ").plus(comparable(operand));
            case GTE -> comparable(value, alias).plus(" >= ").plus(comparable(operand));
            case LT -> comparable(value, alias).plus(" < ").plus(comparable(operand));
            case LTE -> comparable(value, alias).plus(" <= ").plus(comparable(operand));
            case LIKE -> left.said(queries::like, draft.bind(operand));
            case ILIKE -> left.said(queries::likeIgnoringCase, draft.bind(operand));
            case MATCH, IMATCH ->
                    left.said(
                            (l, r) ->
                                    possible(
                                            operator.word(),
                                            queries.matches(l, r, operator == Operator.IMATCH)),
                            draft.bind(operand));
            case CONTAINS,
                    CONTAINED,
                    OVERLAPS,
                    LEFT_OF,
                    RIGHT_OF,
                    NOT_RIGHT_OF,
                    NOT_LEFT_OF,
                    ADJACENT ->
                    left.said(
                            (l, r) ->
                                    possible(
                                            operator.word(),
                                            queries.compareSets(l, SetOperators.of(operator), r)),
                            draft.bind(operand));
        };
    }

    private String possible(String operator, Optional<String> sql) {
        return sql.orElseThrow(
                () ->
                        new Refusal(
                                Reason.NOT_HERE,
                                draft.dialect().title()
                                        + " has nothing for the operator \""
                                        + operator
                                        + "\"",
                                null,
                                null));
    }

    private Sql isIn(Sql left, List<Operand> operands) {
        if (operands.isEmpty()) {
            return Sql.of("1 = 0");
        }
        List<Sql> lists = new ArrayList<>();
        for (int from = 0; from < operands.size(); from += LONGEST_LIST) {
            List<Operand> some =
                    operands.subList(from, Math.min(operands.size(), from + LONGEST_LIST));
            lists.add(
                    left.plus(" IN ")
                            .plus(
                                    Sql.joined(
                                                    Sql.COMMA,
                                                    some.stream().map(this::comparable).toList())
                                            .inBrackets()));
        }
        return lists.size() == 1
                ? lists.getFirst()
                : Sql.joined(Sql.of(" OR "), lists).inBrackets();
    }

    private Sql is(Sql value, Kind kind) {
        return switch (kind) {
            case NULL, UNKNOWN -> value.plus(" IS NULL");
            case NOT_NULL -> value.plus(" IS NOT NULL");
            case TRUE ->
                    value.plus(" IS NOT NULL AND ")
                            .plus(value.said(queries::asCondition))
                            .inBrackets();
            case FALSE ->
                    value.plus(" IS NOT NULL AND NOT ")
                            .plus(value.said(queries::asCondition).inBrackets())
                            .inBrackets();
        };
    }

    private Sql searches(Predicate.Searches searches, Sql alias) {
        Value value = searches.value();
        Sql text = draft.bind(dev.plinth.data.plan.Operands.of(LONG_TEXT, searches.text()));
        String language = searches.language();
        Sql bound =
                language == null
                        ? null
                        : draft.bind(dev.plinth.data.plan.Operands.of(LONG_TEXT, language));
        return values.value(value, alias)
                .said(
                        (l, r) ->
                                possible(
                                        searches.words().word(),
                                        queries.search(
                                                l,
                                                value.type(),
                                                SetOperators.of(searches.words()),
                                                bound == null ? null : bound.text(),
                                                r)),
                        text);
    }

    private static final dev.plinth.schema.type.ColumnType LONG_TEXT =
            new dev.plinth.schema.type.LongTextType();

    private Sql keyIn(List<Value> columns, List<List<Operand>> rows, Sql alias) {
        if (columns.size() == 1) {
            return isIn(
                    comparable(columns.getFirst(), alias),
                    rows.stream().map(List::getFirst).toList());
        }
        List<Sql> anyOf = new ArrayList<>();
        for (List<Operand> row : rows) {
            List<Sql> allOf = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                allOf.add(
                        comparable(columns.get(i), alias).plus(" = ").plus(comparable(row.get(i))));
            }
            anyOf.add(Sql.joined(Sql.of(" AND "), allOf).inBrackets());
        }
        return anyOf.isEmpty() ? Sql.of("1 = 0") : Sql.joined(Sql.of(" OR "), anyOf).inBrackets();
    }
}
