package dev.plinth.schema.diff;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.List;

/** Indexes that stay, but must be away while their table is changed; a rebuild makes its own. */
final class IndexesAside {
    private IndexesAside() {}

    /** The changes that are needed besides. */
    static List<Change> of(List<Change> changes, Model live, Model wanted, Dialect dialect) {
        List<Change> aside = new ArrayList<>();
        for (Table before : live.tables()) {
            Table after = wanted.table(before.id()).orElse(null);
            if (after != null && isBlocked(changes, before, after, dialect)) {
                boolean rebuilt =
                        changes.stream()
                                .anyMatch(
                                        c ->
                                                c instanceof Change.RebuildTable r
                                                        && r.to().id().equals(after.id()));
                for (Index index : before.indexes()) {
                    if (!isDropped(changes, before, index)) {
                        aside.add(new Change.DropIndex(before, index));
                        if (!rebuilt) {
                            aside.add(new Change.AddIndex(after, index));
                        }
                    }
                }
            }
        }
        return aside;
    }

    private static boolean isBlocked(
            List<Change> changes, Table before, Table after, Dialect dialect) {
        return changes.stream()
                .filter(dialect.statements()::isBlockedByIndexes)
                .anyMatch(
                        c ->
                                c instanceof Change.RenameTable
                                        ? c.on().equals(before.name())
                                        : c.on().equals(after.name()));
    }

    private static boolean isDropped(List<Change> changes, Table before, Index index) {
        return changes.stream()
                .anyMatch(
                        c ->
                                c instanceof Change.DropIndex d
                                        && d.table().name().equals(before.name())
                                        && d.index().id().equals(index.id()));
    }
}
