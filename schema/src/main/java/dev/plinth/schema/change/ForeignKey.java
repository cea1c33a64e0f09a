package dev.plinth.schema.change;

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
        Action onUpdate) {
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
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
                relation.onUpdate());
    }

    /** All relations of a table, resolved. */
    public static List<ForeignKey> allOf(Model model, Table table) {
        return table.relations().stream().map(r -> of(model, table, r)).toList();
    }
}
