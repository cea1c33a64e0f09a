package dev.plinth.data.plan;

import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.schema.dialect.Routine.Parameter;
import dev.plinth.schema.type.ColumnType;

import java.util.List;

/** A function with what it is given. */
public record Call(CatalogRoutine routine, List<Argument> arguments) {
    public Call {
        arguments = List.copyOf(arguments);
    }

    /**
     * What one parameter is given.
     *
     * @param type as which the value is bound
     */
    public record Argument(Parameter parameter, ColumnType type, Stored value) {}
}
