package dev.plinth.app.project;

import dev.plinth.schema.model.Trigger.Event;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The meta tables that hold the elements of a model. */
final class ElementTables {
    static final String SET_COLUMN = "setColumn";
    static final String INSERT_ROW = "insertRow";
    static final String CALL_URL = "callUrl";
    static final String PUBLISH = "publish";

    /**
     * Tables whose rows belong to a table or view of the model; what refers to them goes with them.
     */
    static final List<String> PARTS =
            List.of(
                    "meta_columns",
                    "meta_keys",
                    "meta_indexes",
                    "meta_checks",
                    "meta_relations",
                    "meta_triggers");

    /** Tables whose rows are whole elements. */
    static final List<String> ELEMENTS =
            List.of("meta_tables", "meta_views", "meta_choices", "meta_origins");

    /** All, each after those it refers to. */
    static final List<String> ALL =
            Stream.of(
                            ELEMENTS,
                            PARTS,
                            List.of(
                                    "meta_key_columns",
                                    "meta_index_parts",
                                    "meta_relation_columns",
                                    "meta_trigger_values",
                                    "meta_choice_options",
                                    "meta_needs"))
                    .flatMap(List::stream)
                    .toList();

    private ElementTables() {}

    static String events(Set<Event> events) {
        return EnumSet.allOf(Event.class).stream()
                .filter(events::contains)
                .map(Row::word)
                .collect(Collectors.joining(","));
    }

    static Set<Event> events(String text) {
        return EnumSet.allOf(Event.class).stream()
                .filter(event -> List.of(text.split(",")).contains(Row.word(event)))
                .collect(Collectors.toSet());
    }
}
