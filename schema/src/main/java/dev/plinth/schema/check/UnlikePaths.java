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
 * Relations by which one delete reaches the rows of a table on several ways that do not all do the
 * same, or that all empty columns; and circles of relations of which all but one delete, Db2's even
 * if that one does (SQL0632N). Apache Derby and Db2 refuse the relation that closes such a way
 * (SQLSTATE 42915).
 */
final class UnlikePaths {
    private final Model model;
    private final Dialect dialect;
    private final Report report;

    /** Relations that were taken, by the id of their table. */
    private final Map<String, List<Relation>> taken = new HashMap<>();

    UnlikePaths(Model model, Dialect dialect, Report report) {
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
                List<Relation> own = taken.computeIfAbsent(table.id(), k -> new ArrayList<>());
                own.add(relation);
                if (!fit() || !dialect.limits().deletesAfterOthers() && isLate(table, own)) {
                    own.removeLast();
                    tell(table, relation);
                }
            }
        }
    }

    private boolean fit() {
        return taken.entrySet().stream().allMatch(e -> fit(e.getKey(), e.getValue()));
    }

    private boolean fit(String table, List<Relation> relations) {
        Map<String, Action> rules = new HashMap<>();
        for (Relation relation : relations) {
            Action action = relation.onDelete();
            Set<String> reached = new HashSet<>();
            follow(relation.target(), reached);
            if (reached.contains(table)
                    && !relation.target().equals(table)
                    && (action != Action.CASCADE || !dialect.limits().deletingCircles())) {
                return false;
            }
            for (String end : reached) {
                Action other = rules.putIfAbsent(end, action);
                if (other != null && (other != action || action == Action.SET_NULL)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the last relation deletes, and another table reaches two ends of the others. */
    private boolean isLate(Table table, List<Relation> own) {
        return own.getLast().onDelete() == Action.CASCADE
                && taken.entrySet().stream()
                        .filter(e -> !e.getKey().equals(table.id()))
                        .map(Map.Entry::getValue)
                        .anyMatch(others -> isUnlike(others, table, own));
    }

    private static boolean isUnlike(List<Relation> others, Table table, List<Relation> own) {
        return others.stream()
                .filter(o -> o.target().equals(table.id()))
                .map(Relation::onDelete)
                .anyMatch(
                        rule ->
                                others.stream()
                                        .filter(o -> isTarget(own, o.target()))
                                        .map(Relation::onDelete)
                                        .anyMatch(r -> r != rule || r == Action.SET_NULL));
    }

    private static boolean isTarget(List<Relation> own, String table) {
        return own.subList(0, own.size() - 1).stream().anyMatch(r -> r.target().equals(table));
    }

    private static List<String> cascading(List<Relation> relations) {
        return relations.stream()
                .filter(r -> r.onDelete() == Action.CASCADE)
                .map(Relation::target)
                .toList();
    }

    /** All tables whose deletes reach the one of the id, and itself. */
    private void follow(String table, Set<String> reached) {
        if (reached.add(table)) {
            cascading(taken.getOrDefault(table, List.of())).forEach(t -> follow(t, reached));
        }
    }

    private void tell(Table table, Relation relation) {
        report.error(
                CheckCode.CASCADE_PATHS,
                ElementPath.relation(ElementPath.table(table.name()), relation),
                "Relation \""
                        + relation.name()
                        + "\" of \""
                        + table.name()
                        + "\" gives a delete a second way to the same rows that does not delete"
                        + " them as the first does, which "
                        + dialect.title()
                        + " refuses.");
    }
}
