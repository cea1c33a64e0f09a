package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A column that an interrupted deployment added looks right, but its rows may lack their values.
 */
final class Fills {
    private Fills() {}

    /**
     * Changes with those that fill such columns.
     *
     * @param unfilled ids of the columns
     */
    static List<Change> added(
            List<Change> changes, Model live, Model wanted, Set<String> unfilled) {
        List<Change> all = new ArrayList<>(changes);
        for (Table table : wanted.tables()) {
            for (Column column : table.columns()) {
                if (unfilled.contains(column.id())
                        && column.backfill() != null
                        && isThere(live, table, column)
                        && !isFilled(changes, column)) {
                    all.add(new Change.FillColumn(table, column));
                }
            }
        }
        return all;
    }

    private static boolean isThere(Model live, Table table, Column column) {
        return live.table(table.id()).flatMap(t -> t.column(column.id())).isPresent();
    }

    private static boolean isFilled(List<Change> changes, Column column) {
        return changes.stream()
                .anyMatch(
                        change ->
                                change instanceof Change.FillColumn fill
                                        && fill.column().id().equals(column.id()));
    }
}
