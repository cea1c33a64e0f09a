package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.diff.Adoption;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.diff.Moves;
import dev.plinth.schema.diff.Quarantine;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The steps from one model to another, for a database that is not at hand. */
public final class ModelSteps {
    private ModelSteps() {}

    /**
     * As a deployment would take them; what is dropped is kept aside.
     *
     * @param before what the database has, see {@link Model#empty()}
     */
    public static List<Step> between(Model before, Model after, Dialect dialect) {
        Model lowered = Lowering.lower(before, dialect);
        Model wanted = Lowering.lower(after, dialect);
        Model live = Adoption.adopt(named(lowered, dialect), lowered, wanted);
        Set<String> owned = new HashSet<>();
        live.tables().forEach(t -> owned.add(t.id()));
        live.views().forEach(v -> owned.add(v.id()));
        Moves moves = Moves.of(live, wanted, dialect);
        List<Change> changes = SchemaDiff.between(live, moves.wanted(), owned, List.of(), dialect);
        return Planner.steps(
                Quarantine.applied(changes, live, moves.wanted(), List.of(), Set.of(), dialect),
                live,
                moves,
                dialect,
                "",
                false);
    }

    /** With the names that the database has given to keys, which they keep. */
    private static Model named(Model model, Dialect dialect) {
        return model.withTables(
                model.tables().stream()
                        .map(
                                t -> {
                                    PrimaryKey key = t.primaryKey();
                                    return key == null || !key.name().isEmpty()
                                            ? t
                                            : t.withPrimaryKey(
                                                    new PrimaryKey(
                                                            dialect.names().primaryKey(t.name()),
                                                            key.columns()));
                                })
                        .toList());
    }
}
