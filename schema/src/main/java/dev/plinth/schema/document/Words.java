package dev.plinth.schema.document;

import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Trigger.Event;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words that documents use for the fixed values of a model. */
final class Words {
    static final Map<String, Identity> IDENTITIES = of(Identity.values());
    static final Map<String, Action> ACTIONS = of(Action.values());
    static final Map<String, Deferral> DEFERRALS = of(Deferral.values());
    static final Map<String, Event> EVENTS = of(Event.values());

    private Words() {}

    /** {@code BY_DEFAULT} is written {@code byDefault}. */
    static String of(Enum<?> value) {
        StringBuilder word = new StringBuilder();
        boolean upper = false;
        for (char c : value.name().toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                word.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return word.toString();
    }

    private static <E extends Enum<E>> Map<String, E> of(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(of(value), value);
        }
        return words;
    }
}
