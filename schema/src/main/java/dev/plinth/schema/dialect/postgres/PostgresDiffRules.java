package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;

final class PostgresDiffRules extends StandardDiffRules {
    /** The kind of index that is made when none is named, and reported as none. */
    static final String USUAL_METHOD = "btree";

    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table);
        Generated generated = kept.generated();
        return generated == null
                ? kept
                : kept.withGenerated(new Generated(generated.expression(), true));
    }

    @Override
    public Table asKept(Table table) {
        return table.withIndexes(table.indexes().stream().map(PostgresDiffRules::kept).toList());
    }

    private static Index kept(Index index) {
        return index.method().equals(USUAL_METHOD) ? index.withMethod("") : index;
    }
}
