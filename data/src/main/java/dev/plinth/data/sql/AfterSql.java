package dev.plinth.data.sql;

import dev.plinth.data.plan.Operand;
import dev.plinth.data.plan.SortKey;
import dev.plinth.data.plan.Value;
import dev.plinth.schema.dialect.Capability;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Says that a row comes after another one in an order. */
final class AfterSql {
    private final ConditionSql conditions;
    private final Draft draft;

    AfterSql(ConditionSql conditions, Draft draft) {
        this.conditions = conditions;
        this.draft = draft;
    }

    Sql say(List<SortKey> order, List<@Nullable Operand> last, Sql alias) {
        if (isOneComparison(order, last)) {
            return asRow(order, last, alias);
        }
        List<Sql> anyOf = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            List<Sql> allOf = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                allOf.add(equal(order.get(j).value(), last.get(j), alias));
            }
            allOf.add(beyond(order.get(i), last.get(i), alias));
            anyOf.add(Sql.joined(Sql.of(" AND "), allOf).inBrackets());
        }
        return Sql.joined(Sql.of(" OR "), anyOf).inBrackets();
    }

    /** Whether the keys go the same way and are never NULL, so that rows compare as a whole. */
    private boolean isOneComparison(List<SortKey> order, List<@Nullable Operand> last) {
        boolean descending = order.getFirst().descending();
        for (int i = 0; i < order.size(); i++) {
            SortKey key = order.get(i);
            boolean required =
                    key.value() instanceof Value.OfColumn(var column)
                            && column.mask() == null
                            && column.column().model().required();
            if (!required || key.descending() != descending || last.get(i) == null) {
                return false;
            }
        }
        return order.size() == 1 || draft.dialect().can(Capability.ROW_COMPARISON);
    }

    private Sql asRow(List<SortKey> order, List<@Nullable Operand> last, Sql alias) {
        List<Sql> left = new ArrayList<>();
        List<Sql> right = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Operand operand = last.get(i);
            if (operand != null) {
                left.add(conditions.comparable(order.get(i).value(), alias));
                right.add(conditions.comparable(operand));
            }
        }
        Sql than = order.getFirst().descending() ? Sql.of(" < ") : Sql.of(" > ");
        return left.size() == 1
                ? left.getFirst().plus(than).plus(right.getFirst())
                : Sql.joined(Sql.COMMA, left)
                        .inBrackets()
                        .plus(than)
                        .plus(Sql.joined(Sql.COMMA, right).inBrackets());
    }

    private Sql equal(Value value, @Nullable Operand last, Sql alias) {
        Sql left = conditions.comparable(value, alias);
        return last == null
                ? left.plus(" IS NULL")
                : left.plus(" = ").plus(conditions.comparable(last));
    }

    private Sql beyond(SortKey key, @Nullable Operand last, Sql alias) {
        Sql left = conditions.comparable(key.value(), alias);
        if (last == null) {
            return key.nullsFirst() ? left.plus(" IS NOT NULL") : Sql.of("1 = 0");
        }
        Sql than = key.descending() ? Sql.of(" < ") : Sql.of(" > ");
        Sql beyond = left.plus(than).plus(conditions.comparable(last));
        return key.nullsFirst()
                ? beyond
                : beyond.plus(" OR ").plus(left).plus(" IS NULL").inBrackets();
    }
}
