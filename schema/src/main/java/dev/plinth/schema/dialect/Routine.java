package dev.plinth.schema.dialect;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A function that requests can call.
 *
 * @param id derived from where it stands and what it takes
 * @param changesNothing whether it is known to only read
 * @param rowOf the table of which its only parameter is a row; null for all others
 */
public record Routine(
        String id,
        TableName name,
        String comment,
        List<Parameter> parameters,
        Result result,
        boolean changesNothing,
        @Nullable TableName rowOf) {
    public Routine {
        parameters = List.copyOf(parameters);
    }

    /**
     * What a routine takes.
     *
     * @param name empty when it can only be given by its place
     * @param sql the type as the database writes it, without limits; of the list when it is
     *     variadic
     * @param variadic whether it takes any number of values, as a list
     */
    public record Parameter(
            String name, ColumnType type, String sql, boolean required, boolean variadic) {}

    /**
     * What a routine gives.
     *
     * @param type of a value; of no meaning for rows
     * @param sql the type as the database writes it
     * @param table whose rows it gives; null if they are of no table
     * @param columns of the rows; empty when they are not known before it is called
     * @param isSet whether there may be any number
     * @param isOneAtMost whether the database was told that there is one at most
     * @param mediaType of the value, if it is a document rather than a value; else empty
     */
    public record Result(
            Kind kind,
            ColumnType type,
            String sql,
            @Nullable TableName table,
            List<Column> columns,
            boolean isSet,
            boolean isOneAtMost,
            String mediaType) {
        public Result {
            columns = List.copyOf(columns);
        }
    }

    /** The kinds of result. */
    public enum Kind {
        NOTHING,
        VALUE,
        ROWS
    }
}
