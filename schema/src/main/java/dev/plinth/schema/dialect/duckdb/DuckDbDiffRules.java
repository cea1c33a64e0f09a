package dev.plinth.schema.dialect.duckdb;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import java.util.List;

/**
 * DuckDB computes on reading, numbers rows in one way only, keeps no names of unique keys and no
 * order of indexes, takes NULLs for different and has no relations of ours.
 */
final class DuckDbDiffRules extends StandardDiffRules {
    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table);
        if (kept.identity() != null) {
            return kept.withIdentity(Identity.BY_DEFAULT);
        }
        Generated generated = kept.generated();
        return generated == null
                ? kept
                : kept.withRequired(false)
                        .withType(withoutLimit(kept.type()))
                        .withGenerated(new Generated(generated.expression(), false));
    }

    /** A check holds a length, and none may speak of a computed column (2.0.0). */
    private static ColumnType withoutLimit(ColumnType type) {
        return switch (type) {
            case TextType _ -> new LongTextType();
            case BinaryType _ -> new BinaryType(0);
            default -> type;
        };
    }

    @Override
    public Table asKept(Table table) {
        List<UniqueKey> uniques =
                table.uniques().stream()
                        .map(u -> new UniqueKey(u.id(), "", u.columns(), true))
                        .toList();
        List<Index> indexes =
                table.indexes().stream()
                        .map(
                                i ->
                                        new Index(
                                                i.id(),
                                                i.name(),
                                                i.parts().stream()
                                                        .map(DuckDbDiffRules::unordered)
                                                        .toList(),
                                                i.unique(),
                                                i.where(),
                                                ""))
                        .toList();
        return table.withUniques(uniques).withIndexes(indexes).withRelations(List.of());
    }

    private static Index.Part unordered(Index.Part part) {
        return new Index.Part(part.column(), part.expression(), false);
    }
}
