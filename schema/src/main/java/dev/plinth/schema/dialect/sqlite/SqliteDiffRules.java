package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.IntegerType;

import java.util.List;

/** SQLite keeps no comments, numbers rows in one way only, and takes NULLs for different. */
final class SqliteDiffRules extends StandardDiffRules {
    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table).withComment("");
        return kept.identity() == null
                ? kept
                : kept.withIdentity(Identity.BY_DEFAULT).withType(IntegerType.BIG);
    }

    @Override
    public Table asKept(Table table) {
        List<Index> indexes = table.indexes().stream().map(i -> i.withMethod("")).toList();
        List<UniqueKey> uniques =
                table.uniques().stream()
                        .map(u -> new UniqueKey(u.id(), u.name(), u.columns(), true))
                        .toList();
        return table.withComment("").withIndexes(indexes).withUniques(uniques);
    }
}
