package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.request.Condition;
import dev.plinth.data.request.Condition.Kind;
import dev.plinth.data.request.Condition.Quantifier;
import dev.plinth.data.request.Condition.Test;
import dev.plinth.data.request.Field;
import dev.plinth.data.request.Operator;
import dev.plinth.data.request.QueryShape;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Resolves conditions on the rows of one table. */
final class ConditionPlanner {
    private final VisibleTable table;
    private final List<Embed> embeds;

    /**
     * @param embeds those that conditions may ask for rows
     */
    ConditionPlanner(VisibleTable table, List<Embed> embeds) {
        this.table = table;
        this.embeds = embeds;
    }

    Predicate all(List<Condition> conditions) {
        return conditions.size() == 1
                ? one(conditions.getFirst())
                : new Predicate.And(conditions.stream().map(this::one).toList());
    }

    private Predicate one(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) ->
                    new Predicate.And(parts.stream().map(this::one).toList());
            case Condition.Or(List<Condition> parts) ->
                    new Predicate.Or(parts.stream().map(this::one).toList());
            case Condition.Not(Condition part) -> new Predicate.Not(one(part));
            case Condition.Filter(Field field, Test test) -> filter(field, test);
        };
    }

    private Predicate filter(Field field, Test test) {
        Embed embed = embed(field);
        if (embed != null) {
            boolean asksNull =
                    test instanceof Condition.Is(Kind kind)
                            && (kind == Kind.NULL || kind == Kind.NOT_NULL);
            if (asksNull) {
                Predicate has = new Predicate.HasRelated(embed);
                return test.equals(new Condition.Is(Kind.NULL)) ? new Predicate.Not(has) : has;
            }
            if (table.column(field.name()) == null) {
                throw new Refusal(
                        Reason.EMBED_FILTER,
                        "Bad operator on the '" + field.name() + "' embedded resource",
                        "Only is null or not is null filters are allowed on embedded resources",
                        null);
            }
        }
        return test(Values.of(table, field), test);
    }

    private @Nullable Embed embed(Field field) {
        if (!field.path().isEmpty()) {
            return null;
        }
        for (Embed embed : embeds) {
            if (embed.label().equals(field.name())) {
                return embed;
            }
        }
        return null;
    }

    private static Predicate test(Value value, Test test) {
        return switch (test) {
            case Condition.Compare(Operator operator, String text, int parameter) ->
                    compare(value, operator, text, parameter);
            case Condition.CompareMany(
                            Operator operator,
                            Quantifier quantifier,
                            List<String> texts) -> {
                List<Predicate> parts =
                        texts.stream()
                                .map(t -> compare(value, operator, t, QueryShape.NONE))
                                .toList();
                yield quantifier == Quantifier.ANY
                        ? new Predicate.Or(parts)
                        : new Predicate.And(parts);
            }
            case Condition.In(List<String> texts) ->
                    new Predicate.IsIn(value, texts.stream().map(t -> operand(value, t)).toList());
            case Condition.Is(Kind kind) -> {
                boolean truth = kind != Kind.NULL && kind != Kind.NOT_NULL;
                if (truth && !(value.type() instanceof BooleanType)) {
                    throw new Refusal(
                            Reason.WRONG_TYPE,
                            "argument of IS "
                                    + kind
                                    + " must be type boolean, not type "
                                    + Operands.title(value.type()));
                }
                yield new Predicate.Is(value, kind);
            }
            case Condition.IsDistinct(String text) ->
                    new Predicate.Differs(value, operand(value, text));
            case Condition.Search(var words, String language, String text) ->
                    new Predicate.Searches(value, words, language, text);
        };
    }

    /** A text as what it means beside a value. */
    private static Operand operand(Value value, String text) {
        String function =
                value instanceof Value.OfColumn(var column)
                        ? column.column().representation().fromText()
                        : null;
        return function == null
                ? Operands.of(value.type(), text)
                : new Operand(new LongTextType(), text, function);
    }

    private static Predicate compare(Value value, Operator operator, String text, int parameter) {
        ColumnType type = value.type();
        return switch (operator) {
            case EQ, NEQ, GT, GTE, LT, LTE ->
                    new Predicate.Compares(
                            value, operator, operand(value, text).ofParameter(parameter));
            case LIKE, ILIKE ->
                    new Predicate.Compares(
                            Values.asText(value), operator, Values.text(text.replace('*', '%')));
            case MATCH, IMATCH ->
                    new Predicate.Compares(Values.asText(value), operator, Values.text(text));
            case CONTAINS,
                    CONTAINED,
                    OVERLAPS,
                    LEFT_OF,
                    RIGHT_OF,
                    NOT_RIGHT_OF,
                    NOT_LEFT_OF,
                    ADJACENT -> {
                if (!(type instanceof JsonType || type instanceof NativeType)) {
                    throw new Refusal(
                            Reason.UNKNOWN_OPERATOR,
                            "The operator \""
                                    + operator.word()
                                    + "\" cannot be used with the type "
                                    + Operands.title(type),
                            null,
                            "It is for lists, ranges and JSON.");
                }
                yield new Predicate.Compares(value, operator, operand(value, text));
            }
        };
    }
}
