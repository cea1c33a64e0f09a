package dev.plinth.schema.dialect.firebird;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;

import java.util.List;

/**
 * Firebird computes on reading, has defaults that are constants or the moment of the server's own
 * zone, sorts an index one way only, and takes NULLs for different.
 */
final class FirebirdDiffRules extends StandardDiffRules {
    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column.withComment(asKept(column.comment())), table);
        if (kept.identity() != null) {
            return kept.withIdentity(Identity.BY_DEFAULT);
        }
        Generated generated = kept.generated();
        if (generated != null) {
            return kept.withRequired(false)
                    .withGenerated(new Generated(generated.expression(), false));
        }
        return canBeDefault(kept) ? kept : kept.withDefault(null);
    }

    static boolean canBeDefault(Column column) {
        return switch (column.defaultValue()) {
            case null -> true;
            case Default.Value ignored -> true;
            case Default.Now ignored ->
                    column.type() instanceof DateType
                            || column.type() instanceof TimeType
                            || column.type() instanceof TimestampType;
            case Default.NewUuid ignored -> false;
            case Default.Sql ignored -> true;
        };
    }

    @Override
    public Table asKept(Table table) {
        List<UniqueKey> uniques =
                table.uniques().stream()
                        .map(u -> new UniqueKey(u.id(), u.name(), u.columns(), true))
                        .toList();
        List<Index> indexes = table.indexes().stream().map(FirebirdDiffRules::oneWay).toList();
        List<Relation> relations =
                table.relations().stream()
                        .map(r -> r.withActions(kept(r.onDelete()), kept(r.onUpdate())))
                        .toList();
        return table.withComment(asKept(table.comment()))
                .withUniques(uniques)
                .withIndexes(indexes)
                .withRelations(relations);
    }

    /** Of a character beyond U+FFFF its catalog keeps the lower half, which is another one. */
    private static String asKept(String comment) {
        return comment.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?");
    }

    /** Whatever refuses does so at once. */
    private static Action kept(Action action) {
        return action == Action.RESTRICT ? Action.NO_ACTION : action;
    }

    private static Index oneWay(Index index) {
        boolean descending = index.parts().stream().allMatch(Index.Part::descending);
        return index.withMethod("")
                .withParts(
                        index.parts().stream()
                                .map(p -> new Index.Part(p.column(), p.expression(), descending))
                                .toList());
    }
}
