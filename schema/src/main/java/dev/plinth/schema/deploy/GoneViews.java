package dev.plinth.schema.deploy;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.diff.GoneView;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Views that earlier deployments dropped, and made again in part or not at all: what they had is
 * known from the journal alone.
 */
final class GoneViews {
    private final List<GoneView> gone = new ArrayList<>();
    private final List<TableName> halfMade = new ArrayList<>();

    /**
     * The last that is known of a view.
     *
     * @param name when it was dropped, or made
     */
    private record Seen(TableName name, boolean making, List<Belonging> belongings) {}

    /**
     * @param journal steps in the order in which they were begun
     */
    GoneViews(List<Unfinished.Begun> journal, Model inspected) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        journal.forEach(s -> see(seen, s));
        Set<TableName> there =
                inspected.views().stream().map(View::name).collect(Collectors.toSet());
        seen.forEach((id, view) -> settle(id, view, there.contains(view.name())));
    }

    private static void see(Map<String, Seen> seen, Unfinished.Begun step) {
        Map<String, String> effect = step.effect();
        String dropped = effect.get(Effects.DROPPED_VIEW);
        if (dropped != null) {
            seen.put(dropped, new Seen(Effects.view(effect), false, Effects.belongings(effect)));
        }
        String made = effect.get(Effects.MADE_VIEW);
        if (made != null && step.done()) {
            seen.remove(made);
        } else if (made != null) {
            seen.computeIfPresent(
                    made, (_, v) -> new Seen(Effects.view(effect), true, v.belongings()));
        }
    }

    /** One that is there and that nobody began to make is as it was, or was made by others. */
    private void settle(String id, Seen view, boolean isThere) {
        if (!view.belongings().isEmpty() && (view.making() || !isThere)) {
            gone.add(new GoneView(id, remembered(view)));
            if (isThere) {
                halfMade.add(view.name());
            }
        }
    }

    private static List<Belonging> remembered(Seen view) {
        return view.belongings().stream().<Belonging>map(Belonging.Remembered::new).toList();
    }

    /** With what is to be given back to them. */
    List<GoneView> gone() {
        return gone;
    }

    /** Whether this one is there without all that it had. */
    boolean isHalfMade(TableName view) {
        return halfMade.contains(view);
    }
}
