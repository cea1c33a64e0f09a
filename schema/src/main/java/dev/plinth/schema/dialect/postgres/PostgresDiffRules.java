package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;

import java.util.Set;

final class PostgresDiffRules extends StandardDiffRules {
    /**
     * The kind of index that is made when none is named, and reported as none: of PostgreSQL, of
     * YugabyteDB (docs.yugabyte.com, CREATE INDEX) and of CockroachDB (its pg_catalog.pg_am).
     */
    static final Set<String> USUAL_METHODS = Set.of("btree", "lsm", "prefix");

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
        return USUAL_METHODS.contains(index.method()) ? index.withMethod("") : index;
    }
}
