package dev.plinth.app.project;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Whole elements to put into a model, and ids of elements to remove from it. An element that is
 * there already keeps its place, a new one comes last.
 */
public record ModelEdit(
        List<Table> tables, List<View> views, List<Choice> choices, Set<String> remove) {
    public ModelEdit {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        choices = List.copyOf(choices);
        remove = Set.copyOf(remove);
    }

    boolean isEmpty() {
        return tables.isEmpty() && views.isEmpty() && choices.isEmpty() && remove.isEmpty();
    }

    /** The model after the edit. */
    Model applyTo(Model model) {
        return new Model(
                merged(model.tables(), tables, Table::id),
                merged(model.views(), views, View::id),
                merged(model.choices(), choices, Choice::id),
                model.origin());
    }

    private <E> List<E> merged(List<E> before, List<E> put, Function<E, String> id) {
        List<E> after = new ArrayList<>();
        Map<String, E> byId = new LinkedHashMap<>();
        put.forEach(element -> byId.put(id.apply(element), element));
        for (E element : before) {
            String own = id.apply(element);
            E replaced = byId.remove(own);
            if (replaced != null) {
                after.add(replaced);
            } else if (!remove.contains(own)) {
                after.add(element);
            }
        }
        after.addAll(byId.values());
        return after;
    }
}
