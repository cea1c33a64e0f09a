package dev.plinth.data.plan;

import dev.plinth.data.access.RowRule;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;

import org.jspecify.annotations.Nullable;

/**
 * A row of another table, meant by what it is known by rather than by its key.
 *
 * @param by the column it is known by, unique in its table
 * @param key the column that the relation points at
 * @param rule the rows that the caller may see; null for all
 */
public record Link(
        CatalogTable target, CatalogColumn by, CatalogColumn key, @Nullable RowRule rule) {}
