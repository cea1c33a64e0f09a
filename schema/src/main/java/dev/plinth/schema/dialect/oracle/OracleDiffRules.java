package dev.plinth.schema.dialect.oracle;

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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computed columns are never stored, a key's change reaches no other table, '' is NULL. */
final class OracleDiffRules extends StandardDiffRules {
    private static final int COMMENT_BYTES = 4000;

    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table).withComment(cut(column.comment()));
        if (kept.defaultValue() instanceof Default.Value(String text) && text.isEmpty()) {
            kept = kept.withDefault(null);
        }
        Generated generated = kept.generated();
        return generated == null
                ? kept
                : kept.withGenerated(new Generated(generated.expression(), false));
    }

    @Override
    public Table asKept(Table table) {
        List<UniqueKey> uniques = new ArrayList<>();
        table.uniques().forEach(u -> uniques.add(asKept(table, u)));
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            key(table, index)
                    .ifPresentOrElse(uniques::add, () -> indexes.add(index.withMethod("")));
        }
        return table.withUniques(uniques)
                .withIndexes(indexes)
                .withRelations(table.relations().stream().map(OracleDiffRules::asKept).toList())
                .withComment(cut(table.comment()));
    }

    /** An index that would take rows for equal that are half empty is made as a key is. */
    private static Optional<UniqueKey> key(Table table, Index index) {
        List<String> columns = index.parts().stream().map(Index.Part::column).toList();
        UniqueKey key = new UniqueKey(index.id(), index.name(), columns, true);
        boolean plain = index.parts().stream().allMatch(p -> p.isColumn() && !p.descending());
        return index.unique()
                        && index.where() == null
                        && plain
                        && OracleStatements.isIndex(table, key)
                ? Optional.of(key)
                : Optional.empty();
    }

    /** What becomes an index cannot be put off. */
    private static UniqueKey asKept(Table table, UniqueKey key) {
        Deferral deferral = OracleStatements.isIndex(table, key) ? Deferral.NONE : key.deferral();
        return new UniqueKey(key.id(), key.name(), key.columns(), true, deferral);
    }

    private static Relation asKept(Relation relation) {
        return relation.withActions(
                relation.onDelete() == Action.RESTRICT ? Action.NO_ACTION : relation.onDelete(),
                Action.NO_ACTION);
    }

    private static String cut(String text) {
        int limit = COMMENT_BYTES / 4 - 10;
        return text.length() <= limit ? text : text.substring(0, limit);
    }
}
