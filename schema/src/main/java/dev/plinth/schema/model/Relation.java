package dev.plinth.schema.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A foreign key, seen from the table that holds it.
 *
 * @param name of the constraint
 * @param label what the target is to this row ("customer"); empty to derive it
 * @param inverseLabel what these rows are to the target ("orders"); empty to derive it
 * @param columns ids in this table, pairwise with {@code targetColumns}
 * @param target id of the table pointed at
 * @param targetColumns ids there
 */
public record Relation(
        String id,
        String name,
        String label,
        String inverseLabel,
        List<String> columns,
        String target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        Deferral deferral) {
    public Relation {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** A relation that is checked with each statement. */
    public Relation(
            String id,
            String name,
            String label,
            String inverseLabel,
            List<String> columns,
            String target,
            List<String> targetColumns,
            Action onDelete,
            Action onUpdate) {
        this(
                id,
                name,
                label,
                inverseLabel,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                Deferral.NONE);
    }

    /** The same relation between tables that know these ids. */
    public Relation between(
            String newId, List<String> newColumns, String newTarget, List<String> newTargets) {
        return new Relation(
                newId,
                name,
                label,
                inverseLabel,
                newColumns,
                newTarget,
                newTargets,
                onDelete,
                onUpdate,
                deferral);
    }

    /** As a database knows it: under a name of its own, without what only people read. */
    public Relation unlabelled(String newName) {
        return new Relation(
                id, newName, "", "", columns, target, targetColumns, onDelete, onUpdate, deferral);
    }

    public Relation withActions(Action newOnDelete, Action newOnUpdate) {
        return new Relation(
                id,
                name,
                label,
                inverseLabel,
                columns,
                target,
                targetColumns,
                newOnDelete,
                newOnUpdate,
                deferral);
    }

    /** The same with its pairs of columns in order, of which a database may keep another. */
    public Relation inOrder() {
        List<Integer> pairs =
                IntStream.range(0, Math.min(columns.size(), targetColumns.size()))
                        .boxed()
                        .sorted(Comparator.comparing(columns::get))
                        .toList();
        return between(
                id,
                pairs.stream().map(columns::get).toList(),
                target,
                pairs.stream().map(targetColumns::get).toList());
    }

    public Relation withDeferral(Deferral newDeferral) {
        return new Relation(
                id,
                name,
                label,
                inverseLabel,
                columns,
                target,
                targetColumns,
                onDelete,
                onUpdate,
                newDeferral);
    }

    /** What happens to the rows here when the row pointed at goes or changes its key. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }
}
