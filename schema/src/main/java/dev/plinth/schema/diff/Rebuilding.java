package dev.plinth.schema.diff;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.DatabaseTrigger;
import dev.plinth.schema.change.ForeignKey;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.List;

/** Replaces changes that a database cannot make in place by one rebuild of their table. */
final class Rebuilding {
    private Rebuilding() {}

    /** The changes as they are when all are supported, else renames and one rebuild. */
    static List<Change> of(
            List<Change> changes,
            List<DatabaseTrigger> triggers,
            Model renamed,
            Table before,
            Model wanted,
            Table after,
            Dialect dialect) {
        if (changes.stream().allMatch(c -> dialect.statements().supports(c))) {
            return changes;
        }
        List<Change> kept = new ArrayList<>();
        List<Change> inside = new ArrayList<>();
        for (Change change : changes) {
            (change instanceof Change.RenameColumn ? kept : inside).add(change);
        }
        Table from = withNewNames(before, after, changes);
        kept.add(
                new Change.RebuildTable(
                        from,
                        ForeignKey.allOf(renamed, from.withName(before.name())),
                        after,
                        ForeignKey.allOf(wanted, after),
                        inside,
                        triggers));
        return kept;
    }

    /** The table as it stands once the renames have run, which come first. */
    private static Table withNewNames(Table before, Table after, List<Change> changes) {
        List<Column> columns =
                before.columns().stream()
                        .map(c -> c.withName(currentName(c, after, changes)))
                        .toList();
        return before.withName(after.name()).withColumns(columns);
    }

    private static String currentName(Column column, Table after, List<Change> changes) {
        return after.column(column.id())
                .map(Column::name)
                .or(
                        () ->
                                changes.stream()
                                        .filter(
                                                c ->
                                                        c instanceof Change.RenameColumn r
                                                                && r.from().equals(column.name()))
                                        .map(c -> ((Change.RenameColumn) c).to())
                                        .findFirst())
                .orElse(column.name());
    }
}
