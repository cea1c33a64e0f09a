package dev.plinth.schema.dialect;

import dev.plinth.schema.model.TableName;

import java.util.List;

/**
 * What a database offers to requests besides the tables and views of its model. It is read, never
 * deployed.
 *
 * @param viewColumns where columns of views come from, as far as the database tells
 */
public record Extras(List<Routine> routines, List<ViewColumn> viewColumns) {
    public static final Extras NONE = new Extras(List.of(), List.of());

    public Extras {
        routines = List.copyOf(routines);
        viewColumns = List.copyOf(viewColumns);
    }

    /** A column of a view that shows a column of a table as it is. */
    public record ViewColumn(TableName view, String column, TableName table, String tableColumn) {}
}
