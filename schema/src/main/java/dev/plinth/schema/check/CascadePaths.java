package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Relations by which one delete reaches a table twice or comes back to where it began. SQL Server
 * refuses the relation that closes such a path when it is made (error 1785).
 */
final class CascadePaths {
    private final Model model;
    private final Dialect dialect;
    private final Report report;

    /** What a delete in the table of this id reaches. */
    private final Map<String, List<String>> reached = new HashMap<>();

    CascadePaths(Model model, Dialect dialect, Report report) {
        this.model = model;
        this.dialect = dialect;
        this.report = report;
    }

    /**
     * Adds one relation after the other, as the database would, and tells those that do not fit.
     */
    void check() {
        for (Table table : model.tables()) {
            for (Relation relation : table.relations()) {
                if (reaches(relation.onDelete()) || reaches(relation.onUpdate())) {
                    List<String> from =
                            reached.computeIfAbsent(relation.target(), k -> new ArrayList<>());
                    from.add(table.id());
                    if (isTwice()) {
                        from.removeLast();
                        tell(table, relation);
                    }
                }
            }
        }
    }

    private static boolean reaches(Action action) {
        return switch (action) {
            case CASCADE, SET_NULL, SET_DEFAULT -> true;
            case NO_ACTION, RESTRICT -> false;
        };
    }

    private boolean isTwice() {
        return model.tables().stream().anyMatch(t -> !visit(t.id(), new HashSet<>()));
    }

    /** Walks on from a table; false when a table is met for the second time. */
    private boolean visit(String table, Set<String> met) {
        if (!met.add(table)) {
            return false;
        }
        for (String next : reached.getOrDefault(table, List.of())) {
            if (!visit(next, met)) {
                return false;
            }
        }
        return true;
    }

    private void tell(Table table, Relation relation) {
        report.error(
                CheckCode.CASCADE_PATHS,
                ElementPath.relation(ElementPath.table(table.name()), relation),
                "Relation \""
                        + relation.name()
                        + "\" of \""
                        + table.name()
                        + "\" gives a delete a second way to the same rows, which "
                        + dialect.title()
                        + " refuses.");
    }
}
