package dev.plinth.data.access;

import dev.plinth.data.catalog.CatalogColumn;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Set;

/**
 * One grant for one action.
 *
 * @param closed the columns it does not cover
 * @param condition null for all rows
 */
record Permit(Set<CatalogColumn> closed, @Nullable RowCondition condition) {
    Permit {
        closed = Set.copyOf(closed);
    }

    boolean covers(CatalogColumn column) {
        return !closed.contains(column);
    }

    boolean covers(Collection<CatalogColumn> columns) {
        return closed.isEmpty() || columns.stream().noneMatch(closed::contains);
    }
}
