package dev.plinth.schema.check;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the columns that relations link fit each other, as the database would have them. */
final class LinkFit {
    private final Model lowered;
    private final Table table;
    private final String path;
    private final Dialect dialect;
    private final Report report;

    LinkFit(Model lowered, Table table, Dialect dialect, Report report) {
        this.lowered = lowered;
        this.table = table;
        this.path = ElementPath.table(table.name());
        this.dialect = dialect;
        this.report = report;
    }

    void check() {
        for (Relation relation : table.relations()) {
            Table target = lowered.table(relation.target()).orElse(table);
            if (!dialect.limits().actionsOnCheckedColumns()) {
                checkedColumns(relation);
            }
            optional(relation, target);
            types(relation, target);
            if (!dialect.limits().relationsInAnyOrder()) {
                order(relation, target);
            }
        }
    }

    private void checkedColumns(Relation relation) {
        boolean changes =
                relation.onDelete() == Action.SET_NULL
                        || relation.onUpdate() == Action.SET_NULL
                        || relation.onUpdate() == Action.CASCADE;
        List<String> looking = looking();
        boolean checked =
                table.columnNames(relation.columns()).stream()
                        .map(dialect.names()::quote)
                        .anyMatch(c -> looking.stream().anyMatch(text -> text.contains(c)));
        if (changes && checked) {
            report.error(
                    CheckCode.ACTION_ON_CHECKED,
                    ElementPath.relation(path, relation),
                    "Relation \""
                            + relation.name()
                            + "\" of \""
                            + table.name()
                            + "\" changes a column that a check or a computed column looks at,"
                            + " which "
                            + dialect.title()
                            + " refuses.");
        }
    }

    /** The expressions of checks and of columns that are computed when a row is written. */
    private List<String> looking() {
        return Stream.concat(
                        table.checks().stream().map(Check::expression),
                        table.columns().stream()
                                .map(Column::generated)
                                .filter(g -> g != null && g.stored())
                                .map(Generated::expression))
                .map(Expression::text)
                .toList();
    }

    private void optional(Relation relation, Table target) {
        Set<String> columns = Set.copyOf(relation.targetColumns());
        boolean optional =
                columns.stream()
                        .flatMap(c -> target.column(c).stream())
                        .anyMatch(c -> !c.required());
        boolean refused =
                target.uniques().stream()
                        .filter(u -> Set.copyOf(u.columns()).equals(columns))
                        .anyMatch(u -> !dialect.limits().relatesToOptional(u));
        if (optional && refused) {
            report.error(
                    CheckCode.TARGET_OPTIONAL,
                    ElementPath.relation(path, relation),
                    "Relation \""
                            + relation.name()
                            + "\" of \""
                            + table.name()
                            + "\" leads to columns that may be empty, which "
                            + dialect.title()
                            + " refuses.");
        }
    }

    private void types(Relation relation, Table target) {
        for (int i = 0; i < relation.columns().size(); i++) {
            ColumnType from = table.column(relation.columns().get(i)).orElseThrow().type();
            ColumnType to = target.column(relation.targetColumns().get(i)).orElseThrow().type();
            if (!dialect.limits().relates(from, to)) {
                report.error(
                        CheckCode.RELATION_UNFIT,
                        ElementPath.relation(path, relation),
                        "Relation \""
                                + relation.name()
                                + "\" of \""
                                + table.name()
                                + "\" links "
                                + from.text()
                                + " to "
                                + to.text()
                                + ", which "
                                + dialect.title()
                                + " refuses.");
            }
        }
    }

    private void order(Relation relation, Table target) {
        List<String> pointed = relation.targetColumns();
        boolean ordered =
                pointed.size() < 2
                        || target.keyColumns().equals(pointed)
                        || target.uniques().stream().anyMatch(u -> u.columns().equals(pointed));
        if (!ordered) {
            report.error(
                    CheckCode.RELATION_ORDER,
                    ElementPath.relation(path, relation),
                    "Relation \""
                            + relation.name()
                            + "\" of \""
                            + table.name()
                            + "\" names the columns of a key in another order than the key, which "
                            + dialect.title()
                            + " refuses.");
        }
    }
}
