package dev.plinth.data.access;

import dev.plinth.schema.expression.Given;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Rows that may be seen or touched: those for which one of the conditions is true. */
public record RowRule(List<RowCondition> anyOf) {
    public RowRule {
        anyOf = List.copyOf(anyOf);
    }

    /**
     * Whether it held for a row as it was; no, if that cannot be told.
     *
     * @param row its values by the names of the columns, as far as they are known
     */
    public boolean held(Map<String, ? extends @Nullable Object> row, Caller caller) {
        Given given = Given.row(row).withVariables(caller.variables());
        return anyOf.stream()
                .map(RowCondition::expression)
                .anyMatch(e -> row.keySet().containsAll(e.columns()) && e.holds(given));
    }
}
