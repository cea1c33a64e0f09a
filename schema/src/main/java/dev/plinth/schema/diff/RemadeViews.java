package dev.plinth.schema.diff;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Views that are dropped and made again, as they are to come back. */
public final class RemadeViews {
    private final List<Change> changes;
    private final Model model;
    private final List<Belonging> belongings;
    private final List<GoneView> gone;

    private RemadeViews(
            List<Change> changes, Model model, List<Belonging> belongings, List<GoneView> gone) {
        this.changes = changes;
        this.model = model;
        this.belongings = belongings;
        this.gone = gone;
    }

    /**
     * The same changes, with the views in them that come back.
     *
     * @param model lowered, with queries as they were written
     * @param belongings of the live views
     * @param gone what is to come back although it is not seen any more
     */
    public static List<Change> of(
            List<Change> changes, Model model, List<Belonging> belongings, List<GoneView> gone) {
        RemadeViews remade = new RemadeViews(changes, model, belongings, gone);
        return changes.stream().map(remade::whole).toList();
    }

    /** Of which views it is not known what they lose. */
    public static List<Problem> lost(List<Change> changes, Dialect dialect) {
        if (dialect.can(Capability.VIEW_BELONGINGS)) {
            return List.of();
        }
        RemadeViews remade = new RemadeViews(changes, Model.empty(), List.of(), List.of());
        return changes.stream()
                .filter(Change.CreateView.class::isInstance)
                .map(c -> ((Change.CreateView) c).view())
                .filter(v -> remade.dropped(v.id()).isPresent())
                .map(
                        v ->
                                Problem.warning(
                                        "D221",
                                        "views/" + v.name(),
                                        "The view \""
                                                + v.name()
                                                + "\" is dropped and made again, and loses what"
                                                + " was granted on it and the triggers it had.",
                                        "Grant it again afterwards."))
                .toList();
    }

    private Change whole(Change change) {
        return switch (change) {
            case Change.DropView drop -> new Change.DropView(drop.view(), had(drop.view().id()));
            case Change.CreateView(View view, _) ->
                    new Change.CreateView(
                            dropped(view.id()).isPresent() && isStale(view)
                                    ? asWritten(view)
                                    : view,
                            had(view.id()));
            default -> change;
        };
    }

    private Optional<View> dropped(String id) {
        return changes.stream()
                .filter(Change.DropView.class::isInstance)
                .map(c -> ((Change.DropView) c).view())
                .filter(v -> v.id().equals(id))
                .findFirst();
    }

    /** A view that came back in part may have it already. */
    private List<Belonging> had(String id) {
        Map<String, Belonging> had = new LinkedHashMap<>();
        gone.stream()
                .filter(g -> g.id().equals(id))
                .flatMap(g -> g.belongings().stream())
                .forEach(b -> had.put(b.sql("", ""), b));
        dropped(id).stream()
                .flatMap(v -> belongings.stream().filter(b -> b.view().equals(v.name())))
                .forEach(b -> had.put(b.sql("", ""), b));
        return List.copyOf(had.values());
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
