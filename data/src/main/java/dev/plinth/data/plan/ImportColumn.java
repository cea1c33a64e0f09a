package dev.plinth.data.plan;

import dev.plinth.data.catalog.CatalogColumn;

import org.jspecify.annotations.Nullable;

/**
 * A column of an import.
 *
 * @param name as the body has it
 * @param column that the values go to
 * @param link what they mean, if they are not the values themselves
 */
public record ImportColumn(String name, CatalogColumn column, @Nullable Link link) {
    /** The column whose values the body has. */
    CatalogColumn given() {
        return link == null ? column : link.by();
    }
}
