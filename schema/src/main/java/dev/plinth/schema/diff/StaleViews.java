package dev.plinth.schema.diff;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Views whose queries go on naming what changes take away or rename: they will not work any more,
 * and some databases do not say so. Which they name is told by the words of their text, so it is a
 * warning.
 */
public final class StaleViews {
    private final List<Change> changes;
    private final Model after;
    private final Dialect dialect;
    private final List<Problem> found = new ArrayList<>();

    private StaleViews(List<Change> changes, Model after, Dialect dialect) {
        this.changes = changes;
        this.after = after;
        this.dialect = dialect;
    }

    /**
     * The warnings.
     *
     * @param live whose views stay, unless they are the model's
     * @param after the model, lowered
     */
    public static List<Problem> among(
            List<Change> changes, Model live, Model after, Dialect dialect) {
        StaleViews stale = new StaleViews(changes, after, dialect);
        after.views().forEach(stale::look);
        live.views().stream()
                .filter(v -> after.views().stream().noneMatch(w -> w.id().equals(v.id())))
                .filter(v -> !stale.isDropped(v))
                .forEach(stale::look);
        return stale.found;
    }

    private boolean isDropped(View view) {
        return changes.stream()
                .anyMatch(c -> c instanceof Change.DropView d && d.view().id().equals(view.id()));
    }

    private void look(View view) {
        ViewReads reads = ViewReads.of(view);
        boolean follows = dialect.statements().viewsFollowRenames() && !isDropped(view);
        for (Change change : changes) {
            switch (change) {
                case Change.RenameTable rename -> {
                    if (!follows && names(reads, rename.from().name())) {
                        tell(view, rename.from().name(), rename.to().name());
                    }
                }
                case Change.RenameColumn rename -> {
                    if (!follows && names(reads, rename.table(), rename.from())) {
                        tell(view, rename.from(), rename.to());
                    }
                }
                case Change.DropTable(Table table, _) -> gone(view, reads, table);
                case Change.KeepTable(Table table, _, _) -> gone(view, reads, table);
                case Change.DropColumn(Table table, var column) -> {
                    if (names(reads, table, column.name())) {
                        tell(view, column.name(), "");
                    }
                }
                default -> {}
            }
        }
    }

    private void gone(View view, ViewReads reads, Table table) {
        if (names(reads, table.name().name())) {
            tell(view, table.name().name(), "");
        }
    }

    /** Whether the text names a table that has another name afterwards. */
    private boolean names(ViewReads reads, String table) {
        return after.tables().stream().noneMatch(t -> t.name().name().equals(table))
                && reads.has(table);
    }

    /** Whether the text names a column that no table which it names has afterwards. */
    private boolean names(ViewReads reads, Table table, String column) {
        return reads.has(column)
                && after.table(table.id())
                        .map(t -> reads.has(t.name().name()))
                        .orElse(reads.has(table.name().name()))
                && after.tables().stream()
                        .filter(t -> reads.has(t.name().name()))
                        .allMatch(t -> t.columnNamed(column).isEmpty());
    }

    private void tell(View view, String name, String now) {
        found.add(
                Problem.warning(
                        "D220",
                        "views/" + view.name(),
                        "The view \""
                                + view.name()
                                + "\" seems to read \""
                                + name
                                + "\", which "
                                + (now.isEmpty()
                                        ? "is gone afterwards."
                                        : "is called \"" + now + "\" afterwards."),
                        "Change the view's query, or it will not work any more."));
    }
}
