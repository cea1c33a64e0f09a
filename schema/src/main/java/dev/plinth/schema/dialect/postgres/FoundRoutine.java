package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Routine;
import dev.plinth.schema.dialect.Routine.Kind;
import dev.plinth.schema.dialect.Routine.Parameter;
import dev.plinth.schema.dialect.Routine.Result;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A function while it is put together of what several queries tell. */
final class FoundRoutine {
    private final TableName name;
    private final String comment;
    private final boolean changesNothing;
    private final Result result;
    private final int defaults;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Column> given = new ArrayList<>();
    private @Nullable TableName rowOf;

    /**
     * @param result without columns
     * @param defaults how many of the last parameters need not be given
     */
    FoundRoutine(
            TableName name, String comment, boolean changesNothing, Result result, int defaults) {
        this.name = name;
        this.comment = comment;
        this.changesNothing = changesNothing;
        this.result = result;
        this.defaults = defaults;
    }

    void takes(
            String parameter,
            ColumnType type,
            String sql,
            boolean variadic,
            @Nullable TableName row) {
        parameters.add(new Parameter(parameter, type, sql, true, variadic));
        rowOf = row;
    }

    /** A parameter that is filled: a column of what is given back. */
    void gives(Column column) {
        given.add(column);
    }

    /** A column of the row type that is given back. */
    void hasColumn(Column column) {
        columns.add(column);
    }

    Routine routine() {
        List<Parameter> taken = new ArrayList<>();
        List<String> place = new ArrayList<>(List.of("routine", name.toString()));
        for (int i = 0; i < parameters.size(); i++) {
            Parameter p = parameters.get(i);
            boolean required = i < parameters.size() - defaults;
            taken.add(new Parameter(p.name(), p.type(), p.sql(), required, p.variadic()));
            place.add(p.name() + " " + p.sql());
        }
        boolean filled = !given.isEmpty();
        Result whole =
                new Result(
                        filled ? Kind.ROWS : result.kind(),
                        result.type(),
                        result.sql(),
                        filled ? null : result.table(),
                        filled ? given : columns,
                        result.isSet(),
                        result.isOneAtMost(),
                        filled ? "" : result.mediaType());
        return new Routine(
                Ids.derived(place.toArray(String[]::new)),
                name,
                comment,
                taken,
                whole,
                changesNothing,
                taken.size() == 1 ? rowOf : null);
    }
}
