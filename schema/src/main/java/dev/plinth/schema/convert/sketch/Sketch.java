package dev.plinth.schema.convert.sketch;

import dev.plinth.schema.model.TableName;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model while it is read, with what was found wrong. */
public final class Sketch {
    public final List<TableSketch> tables = new ArrayList<>();
    public final List<Problem> problems = new ArrayList<>();

    public Optional<TableSketch> table(TableName name) {
        return tables.stream()
                .filter(t -> t.name.toString().equalsIgnoreCase(name.toString()))
                .findFirst();
    }

    /** Begins a table; one of that name that is there already is a problem. */
    public TableSketch begin(TableName name, int line) {
        if (table(name).isPresent()) {
            problems.add(
                    ConversionCode.DUPLICATE.error(
                            line, "The table \"" + name + "\" is there twice."));
        }
        TableSketch table = new TableSketch(name, line);
        tables.add(table);
        return table;
    }
}
