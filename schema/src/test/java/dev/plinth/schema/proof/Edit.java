package dev.plinth.schema.proof;

import dev.plinth.schema.model.Model;

/** One change that somebody makes to a model: what kind, and a seed that decides the rest. */
record Edit(Kind kind, long seed) {
    /** Does nothing where there is nothing to do it to. */
    interface Change {
        Model apply(Model model, Pick pick);
    }

    /** The more often a kind is to come, the higher its weight. */
    enum Kind {
        ADD_TABLE(8, TableEdits::add),
        DROP_TABLE(2, TableEdits::drop),
        RENAME_TABLE(2, TableEdits::rename),
        SWAP_TABLES(1, TableEdits::swap),
        ROTATE_TABLES(1, TableEdits::rotate),
        REPLACE_TABLE(1, TableEdits::replace),
        COMMENT_TABLE(1, TableEdits::comment),
        ADD_COLUMN(12, ColumnEdits::add),
        DROP_COLUMN(4, ColumnEdits::drop),
        RENAME_COLUMN(4, ColumnEdits::rename),
        SWAP_COLUMNS(2, ColumnEdits::swap),
        REPLACE_COLUMN(2, ColumnEdits::replace),
        RETYPE_COLUMN(6, ColumnEdits::retype),
        REQUIRE_COLUMN(4, ColumnEdits::require),
        SET_DEFAULT(3, ColumnEdits::setDefault),
        COMMENT_COLUMN(1, ColumnEdits::comment),
        NUMBER_COLUMN(1, ColumnEdits::number),
        COMPUTE_COLUMN(2, ColumnEdits::compute),
        RECOMPUTE_COLUMN(2, ColumnEdits::recompute),
        STORE_COLUMN(2, ColumnEdits::store),
        SET_PRIMARY_KEY(2, KeyEdits::setPrimaryKey),
        ADD_UNIQUE(3, KeyEdits::addUnique),
        DROP_UNIQUE(1, KeyEdits::dropUnique),
        ADD_INDEX(4, KeyEdits::addIndex),
        CHANGE_INDEX(2, KeyEdits::changeIndex),
        DROP_INDEX(1, KeyEdits::dropIndex),
        ADD_RELATION(6, RelationEdits::add),
        CHANGE_RELATION(2, RelationEdits::change),
        DROP_RELATION(1, RelationEdits::drop),
        ADD_CHECK(3, RuleEdits::addCheck),
        CHANGE_CHECK(1, RuleEdits::changeCheck),
        DROP_CHECK(1, RuleEdits::dropCheck),
        ADD_CHOICE(2, RuleEdits::addChoice),
        CHANGE_CHOICE(2, RuleEdits::changeChoice),
        ADD_VIEW(2, RuleEdits::addView),
        DROP_VIEW(1, RuleEdits::dropView);

        final int weight;
        private final Change change;

        Kind(int weight, Change change) {
            this.weight = weight;
            this.change = change;
        }
    }

    Model apply(Model model) {
        return kind.change.apply(model, new Pick(seed));
    }
}
