package dev.plinth.schema.dialect;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.TableName;

import java.util.List;

/**
 * What a database offers to requests besides the tables and views of its model. It is read, never
 * deployed.
 *
 * @param viewColumns where columns of views come from, as far as the database tells
 * @param around the same tables with those of other schemas that views show columns of; nobody
 *     reads these themselves, but views are related as they are
 */
public record Extras(List<Routine> routines, List<ViewColumn> viewColumns, Model around) {
    public static final Extras NONE = new Extras(List.of(), List.of(), Model.empty());

    public Extras {
        routines = List.copyOf(routines);
        viewColumns = List.copyOf(viewColumns);
    }

    /** A column of a view that shows a column of a table as it is. */
    public record ViewColumn(TableName view, String column, TableName table, String tableColumn) {}
}
