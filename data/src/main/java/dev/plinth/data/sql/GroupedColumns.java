package dev.plinth.data.sql;

import dev.plinth.data.plan.Value;
import dev.plinth.data.request.Aggregate;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a result that puts rows into groups. An inner SELECT computes what is needed of
 * each row and an outer one groups it by name: a computed value need then not be repeated in GROUP
 * BY, where some databases would not recognise it.
 */
final class GroupedColumns extends Columns {
    private static final Sql DERIVED = Sql.of("g");
    private final List<Sql> computed = new ArrayList<>();
    private final List<Sql> groups = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private int keys;

    /** What was collected, to be found again when the order refers to it. */
    private final Map<Output, Sql> outputs = new HashMap<>();

    private record Output(Value value, String alias) {}

    GroupedColumns(Draft draft, ValueSql values, FromSql from, SelectSql.Options options) {
        super(draft, values, from, options);
    }

    @Override
    int add(Value value, Sql alias) {
        Sql sql = value.isAggregate() ? aggregate(value, alias) : group(shown(value, alias));
        if (value instanceof Value.Aggregated(Aggregate aggregate, _)
                && aggregate == Aggregate.COUNT) {
            counts.add(selected.size());
        }
        outputs.putIfAbsent(new Output(value, alias.text()), sql);
        return add(value.type(), sql);
    }

    @Override
    int addPlain(ColumnType type, Sql value) {
        return add(values.keyType(type), group(values.key(type, value)));
    }

    /** The groups are those of the key alone, so a key without rows is a group too. */
    @Override
    @Nullable Object @Nullable [] ofNoRows() {
        if (groups.size() > keys) {
            return null;
        }
        @Nullable Object[] values = new @Nullable Object[selected.size()];
        for (int count : counts) {
            values[count] = 0L;
        }
        return values;
    }

    @Override
    void addKey(ColumnType type, Sql value) {
        keys++;
        super.addKey(type, value);
    }

    /** Related rows that look alike are one group, so this is no part of what makes a group. */
    @Override
    int addPresence(ColumnType type, Sql value) {
        Sql number = ValueSql.count(compute(value));
        return add(IntegerType.BIG, Sql.of("NULLIF(").plus(number).plus(", 0)"));
    }

    private Sql group(Sql value) {
        Sql name = compute(value);
        groups.add(name);
        return name;
    }

    private Sql compute(Sql value) {
        computed.add(value);
        return DERIVED.dot(Sql.numbered('c', computed.size() - 1));
    }

    private Sql aggregate(Value value, Sql alias) {
        return switch (value) {
            case Value.Aggregated(Aggregate aggregate, Value inner) ->
                    values.aggregated(
                            aggregate,
                            inner,
                            inner == null ? Sql.of("*") : compute(values.value(inner, alias)));
            case Value.Cast(Value inner, ColumnType type) ->
                    values.cast(aggregate(inner, alias), type);
            case Value.OfColumn _, Value.InJson _ ->
                    throw new IllegalStateException("not an aggregate: " + value);
        };
    }

    @Override
    Sql sortValue(Value value, Sql alias) {
        Sql output = outputs.get(new Output(value, alias.text()));
        if (output == null) {
            throw new Refusal(
                    Reason.NOT_GROUPED,
                    "The order names a value that the groups of rows do not have",
                    null,
                    "Order by values that are selected.");
        }
        return output;
    }

    @Override
    List<Sql> inner() {
        List<Sql> named = new ArrayList<>();
        for (int i = 0; i < computed.size(); i++) {
            named.add(computed.get(i).plus(" AS ").plus(Sql.numbered('c', i)));
        }
        return named.isEmpty() ? List.of(Sql.of("1 AS one")) : named;
    }

    @Override
    Sql outer(Sql inner) {
        Sql all =
                Sql.of("SELECT ")
                        .plus(Sql.joined(Sql.COMMA, selected))
                        .plus(" FROM (")
                        .plus(inner)
                        .plus(") ")
                        .plus(DERIVED);
        return groups.isEmpty() ? all : all.plus(" GROUP BY ").plus(Sql.joined(Sql.COMMA, groups));
    }
}
