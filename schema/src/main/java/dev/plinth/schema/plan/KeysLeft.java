package dev.plinth.schema.plan;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows to what takes away a key or an index the table without those that went before, since
 * databases mind which is the last: of a column that numbers itself, or that a relation needs.
 */
final class KeysLeft {
    private final Map<TableName, Table> left = new HashMap<>();

    private KeysLeft() {}

    /**
     * @param ordered as they will run
     */
    static List<Change> of(List<Change> ordered) {
        KeysLeft keys = new KeysLeft();
        List<Change> changes = new ArrayList<>(ordered.size());
        ordered.forEach(c -> changes.add(keys.then(c)));
        return changes;
    }

    private Change then(Change change) {
        return switch (change) {
            case Change.DropIndex drop -> {
                Table table = left.getOrDefault(drop.on(), drop.table());
                left.put(drop.on(), table.withoutIndex(drop.index().name()));
                yield new Change.DropIndex(table, drop.index());
            }
            case Change.DropUnique drop -> {
                Table table = left.getOrDefault(drop.on(), drop.table());
                left.put(drop.on(), table.withoutUnique(drop.key().name()));
                yield new Change.DropUnique(table, drop.key());
            }
            case Change.DropPrimaryKey drop -> {
                Table table = left.getOrDefault(drop.on(), drop.table());
                left.put(drop.on(), table.withPrimaryKey(null));
                yield new Change.DropPrimaryKey(table, drop.key());
            }
            default -> change;
        };
    }
}
