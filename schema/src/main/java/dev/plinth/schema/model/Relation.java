package dev.plinth.schema.model;

import java.util.List;

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
        Action onUpdate) {
    public Relation {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
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
                newOnUpdate);
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
