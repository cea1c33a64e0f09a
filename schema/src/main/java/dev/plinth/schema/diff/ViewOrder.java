package dev.plinth.schema.diff;

import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Views in an order in which each comes after those that it reads: one too many does no harm here.
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

    private void add(View view) {
        if (begun.add(view)) {
            ViewReads reads = ViewReads.of(view);
            views.stream().filter(v -> reads.anyOf(List.of(v))).forEach(this::add);
            ordered.add(view);
        }
    }
}
