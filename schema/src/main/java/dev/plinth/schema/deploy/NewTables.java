package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.plan.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables that a plan creates. They hold no rows, so that what is done to them takes next to no
 * time, most of it on the way to the database: many steps may be sent at once.
 */
final class NewTables {
    private static final int MOST_AT_ONCE = 25;

    private final Set<TableName> names;

    /**
     * @param plan all of its steps, or none where nothing is gained by sending many at once
     */
    NewTables(List<Step> plan) {
        names =
                plan.stream()
                        .map(Step::change)
                        .filter(Change.CreateTable.class::isInstance)
                        .map(Change::on)
                        .collect(Collectors.toSet());
    }

    /** The same steps in the same order: those that may be sent at once are together. */
    List<List<Step>> batches(List<Step> steps) {
        List<List<Step>> batches = new ArrayList<>();
        List<Step> batch = new ArrayList<>();
        for (Step step : steps) {
            boolean quick = isQuick(step.change());
            if (!batch.isEmpty() && (!quick || batch.size() == MOST_AT_ONCE)) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
            if (quick) {
                batch.add(step);
            } else {
                batches.add(List.of(step));
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private boolean isQuick(Change change) {
        return switch (change) {
            case Change.CreateTable _,
                    Change.AddPrimaryKey _,
                    Change.AddUnique _,
                    Change.AddIndex _,
                    Change.AddCheck _,
                    Change.AddRelation _ ->
                    names.contains(change.on());
            default -> false;
        };
    }
}
