package dev.plinth.schema.change;

import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.List;

/** A relation with the names that SQL needs in place of ids. */
public record ForeignKey(
        String id,
        String name,
        List<String> columns,
        TableName target,
        List<String> targetColumns,
        Action onDelete,
        Action onUpdate,
        Deferral deferral) {
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** A foreign key that is checked with each statement. */
    public ForeignKey(
            String id,
            String name,
            List<String> columns,
            TableName target,
            List<String> targetColumns,
            Action onDelete,
            Action onUpdate) {
        this(id, name, columns, target, targetColumns, onDelete, onUpdate, Deferral.NONE);
    }

    /** The same key from and to other names. */
    public ForeignKey between(
            List<String> newColumns, TableName newTarget, List<String> newTargets) {
        return new ForeignKey(
                id, name, newColumns, newTarget, newTargets, onDelete, onUpdate, deferral);
    }

    /**
     * Resolves a relation of {@code table} within its model.
     *
     * @throws IllegalArgumentException when the target is not in the model
     */
    public static ForeignKey of(Model model, Table table, Relation relation) {
        Table target =
                model.table(relation.target())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "relation " + relation.name() + " has no target"));
        return new ForeignKey(
                relation.id(),
                relation.name(),
                table.columnNames(relation.columns()),
                target.name(),
                target.columnNames(relation.targetColumns()),
                relation.onDelete(),
                relation.onUpdate(),
                relation.deferral());
    }

    /** All relations of a table, resolved. */
    public static List<ForeignKey> allOf(Model model, Table table) {
        return table.relations().stream().map(r -> of(model, table, r)).toList();
    }
}
