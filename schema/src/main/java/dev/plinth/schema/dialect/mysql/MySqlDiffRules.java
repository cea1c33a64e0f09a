package dev.plinth.schema.dialect.mysql;

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

/** MySQL does not tell a unique index from a unique key, nor NO ACTION from RESTRICT. */
public class MySqlDiffRules extends StandardDiffRules {
    private static final int COLUMN_COMMENT = 1024 - MySqlStatements.JSON_MARK.length() - 1;
    private static final int TABLE_COMMENT = 2048;

    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table);
        return kept.withIdentity(kept.identity() == null ? null : Identity.BY_DEFAULT)
                .withComment(cut(kept.comment(), COLUMN_COMMENT));
    }

    @Override
    public Table asKept(Table table) {
        List<UniqueKey> uniques = new ArrayList<>();
        table.uniques()
                .forEach(u -> uniques.add(new UniqueKey(u.id(), u.name(), u.columns(), true)));
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (isKey(index)) {
                List<String> columns = index.parts().stream().map(Index.Part::column).toList();
                uniques.add(new UniqueKey(index.id(), index.name(), columns, true));
            } else if (table.relations().stream().noneMatch(r -> isOf(index, r))) {
                indexes.add(index);
            }
        }
        return table.withUniques(uniques)
                .withIndexes(indexes)
                .withRelations(table.relations().stream().map(MySqlDiffRules::asKept).toList())
                .withComment(cut(table.comment(), TABLE_COMMENT));
    }

    static boolean isKey(Index index) {
        return index.unique()
                && index.where() == null
                && index.parts().stream().allMatch(p -> p.isColumn() && !p.descending());
    }

    /** A relation has an index of its name, which cannot be told from one that somebody made. */
    private static boolean isOf(Index index, Relation relation) {
        return !index.unique()
                && index.name().equals(relation.name())
                && index.parts().stream()
                        .map(Index.Part::column)
                        .toList()
                        .equals(relation.columns());
    }

    private static Relation asKept(Relation relation) {
        return relation.withActions(asKept(relation.onDelete()), asKept(relation.onUpdate()));
    }

    /** SET DEFAULT is taken but never done; the row is refused as with NO ACTION. */
    static Action asKept(Action action) {
        return switch (action) {
            case NO_ACTION, RESTRICT, SET_DEFAULT -> Action.NO_ACTION;
            case CASCADE -> Action.CASCADE;
            case SET_NULL -> Action.SET_NULL;
        };
    }

    private static String cut(String text, int length) {
        // Comments are utf8mb3: what lies beyond it would be a question mark anyhow, or an error.
        String kept = text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?");
        return kept.length() <= length ? kept : kept.substring(0, length);
    }
}
