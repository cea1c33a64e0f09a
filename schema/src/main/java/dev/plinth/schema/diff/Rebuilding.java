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
        boolean renamesFirst = changes.stream().allMatch(c -> comesAfterRenames(c, dialect));
        for (Change change : changes) {
            boolean first = renamesFirst && change instanceof Change.RenameColumn;
            (first ? kept : inside).add(change);
        }
        Table from =
                renamesFirst ? withNewNames(before, after, changes) : before.withName(after.name());
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

    /** Not so a computed column that goes: another may be given its name. */
    private static boolean comesAfterRenames(Change change, Dialect dialect) {
        return switch (change) {
            case Change.RenameColumn rename -> dialect.statements().supports(rename);
            case Change.DropColumn drop -> drop.column().generated() == null;
            default -> true;
        };
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
