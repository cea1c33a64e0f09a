package dev.plinth.schema.dialect.hsqldb;

import dev.plinth.schema.dialect.standard.StandardDiffRules;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.UuidType;

/**
 * Generated columns are stored. One that is never NULL cannot be added to a table with rows, and
 * none can be made so later (2.7.4), which every change that they stand in the way of would need.
 */
final class HsqldbDiffRules extends StandardDiffRules {
    @Override
    public Column asKept(Column column, Table table) {
        Column kept = super.asKept(column, table);
        if (kept.type() instanceof UuidType && kept.defaultValue() instanceof Default.Value) {
            // It is stored without quotes, and the database cannot be opened any more (2.7.4).
            kept = kept.withDefault(null);
        }
        Generated generated = kept.generated();
        return generated == null
                ? kept
                : kept.withRequired(false)
                        .withGenerated(new Generated(generated.expression(), true));
    }

    @Override
    public Table asKept(Table table) {
        return table.withUniques(
                        table.uniques().stream()
                                .map(u -> new UniqueKey(u.id(), u.name(), u.columns(), true))
                                .toList())
                .withIndexes(table.indexes().stream().map(HsqldbDiffRules::asKept).toList())
                .withRelations(
                        table.relations().stream()
                                .map(
                                        r ->
                                                r.withActions(
                                                        asKept(r.onDelete(), r, table),
                                                        asKept(r.onUpdate(), r, table)))
                                .toList());
    }

    /** The direction of an index is not told again. */
    private static Index asKept(Index index) {
        return index.withParts(
                index.parts().stream()
                        .map(p -> new Index.Part(p.column(), p.expression(), false))
                        .toList());
    }

    /**
     * SET DEFAULT is refused for a column without a default, which is that to be NULL; RESTRICT is
     * found again as NO ACTION.
     */
    private static Action asKept(Action action, Relation relation, Table table) {
        boolean hasDefaults =
                relation.columns().stream()
                        .flatMap(id -> table.column(id).stream())
                        .allMatch(c -> c.defaultValue() != null);
        return switch (action) {
            case SET_DEFAULT -> hasDefaults ? action : Action.SET_NULL;
            case RESTRICT -> Action.NO_ACTION;
            case NO_ACTION, CASCADE, SET_NULL -> action;
        };
    }
}
