package dev.plinth.data.sql;

import dev.plinth.data.plan.After;
import dev.plinth.data.plan.Operand;
import dev.plinth.data.plan.SortKey;
import dev.plinth.schema.dialect.Capability;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Says that a row comes after a place in an order. */
final class AfterSql {
    private final ConditionSql conditions;
    private final Draft draft;
    private final Function<SortKey, Sql> alias;

    /**
     * @param alias of the table that a key's value is of
     */
    AfterSql(ConditionSql conditions, Draft draft, Function<SortKey, Sql> alias) {
        this.conditions = conditions;
        this.draft = draft;
        this.alias = alias;
    }

    Sql say(After after) {
        List<SortKey> order = after.order();
        List<@Nullable Operand> last = after.last();
        if (isOneComparison(order)) {
            return asRow(order, last);
        }
        List<Sql> anyOf = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            List<Sql> allOf = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                allOf.add(equal(order.get(j), last.get(j)));
            }
            allOf.add(beyond(order.get(i), last.get(i)));
            anyOf.add(Sql.joined(Sql.of(" AND "), allOf).inBrackets());
        }
        Sql any = Sql.joined(Sql.of(" OR "), anyOf).inBrackets();
        return order.size() == 1 ? any : notBefore(order.getFirst(), last.getFirst()).plus(any);
    }

    /** Whether the keys go the same way and are never NULL, so that rows compare as a whole. */
    private boolean isOneComparison(List<SortKey> order) {
        boolean descending = order.getFirst().descending();
        return order.stream().allMatch(k -> k.isNeverNull() && k.descending() == descending)
                && (order.size() == 1 || draft.dialect().can(Capability.ROW_COMPARISON));
    }

    private Sql asRow(List<SortKey> order, List<@Nullable Operand> last) {
        List<Sql> left = new ArrayList<>();
        List<Sql> right = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Operand operand = last.get(i);
            if (operand == null) {
                // A cursor that somebody made up.
                return Sql.of("1 = 0");
            }
            left.add(value(order.get(i)));
            right.add(conditions.comparable(operand));
        }
        Sql than = than(order.getFirst());
        return left.size() == 1
                ? left.getFirst().plus(than).plus(right.getFirst())
                : Sql.joined(Sql.COMMA, left)
                        .inBrackets()
                        .plus(than)
                        .plus(Sql.joined(Sql.COMMA, right).inBrackets());
    }

    /** What follows from the rest, said once more so that an index of the first key is used. */
    private Sql notBefore(SortKey key, @Nullable Operand last) {
        if (last == null) {
            return key.nullsFirst() ? Sql.NOTHING : value(key).plus(" IS NULL AND ");
        }
        Sql notBefore =
                value(key)
                        .plus(key.descending() ? Sql.of(" <= ") : Sql.of(" >= "))
                        .plus(conditions.comparable(last));
        return key.nullsFirst() || key.isNeverNull()
                ? notBefore.plus(" AND ")
                : notBefore
                        .plus(" OR ")
                        .plus(value(key))
                        .plus(" IS NULL")
                        .inBrackets()
                        .plus(" AND ");
    }

    private Sql equal(SortKey key, @Nullable Operand last) {
        return last == null
                ? value(key).plus(" IS NULL")
                : value(key).plus(" = ").plus(conditions.comparable(last));
    }

    private Sql beyond(SortKey key, @Nullable Operand last) {
        if (last == null) {
            return key.nullsFirst() ? value(key).plus(" IS NOT NULL") : Sql.of("1 = 0");
        }
        Sql beyond = value(key).plus(than(key)).plus(conditions.comparable(last));
        return key.nullsFirst() || key.isNeverNull()
                ? beyond
                : beyond.plus(" OR ").plus(value(key)).plus(" IS NULL").inBrackets();
    }

    private static Sql than(SortKey key) {
        return key.descending() ? Sql.of(" < ") : Sql.of(" > ");
    }

    private Sql value(SortKey key) {
        return conditions.comparable(key.value(), alias.apply(key));
    }
}
