package dev.plinth.data.access;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

/**
 * A column that a caller may read.
 *
 * @param mask the rows in which it may be read, as NULL stands for it in others; null for all rows
 */
public record VisibleColumn(CatalogColumn column, @Nullable RowRule mask) {
    public String name() {
        return column.name();
    }

    public ColumnType type() {
        return column.type();
    }
}
