package dev.plinth.schema.dialect;

import dev.plinth.schema.change.Belonging;
import dev.plinth.schema.change.DatabaseTrigger;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.Problem;

import java.util.List;

/**
 * What was found in a database.
 *
 * @param model tables and views, with expressions as the database echoes them
 * @param notes what is there but cannot be held in a model; it is left alone
 * @param version of the database server, as it reports it
 * @param triggers that the database would lose when their table is made anew; read only where
 *     tables are rebuilt
 * @param unready indexes and constraints that do not hold yet
 * @param heirs tables to which others hand down what is done to them
 * @param belongings what views have that would be lost when they are made again, in the order in
 *     which it is given back
 */
public record Inspection(
        Model model,
        List<Problem> notes,
        String version,
        List<DatabaseTrigger> triggers,
        List<Unready> unready,
        List<Heir> heirs,
        List<Belonging> belongings) {
    public Inspection {
        notes = List.copyOf(notes);
        triggers = List.copyOf(triggers);
        unready = List.copyOf(unready);
        heirs = List.copyOf(heirs);
        belongings = List.copyOf(belongings);
    }

    public Inspection withModel(Model other) {
        return new Inspection(other, notes, version, triggers, unready, heirs, belongings);
    }

    public Inspection withTriggers(List<DatabaseTrigger> found) {
        return new Inspection(model, notes, version, found, unready, heirs, belongings);
    }
}
