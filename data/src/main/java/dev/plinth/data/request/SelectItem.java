package dev.plinth.data.request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One thing asked for in {@code select=}. */
public sealed interface SelectItem {
    /** All columns. */
    record Star() implements SelectItem {}

    /**
     * A column or something computed from it.
     *
     * @param alias its name in the answer; empty for its own
     * @param field null for {@code count()} of rows
     * @param cast a type's name, or empty
     * @param aggregateCast a type's name for the aggregate's result, or empty
     */
    record Value(
            String alias,
            @Nullable Field field,
            String cast,
            @Nullable Aggregate aggregate,
            String aggregateCast)
            implements SelectItem {}

    /**
     * Rows of a related table.
     *
     * @param target a table, a foreign key or its column
     * @param hint a foreign key, column or junction table that tells relations apart; or empty
     * @param join whether rows without related ones are left out; null when not said
     * @param spread whether the related columns stand beside those of the row
     */
    record Embed(
            String alias,
            String target,
            String hint,
            @Nullable Join join,
            boolean spread,
            List<SelectItem> items)
            implements SelectItem {
        public Embed {
            items = List.copyOf(items);
        }

        /** The name by which filters, order and limits refer to it. */
        public String label() {
            return alias.isEmpty() ? target : alias;
        }
    }

    /** What becomes of a row that has no related rows. */
    enum Join {
        INNER,
        LEFT
    }
}
