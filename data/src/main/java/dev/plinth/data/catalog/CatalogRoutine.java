package dev.plinth.data.catalog;

import dev.plinth.schema.dialect.Routine;
import dev.plinth.schema.dialect.Routine.Kind;

/**
 * A function that requests can call.
 *
 * @param schema by which requests choose it; empty when the database has none
 * @param quoted its name as SQL
 * @param rows what it gives: the table or view whose rows these are, else columns of its own
 */
public record CatalogRoutine(Routine model, String schema, String quoted, CatalogTable rows) {
    public String id() {
        return model.id();
    }

    public String name() {
        return model.name().name();
    }

    /** The name as people write it. */
    public String title() {
        return schema.isEmpty() ? name() : schema + "." + name();
    }

    /** Whether it gives values, rather than rows of known columns. */
    public boolean isOfValues() {
        return model.result().kind() == Kind.VALUE
                || model.result().kind() == Kind.ROWS && model.result().columns().isEmpty();
    }

    public boolean isOfNothing() {
        return model.result().kind() == Kind.NOTHING;
    }

    /** Whether it gives any number of rows or values. */
    public boolean isOfMany() {
        return model.result().isSet();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
