package dev.plinth.data.rule;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.schema.expression.CheckedExpression;
import dev.plinth.schema.expression.Given;
import dev.plinth.schema.model.Trigger.Event;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/**
 * What follows a write.
 *
 * @param when null for always
 */
public record RowTrigger(
        String name, Set<Event> events, @Nullable CheckedExpression when, Effect effect) {
    public RowTrigger {
        events = Set.copyOf(events);
    }

    /** Whether it follows for this row. */
    public boolean isFiredBy(Event event, Given given) {
        return events.contains(event) && (when == null || when.holds(given));
    }

    /** What it does. */
    public sealed interface Effect {}

    /** Sets a column of the row. */
    public record SetColumn(CatalogColumn column, CheckedExpression value) implements Effect {}

    /** Inserts a row elsewhere. */
    public record InsertRow(CatalogTable table, Map<CatalogColumn, CheckedExpression> values)
            implements Effect {
        public InsertRow {
            values = Map.copyOf(values);
        }
    }

    /** Posts the row to a URL. */
    public record CallUrl(String url) implements Effect {}

    /** Tells the change to whoever follows the table. */
    public record Publish() implements Effect {}
}
