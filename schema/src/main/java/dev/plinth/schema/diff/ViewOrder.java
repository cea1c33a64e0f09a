package dev.plinth.schema.diff;

import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Views in an order in which each comes after those that it reads. Which it reads is told by their
 * names in its text: one too many does no harm.
 */
final class ViewOrder {
    private final List<View> views;
    private final Set<View> ordered = new LinkedHashSet<>();
    private final Set<View> begun = new LinkedHashSet<>();

    private ViewOrder(List<View> views) {
        this.views = views;
    }

    static List<View> of(List<View> views) {
        ViewOrder order = new ViewOrder(views);
        views.forEach(order::add);
        return new ArrayList<>(order.ordered);
    }

    static boolean readsOneOf(View view, Collection<View> others) {
        return others.stream().anyMatch(o -> reads(view, o));
    }

    private static boolean reads(View view, View other) {
        return !view.id().equals(other.id()) && view.query().contains(other.name().name());
    }

    private void add(View view) {
        if (begun.add(view)) {
            views.stream().filter(v -> reads(view, v)).forEach(this::add);
            ordered.add(view);
        }
    }
}
