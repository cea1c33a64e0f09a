package dev.plinth.schema.dialect.derby;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.InvalidValueException;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Derby keeps no comments, stores what it computes, and makes no index twice. */
final class DerbyDiffRules extends StandardDiffRules {
    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table).withComment("");
        Generated generated = kept.generated();
        if (generated != null) {
            kept = kept.withGenerated(new Generated(generated.expression(), true));
        }
        return inUtc(kept.withDefault(kept(kept.type(), kept.defaultValue())));
    }

    /** The moment of an insert is told in the zone of the server alone. */
    private static @Nullable Default kept(ColumnType type, @Nullable Default value) {
        boolean can =
                switch (value) {
                    case null -> true;
                    case Default.Value _ -> !(type instanceof BinaryType b && b.length() == 0);
                    case Default.Now _ ->
                            type instanceof DateType
                                    || type instanceof TimeType t && t.digits() == 0
                                    || type instanceof TimestampType;
                    case Default.NewUuid _ -> false;
                    case Default.Sql _ -> true;
                };
        return can ? value : null;
    }

    private static Column inUtc(Column column) {
        if (!(column.type() instanceof ZonedTimestampType zoned)) {
            return column;
        }
        return column.defaultValue() instanceof Default.Value(String text)
                ? column.withDefault(inUtc(zoned, text))
                : column;
    }

    /** As it is told by a column that knows no zones. */
    private static Default inUtc(ZonedTimestampType zoned, String text) {
        try {
            return constant(
                    new TimestampType(zoned.digits()), DerbyTypes.utc(zoned, zoned.parse(text)));
        } catch (InvalidValueException e) {
            return new Default.Value(text);
        }
    }

    @Override
    public Table asKept(Table table) {
        return table.withComment("")
                .withUniques(
                        table.uniques().stream()
                                .map(
                                        u ->
                                                new UniqueKey(
                                                        u.id(),
                                                        u.name(),
                                                        u.columns(),
                                                        true,
                                                        u.deferral()))
                                .toList())
                .withRelations(table.relations().stream().map(DerbyDiffRules::asKept).toList())
                .withIndexes(indexes(table));
    }

    private static Relation asKept(Relation relation) {
        return relation.withActions(
                relation.onDelete() == Action.SET_DEFAULT ? Action.NO_ACTION : relation.onDelete(),
                relation.onUpdate() == Action.RESTRICT ? Action.RESTRICT : Action.NO_ACTION);
    }

    /**
     * Of an index that another one or a key already serves, there is only a warning: "index not
     * created because it is a duplicate of an existing index" (10.17.1).
     */
    private static List<Index> indexes(Table table) {
        List<Index> kept = new ArrayList<>();
        for (Index index : table.indexes()) {
            boolean served =
                    isServedByKey(table, index)
                            || kept.stream().anyMatch(k -> serves(k, index))
                            || !index.unique()
                                    && table.indexes().stream()
                                            .anyMatch(i -> i.unique() && serves(i, index));
            if (!served) {
                kept.add(index.withMethod(""));
            }
        }
        return kept;
    }

    private static boolean serves(Index one, Index other) {
        return one.parts().equals(other.parts()) && (one.unique() || !other.unique());
    }

    private static boolean isServedByKey(Table table, Index index) {
        if (index.parts().stream().anyMatch(p -> !p.isColumn() || p.descending())) {
            return false;
        }
        List<String> columns = index.parts().stream().map(Index.Part::column).toList();
        boolean required =
                columns.stream().flatMap(c -> table.column(c).stream()).allMatch(Column::required);
        return columns.equals(table.keyColumns())
                || (required || !index.unique())
                        && table.uniques().stream().anyMatch(u -> u.columns().equals(columns));
    }
}
