package dev.plinth.schema.dialect;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a database offers to requests besides the tables and views of its model. It is read, never
 * deployed.
 *
 * @param viewColumns where columns of views come from, as far as the database tells
 * @param around the same tables with those of other schemas that views show columns of; nobody
 *     reads these themselves, but views are related as they are
 * @param representations of types, in place of those that their values have by themselves
 */
public record Extras(
        List<Routine> routines,
        List<ViewColumn> viewColumns,
        Model around,
        List<Representation> representations) {
    public static final Extras NONE = new Extras(List.of(), List.of(), Model.empty(), List.of());

    public Extras {
        routines = List.copyOf(routines);
        viewColumns = List.copyOf(viewColumns);
        representations = List.copyOf(representations);
    }

    /**
     * How values of a type are written outside of the database, by functions within; null for what
     * has none.
     */
    public record Representation(
            ColumnType type,
            @Nullable TableName toJson,
            @Nullable TableName fromJson,
            @Nullable TableName fromText) {}

    /** A column of a view that shows a column of a table as it is. */
    public record ViewColumn(TableName view, String column, TableName table, String tableColumn) {}
}
