package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;

import java.util.Set;

/** Leaves out what the database was not found to have, of which the check of a model warns. */
final class GenericDiffRules extends StandardDiffRules {
    private final Set<Capability> capabilities;

    GenericDiffRules(Set<Capability> capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table);
        if (!capabilities.contains(Capability.COMMENTS)) {
            kept = kept.withComment("");
        }
        if (kept.identity() == Identity.ALWAYS
                && !capabilities.contains(Capability.IDENTITY_ALWAYS)) {
            kept = kept.withIdentity(Identity.BY_DEFAULT);
        }
        Generated generated = kept.generated();
        return generated == null
                ? kept
                : kept.withGenerated(new Generated(generated.expression(), true));
    }

    @Override
    public Table asKept(Table table) {
        Table kept = capabilities.contains(Capability.COMMENTS) ? table : table.withComment("");
        return capabilities.contains(Capability.DESCENDING_INDEX)
                ? kept
                : kept.withIndexes(kept.indexes().stream().map(GenericDiffRules::upwards).toList());
    }

    private static Index upwards(Index index) {
        return index.withParts(
                index.parts().stream()
                        .map(p -> new Index.Part(p.column(), p.expression(), false))
                        .toList());
    }
}
