package dev.plinth.schema.diff;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.change.Change;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.View;

import java.util.List;
import java.util.Optional;

/** Views that are dropped and made again in one plan, as they are to come back. */
public final class RemadeViews {
    private final List<Change> changes;
    private final Model model;
    private final List<Belonging> belongings;

    private RemadeViews(List<Change> changes, Model model, List<Belonging> belongings) {
        this.changes = changes;
        this.model = model;
        this.belongings = belongings;
    }

    /**
     * The same changes, with the views in them that come back.
     *
     * @param model lowered, with queries as they were written
     * @param belongings of the live views
     */
    public static List<Change> of(List<Change> changes, Model model, List<Belonging> belongings) {
        RemadeViews remade = new RemadeViews(changes, model, belongings);
        return changes.stream().map(remade::made).toList();
    }

    private Change made(Change change) {
        if (!(change instanceof Change.CreateView(View view, _))) {
            return change;
        }
        Optional<View> before =
                changes.stream()
                        .filter(Change.DropView.class::isInstance)
                        .map(c -> ((Change.DropView) c).view())
                        .filter(v -> v.id().equals(view.id()))
                        .findFirst();
        return before.<Change>map(
                        b ->
                                new Change.CreateView(
                                        isStale(view) ? asWritten(view) : view,
                                        belongings.stream()
                                                .filter(o -> o.view().equals(b.name()))
                                                .toList()))
                .orElse(change);
    }

    /**
     * As the database shows a query it may name what the written one does not: the columns that
     * {@code *} stood for, and tables by names that others give them.
     */
    private boolean isStale(View view) {
        ViewReads reads = ViewReads.of(view);
        return changes.stream().anyMatch(c -> isGone(c, reads));
    }

    private static boolean isGone(Change change, ViewReads reads) {
        return switch (change) {
            case Change.RenameTable c -> reads.has(c.from().name());
            case Change.RenameColumn c -> reads.has(c.from());
            case Change.DropColumn c -> reads.has(c.column().name());
            case Change.RebuildTable c -> c.changes().stream().anyMatch(i -> isGone(i, reads));
            default -> false;
        };
    }

    private View asWritten(View view) {
        return model.views().stream()
                .filter(v -> v.id().equals(view.id()))
                .findFirst()
                .orElse(view);
    }
}
