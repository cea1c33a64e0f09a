package dev.plinth.data.rule;

import dev.plinth.schema.model.Trigger.Event;

import java.util.List;

/** The rules of one table. */
public record TableRules(List<Validation> validations, List<RowTrigger> triggers) {
    public static final TableRules NONE = new TableRules(List.of(), List.of());

    public TableRules {
        validations = List.copyOf(validations);
        triggers = List.copyOf(triggers);
    }

    /** The triggers that may follow an event. */
    public List<RowTrigger> triggersOf(Event event) {
        return triggers.stream().filter(t -> t.events().contains(event)).toList();
    }
}
