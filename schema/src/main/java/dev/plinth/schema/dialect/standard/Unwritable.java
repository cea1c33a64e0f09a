package dev.plinth.schema.dialect.standard;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes that a database cannot make in place, where tables are not made anew either. */
public final class Unwritable {
    private Unwritable() {}

    /** Whether the statements have a way to say the change. */
    public static boolean isNone(Statements statements, Change change) {
        try {
            statements.write(change);
            return true;
        } catch (PlinthException e) {
            return false;
        }
    }

    /** Why the table would have to be made anew: all reasons, once each. */
    public static PlinthException reasons(Statements statements, Change.RebuildTable change) {
        Set<Problem> unknown = new LinkedHashSet<>();
        for (Change inside : change.changes()) {
            try {
                statements.write(inside);
            } catch (PlinthException e) {
                unknown.addAll(e.problems());
            }
        }
        return new PlinthException(List.copyOf(unknown));
    }

    /**
     * The refusal of a change that the vendor says its database does not make.
     *
     * @param title of the {@link Dialect}
     * @param what it does not do, as in "drops no primary key"
     */
    public static PlinthException because(String title, String what) {
        return PlinthException.of(
                "S005",
                "",
                title + " " + what + ".",
                "Make a new table with the wanted structure and bring the rows over.");
    }
}
