package dev.plinth.data.plan;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.request.Condition.Kind;
import dev.plinth.data.request.Operator;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A row as it was before a change. What it was for a caller is found without the database, so that
 * some of it stays undecided.
 *
 * @param values by the names of the columns, as far as they are known
 */
public record PastRow(Map<String, @Nullable Object> values) {
    /** Whether a caller could see it for sure; of what was hidden nothing comes out. */
    public boolean wasSeen(ReadNode asked, Caller caller) {
        RowRule rule = asked.table().readRule();
        return (rule == null || rule.held(values, caller)) && may(asked.filter(), true, caller);
    }

    /**
     * Whether a condition may have been true, or may have been false. What is unknown in SQL is
     * neither.
     */
    private boolean may(Predicate predicate, boolean outcome, Caller caller) {
        return switch (predicate) {
            case Predicate.And(List<Predicate> parts) ->
                    outcome
                            ? parts.stream().allMatch(p -> may(p, true, caller))
                            : parts.stream().anyMatch(p -> may(p, false, caller));
            case Predicate.Or(List<Predicate> parts) ->
                    outcome
                            ? parts.stream().anyMatch(p -> may(p, true, caller))
                            : parts.stream().allMatch(p -> may(p, false, caller));
            case Predicate.Not(Predicate part) -> may(part, !outcome, caller);
            case Predicate.Compares(Value.OfColumn(VisibleColumn column), Operator how, Operand to)
                    when isKnown(column, caller) ->
                    mayCompare(column, how, to, outcome);
            case Predicate.IsIn(Value.OfColumn(VisibleColumn column), List<Operand> list)
                    when isKnown(column, caller) ->
                    outcome
                            ? list.stream().anyMatch(o -> mayCompare(column, Operator.EQ, o, true))
                            : list.stream()
                                    .allMatch(o -> mayCompare(column, Operator.EQ, o, false));
            case Predicate.Is(Value.OfColumn(VisibleColumn column), Kind kind)
                    when isKnown(column, caller) ->
                    is(kind, values.get(column.name())) == outcome;
            default -> true;
        };
    }

    /** A value that the caller did not see decides nothing. */
    private boolean isKnown(VisibleColumn column, Caller caller) {
        return values.containsKey(column.name())
                && (column.mask() == null || column.mask().held(values, caller));
    }

    private static boolean is(Kind kind, @Nullable Object value) {
        return switch (kind) {
            case NULL, UNKNOWN -> value == null;
            case NOT_NULL -> value != null;
            case TRUE -> Boolean.TRUE.equals(value);
            case FALSE -> Boolean.FALSE.equals(value);
        };
    }

    private boolean mayCompare(VisibleColumn column, Operator how, Operand to, boolean outcome) {
        Object value = values.get(column.name());
        if (value == null) {
            return false;
        }
        boolean isDatabases =
                column.type() instanceof NativeType || column.type() instanceof JsonType;
        if (to.function() != null || isDatabases) {
            return true;
        }
        if (how == Operator.EQ || how == Operator.NEQ) {
            Boolean same = same(value, to.value());
            return same == null || (same == (how == Operator.EQ)) == outcome;
        }
        Integer order = order(value, to.value());
        if (order == null) {
            return true;
        }
        return switch (how) {
            case GT -> (order > 0) == outcome;
            case GTE -> (order >= 0) == outcome;
            case LT -> (order < 0) == outcome;
            case LTE -> (order <= 0) == outcome;
            default -> true;
        };
    }

    /** Null where it is up to the database. */
    private static @Nullable Boolean same(Object one, Object other) {
        if (one instanceof String text && other instanceof String second) {
            return text.equals(second) ? Boolean.TRUE : differs(text, second) ? false : null;
        }
        Integer order = order(one, other);
        return order == null ? null : (Boolean) (order == 0);
    }

    /** No collation takes ASCII texts for equal that differ in more than case and spaces behind. */
    private static boolean differs(String one, String other) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(one + other)
                && !one.stripTrailing().equalsIgnoreCase(other.stripTrailing());
    }

    private static @Nullable Integer order(Object one, Object other) {
        return switch (one) {
            case Long number when other instanceof Long second -> number.compareTo(second);
            case Long number when other instanceof BigDecimal second ->
                    BigDecimal.valueOf(number).compareTo(second);
            case BigDecimal number when other instanceof BigDecimal second ->
                    number.compareTo(second);
            case LocalDate day when other instanceof LocalDate second -> day.compareTo(second);
            case Boolean truth when other instanceof Boolean second -> truth.compareTo(second);
            case UUID id when other instanceof UUID second && id.equals(second) -> 0;
            default -> null;
        };
    }
}
