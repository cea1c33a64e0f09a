package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Unready;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.List;

/**
 * Indexes, constraints and views that an interrupted deployment left half made: they are dropped
 * before they are made again. What others left that way is theirs.
 */
final class Leftovers {
    private final List<Unready> ours;
    private final GoneViews views;

    Leftovers(List<Unready> unready, Interruption interruption, GoneViews views) {
        this.views = views;
        this.ours = unready.stream().filter(u -> interruption.wasMaking(u.name())).toList();
    }

    /** What is there, without the leftovers. */
    Model without(Model live) {
        Model whole =
                live.withViews(
                        live.views().stream().filter(v -> !views.isHalfMade(v.name())).toList());
        if (ours.isEmpty()) {
            return whole;
        }
        return whole.withTables(
                live.tables().stream()
                        .map(
                                t ->
                                        t.withIndexes(
                                                        t.indexes().stream()
                                                                .filter(i -> !is(t, i.name()))
                                                                .toList())
                                                .withChecks(
                                                        t.checks().stream()
                                                                .filter(c -> !is(t, c.name()))
                                                                .toList())
                                                .withRelations(
                                                        t.relations().stream()
                                                                .filter(r -> !is(t, r.name()))
                                                                .toList()))
                        .toList());
    }

    /** The changes that take them away. */
    List<Change> drops(Model live) {
        List<Change> drops = new ArrayList<>();
        for (Table table : live.tables()) {
            table.indexes().stream()
                    .filter(i -> is(table, i.name()))
                    .forEach(i -> drops.add(new Change.DropIndex(table, i)));
            table.checks().stream()
                    .filter(c -> is(table, c.name()))
                    .forEach(c -> drops.add(new Change.DropCheck(table, c)));
            ForeignKey.allOf(live, table).stream()
                    .filter(k -> is(table, k.name()))
                    .forEach(k -> drops.add(new Change.DropRelation(table, k)));
        }
        live.views().stream()
                .filter(v -> views.isHalfMade(v.name()))
                .forEach(v -> drops.add(new Change.DropView(v)));
        return drops;
    }

    private boolean is(Table table, String name) {
        return ours.contains(new Unready(table.name(), name));
    }
}
