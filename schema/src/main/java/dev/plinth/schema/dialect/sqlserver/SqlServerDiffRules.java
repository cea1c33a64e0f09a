package dev.plinth.schema.dialect.sqlserver;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers that the database gives are always its own. There is no RESTRICT. A unique key in which
 * NULLs differ is an index of the rows without NULL, so a unique index of such columns is the same.
 */
final class SqlServerDiffRules extends StandardDiffRules {
    /** An extended property holds 7500 bytes. */
    private static final int COMMENT = 3700;

    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table);
        return kept.withIdentity(kept.identity() == null ? null : Identity.ALWAYS)
                .withRequired(
                        kept.generated() == null || kept.generated().stored()
                                ? kept.required()
                                : false)
                .withComment(cut(kept.comment()));
    }

    @Override
    public Table asKept(Table table) {
        List<UniqueKey> uniques = new ArrayList<>();
        for (UniqueKey key : table.uniques()) {
            boolean distinct = key.nullsDistinct() || !hasOptional(table, key.columns());
            uniques.add(
                    new UniqueKey(key.id(), key.name(), key.columns(), distinct, key.deferral()));
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            List<String> columns = index.parts().stream().map(Index.Part::column).toList();
            boolean plain =
                    index.unique()
                            && index.where() == null
                            && index.included().isEmpty()
                            && index.parts().stream()
                                    .allMatch(p -> p.isColumn() && !p.descending());
            if (plain && hasOptional(table, columns)) {
                uniques.add(new UniqueKey(index.id(), index.name(), columns, true));
            } else {
                indexes.add(index.withMethod(""));
            }
        }
        return table.withUniques(uniques)
                .withIndexes(indexes)
                .withRelations(table.relations().stream().map(SqlServerDiffRules::asKept).toList())
                .withComment(cut(table.comment()));
    }

    /** Whether a row may have NULL in one of the columns, given by id. */
    static boolean hasOptional(Table table, List<String> columns) {
        return columns.stream()
                .flatMap(id -> table.column(id).stream())
                .anyMatch(c -> !c.required());
    }

    private static Relation asKept(Relation relation) {
        return relation.withActions(asKept(relation.onDelete()), asKept(relation.onUpdate()));
    }

    private static Action asKept(Action action) {
        return action == Action.RESTRICT ? Action.NO_ACTION : action;
    }

    private static String cut(String text) {
        return text.length() <= COMMENT ? text : text.substring(0, COMMENT);
    }
}
