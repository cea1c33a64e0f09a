package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Deferral;
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

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Db2 stores what it computes, makes no index twice, and keeps short comments. */
final class Db2DiffRules extends StandardDiffRules {
    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table);
        Generated generated = kept.generated();
        return kept.withComment(Db2Comments.cut(kept.comment()))
                .withGenerated(
                        generated == null ? null : new Generated(generated.expression(), true))
                .withDefault(kept(kept.type(), kept.defaultValue()));
    }

    private static @Nullable Default kept(ColumnType type, @Nullable Default value) {
        if (!can(type, value)) {
            return null;
        }
        return type instanceof ZonedTimestampType zoned
                        && value instanceof Default.Value(String text)
                ? inUtc(zoned, text)
                : value;
    }

    /** As it is told by a column that knows no zones. */
    private static Default inUtc(ZonedTimestampType type, String text) {
        try {
            return new Default.Value(
                    type.format(type.parse(text).withOffsetSameInstant(ZoneOffset.UTC)));
        } catch (InvalidValueException e) {
            return new Default.Value(text);
        }
    }

    /** The moment of an insert is told in the zone of the server alone. */
    private static boolean can(ColumnType type, @Nullable Default value) {
        return switch (value) {
            case null -> true;
            case Default.Value _ -> !(type instanceof BinaryType && Db2Types.isLarge(type));
            case Default.Now _ ->
                    type instanceof DateType
                            || type instanceof TimeType t && t.digits() == 0
                            || type instanceof TimestampType;
            case Default.NewUuid _ -> false;
            case Default.Sql _ -> true;
        };
    }

    @Override
    public Table asKept(Table table) {
        List<UniqueKey> uniques = new ArrayList<>();
        for (UniqueKey key : table.uniques()) {
            boolean distinct = key.nullsDistinct() || !Db2Uniques.isIndex(table, key);
            uniques.add(
                    new UniqueKey(key.id(), key.name(), key.columns(), distinct, Deferral.NONE));
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            List<String> columns = index.parts().stream().map(Index.Part::column).toList();
            boolean key =
                    index.unique()
                            && index.parts().stream().allMatch(p -> p.isColumn() && !p.descending())
                            && Db2Uniques.hasOptional(table, columns);
            if (key) {
                uniques.add(new UniqueKey(index.id(), index.name(), columns, true));
            } else {
                indexes.add(index.withMethod(""));
            }
        }
        Table kept = table.withUniques(uniques);
        return kept.withIndexes(notServed(kept, indexes))
                .withRelations(table.relations().stream().map(Db2DiffRules::asKept).toList())
                .withComment(Db2Comments.cut(table.comment()));
    }

    private static Relation asKept(Relation relation) {
        return relation.withActions(
                relation.onDelete() == Action.SET_DEFAULT ? Action.NO_ACTION : relation.onDelete(),
                relation.onUpdate() == Action.RESTRICT ? Action.RESTRICT : Action.NO_ACTION);
    }

    /** Of an index that another one or a key serves, there is only a warning (SQL0605W). */
    private static List<Index> notServed(Table table, List<Index> indexes) {
        List<Index> kept = new ArrayList<>();
        for (Index index : indexes) {
            boolean served =
                    isServedByKey(table, index)
                            || kept.stream().anyMatch(k -> serves(k, index))
                            || !index.unique()
                                    && indexes.stream()
                                            .anyMatch(i -> i.unique() && serves(i, index));
            if (!served) {
                kept.add(index);
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
        return columns.equals(table.keyColumns())
                || table.uniques().stream()
                        .filter(
                                u ->
                                        u.columns().size() == 1
                                                || !u.nullsDistinct()
                                                || !Db2Uniques.isIndex(table, u))
                        .anyMatch(u -> u.columns().equals(columns));
    }
}
