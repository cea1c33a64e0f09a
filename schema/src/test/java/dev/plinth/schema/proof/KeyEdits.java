package dev.plinth.schema.proof;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What can be done to keys and indexes. */
final class KeyEdits {
    private KeyEdits() {}

    static Model setPrimaryKey(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .map(
                        t -> {
                            List<Column> some = comparable(t, pick);
                            boolean none = pick.oneIn(3) || some.isEmpty();
                            Table keyed =
                                    none
                                            ? t.withPrimaryKey(null)
                                            : Models.with(t, some.getFirst().withRequired(true))
                                                    .withPrimaryKey(
                                                            new PrimaryKey(
                                                                    "",
                                                                    List.of(some.getFirst().id())));
                            return Models.untargeted(Models.with(model, keyed), t.id());
                        })
                .orElse(model);
    }

    static Model addUnique(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .filter(t -> !comparable(t, pick).isEmpty())
                .map(
                        t -> {
                            List<String> columns = some(t, pick);
                            UniqueKey key =
                                    new UniqueKey(
                                            pick.id("u"),
                                            name(model, pick),
                                            columns,
                                            !pick.oneIn(6));
                            return Models.with(model, t.withUniques(Models.plus(t.uniques(), key)));
                        })
                .orElse(model);
    }

    static Model dropUnique(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .flatMap(
                        t ->
                                pick.element(t.uniques(), UniqueKey::id)
                                        .map(u -> t.withUniques(Models.minus(t.uniques(), u))))
                .map(t -> Models.untargeted(Models.with(model, t), t.id()))
                .orElse(model);
    }

    static Model addIndex(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .filter(t -> !comparable(t, pick).isEmpty())
                .map(
                        t -> {
                            Index index = index(t, pick.id("i"), name(model, pick), pick);
                            return Models.with(
                                    model, t.withIndexes(Models.plus(t.indexes(), index)));
                        })
                .orElse(model);
    }

    private static Index index(Table table, String id, String name, Pick pick) {
        List<Index.Part> parts =
                some(table, pick).stream().map(c -> new Index.Part(c, "", pick.oneIn(4))).toList();
        return new Index(id, name, parts, pick.oneIn(6), where(table, pick), "");
    }

    private static @Nullable Expression where(Table table, Pick pick) {
        Column column = comparable(table, pick).getFirst();
        return pick.oneIn(6) ? Expression.cel("row.`" + column.name() + "` != null") : null;
    }

    /** The same index with other parts, or another name. */
    static Model changeIndex(Model model, Pick pick) {
        return Models.edited(
                model,
                pick,
                Table::indexes,
                Index::id,
                (t, i) ->
                        t.withIndexes(Models.replaced(t.indexes(), i, changed(model, t, i, pick))));
    }

    private static Index changed(Model model, Table table, Index index, Pick pick) {
        return pick.oneIn(2)
                ? index(table, index.id(), index.name(), pick)
                : new Index(
                        index.id(),
                        name(model, pick),
                        index.parts(),
                        index.unique(),
                        index.where(),
                        index.method());
    }

    static Model dropIndex(Model model, Pick pick) {
        return Models.edited(
                model,
                pick,
                Table::indexes,
                Index::id,
                (t, i) -> t.withIndexes(Models.minus(t.indexes(), i)));
    }

    /** Most have no name of their own and are called after their table and columns. */
    static String name(Model model, Pick pick) {
        return pick.oneIn(2) ? "" : pick.name(Models.takenByParts(model));
    }

    private static List<String> some(Table table, Pick pick) {
        List<Column> columns = comparable(table, pick);
        return columns.subList(0, Math.min(columns.size(), 1 + pick.below(2))).stream()
                .map(Column::id)
                .toList();
    }

    /** Columns that can be part of a key, in any order. */
    private static List<Column> comparable(Table table, Pick pick) {
        return pick.shuffled(
                table.columns().stream()
                        .filter(c -> Values.isComparable(c.type()) && c.generated() == null)
                        .toList(),
                Column::id);
    }
}
