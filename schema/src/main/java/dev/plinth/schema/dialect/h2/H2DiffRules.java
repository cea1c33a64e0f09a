package dev.plinth.schema.dialect.h2;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Table;

final class H2DiffRules extends StandardDiffRules {
    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table);
        Generated generated = kept.generated();
        return generated == null
                ? kept
                : kept.withGenerated(new Generated(generated.expression(), true));
    }
}
