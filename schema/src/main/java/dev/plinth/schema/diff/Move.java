package dev.plinth.schema.diff;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;

/**
 * A column that goes to another table with its values. The conditions speak of a row of the new
 * table, under the names before anything has run.
 *
 * @param from the table it leaves, as it is
 * @param column as it is
 * @param to the table it goes to, as it will be
 * @param differing holds where the rows that lead here have several values; empty where only one
 *     row can
 * @param absent holds where no row leads to a value
 */
public record Move(Table from, Column column, Table to, String differing, String absent) {
    /** "customers.city" */
    public String source() {
        return from.name() + "." + column.name();
    }

    /** "orders.city" */
    public String target() {
        return to.name() + "." + to.column(column.id()).map(Column::name).orElse(column.name());
    }
}
