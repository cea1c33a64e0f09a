package dev.plinth.schema.model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What Plinth does after a row was written through it, in the same transaction.
 *
 * @param when only if this holds for the row; null for always
 */
public record Trigger(
        String id,
        String name,
        Set<Event> events,
        @Nullable Expression when,
        TriggerAction action) {
    public Trigger {
        events = Set.copyOf(events);
    }

    /** What happened to the row. */
    public enum Event {
        INSERT,
        UPDATE,
        DELETE
    }

    /** The effect of a trigger. */
    public sealed interface TriggerAction {
        /** Sets a column of the row itself; {@code column} is an id. */
        record SetColumn(String column, Expression value) implements TriggerAction {}

        /** Inserts a row elsewhere; {@code table} is an id. */
        record InsertRow(String table, List<Assignment> values) implements TriggerAction {
            public InsertRow {
                values = List.copyOf(values);
            }
        }

        /** Posts the row to a URL, through an outbox that survives a crash. */
        record CallUrl(String url) implements TriggerAction {}

        /** Tells the change to whoever follows the table. */
        record Publish() implements TriggerAction {}
    }

    /** One column of an inserted row; {@code column} is an id. */
    public record Assignment(String column, Expression value) {}
}
