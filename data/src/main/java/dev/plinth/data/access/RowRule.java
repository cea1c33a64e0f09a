package dev.plinth.data.access;

import java.util.List;

/** Rows that may be seen or touched: those for which one of the conditions is true. */
public record RowRule(List<RowCondition> anyOf) {
    public RowRule {
        anyOf = List.copyOf(anyOf);
    }
}
