package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;

import java.util.Set;

/** Whether the database can do what relations ask for. */
final class RelationFit {
    private final Table table;
    private final String path;
    private final Dialect dialect;
    private final Report report;

    RelationFit(Table table, String path, Dialect dialect, Report report) {
        this.table = table;
        this.path = path;
        this.dialect = dialect;
        this.report = report;
    }

    void check() {
        for (Relation relation : table.relations()) {
            if (!dialect.limits().relations()) {
                unkept(relation);
                continue;
            }
            action(relation, "delete", relation.onDelete(), dialect.limits().onDelete());
            action(relation, "update", relation.onUpdate(), dialect.limits().onUpdate());
            boolean cascades = relation.onUpdate() == Action.CASCADE;
            if (cascades && !dialect.can(Capability.ON_UPDATE_CASCADE)) {
                unsupported(relation, "update", Action.CASCADE);
            }
            deferral(relation);
            if (!dialect.limits().emptiesRequired()) {
                empties(relation);
            }
            if (!dialect.limits().relationsOfSameColumns()) {
                equal(relation);
            }
        }
    }

    private void equal(Relation relation) {
        boolean again =
                table.relations().stream()
                        .takeWhile(r -> r != relation)
                        .anyMatch(
                                r ->
                                        r.target().equals(relation.target())
                                                && Set.copyOf(r.columns())
                                                        .equals(Set.copyOf(relation.columns())));
        if (again) {
            report.error(
                    CheckCode.RELATIONS_EQUAL,
                    ElementPath.relation(path, relation),
                    "Relation \""
                            + relation.name()
                            + "\" of \""
                            + table.name()
                            + "\" leads where another one leads from the same columns; "
                            + dialect.title()
                            + " takes one.");
        }
    }

    private void empties(Relation relation) {
        boolean empties =
                relation.onDelete() == Action.SET_NULL || relation.onUpdate() == Action.SET_NULL;
        relation.columns().stream()
                .flatMap(c -> table.column(c).stream())
                .filter(c -> empties && (c.required() || table.keyColumns().contains(c.id())))
                .findFirst()
                .ifPresent(
                        c ->
                                report.error(
                                        CheckCode.EMPTIES_REQUIRED,
                                        ElementPath.relation(path, relation),
                                        "Relation \""
                                                + relation.name()
                                                + "\" of \""
                                                + table.name()
                                                + "\" empties \""
                                                + c.name()
                                                + "\", which is required; "
                                                + dialect.title()
                                                + " refuses that."));
    }

    private void deferral(Relation relation) {
        if (relation.deferral() != Deferral.NONE && !dialect.can(Capability.DEFERRABLE_RELATION)) {
            report.warning(
                    CheckCode.NOT_DEFERRABLE,
                    ElementPath.relation(path, relation),
                    "Relation \""
                            + relation.name()
                            + "\" of \""
                            + table.name()
                            + "\" may wait for the end of a transaction; "
                            + dialect.title()
                            + " checks it with each statement.");
        }
    }

    private void unkept(Relation relation) {
        report.warning(
                CheckCode.RELATION_UNKEPT,
                ElementPath.relation(path, relation),
                "Relation \""
                        + relation.name()
                        + "\" of \""
                        + table.name()
                        + "\" stays in the model; "
                        + dialect.title()
                        + " does not keep rows from pointing at rows that are not there.");
    }

    private void action(Relation relation, String event, Action action, Set<Action> possible) {
        if (!possible.contains(action)) {
            unsupported(relation, event, action);
        }
    }

    private void unsupported(Relation relation, String event, Action action) {
        String word =
                switch (action) {
                    case NO_ACTION -> "refuses nothing at once";
                    case RESTRICT -> "restricts";
                    case CASCADE -> "cascades";
                    case SET_NULL -> "empties columns";
                    case SET_DEFAULT -> "sets defaults";
                };
        report.error(
                CheckCode.ACTION_UNSUPPORTED,
                ElementPath.relation(path, relation),
                "Relation \""
                        + relation.name()
                        + "\" of \""
                        + table.name()
                        + "\" "
                        + word
                        + " on "
                        + event
                        + ", which "
                        + dialect.title()
                        + " cannot do.");
    }
}
