package dev.plinth.data.catalog;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.type.ColumnType;

/**
 * A column that requests can name.
 *
 * @param position among the columns of its table, from 0
 * @param model the column as the model has it
 * @param isKey whether it is part of the primary key
 * @param quoted its name as SQL; of the function that computes it of a row, if it is computed
 * @param isComputed whether a function of the database computes it
 * @param representation how its values are shown and read
 */
public record CatalogColumn(
        int position,
        Column model,
        boolean isKey,
        String quoted,
        boolean isComputed,
        Representation representation) {
    public String name() {
        return model.name();
    }

    public String id() {
        return model.id();
    }

    public ColumnType type() {
        return model.type();
    }

    public boolean isGenerated() {
        return model.generated() != null;
    }

    /** Whether a row gets a value here when none is given. */
    public boolean hasDefault() {
        return model.defaultValue() != null || model.identity() != null || isGenerated();
    }

    /** Whether an insert must give a value. */
    public boolean mustBeGiven() {
        return model.required() && !hasDefault();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return name();
    }
}
