package dev.plinth.schema.check;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The relations that a table holds. */
final class RelationCheck {
    private final Model model;
    private final Table table;
    private final String tablePath;
    private final Report report;

    RelationCheck(Model model, Table table, String tablePath, Report report) {
        this.model = model;
        this.table = table;
        this.tablePath = tablePath;
        this.report = report;
    }

    void check() {
        for (Relation relation : table.relations()) {
            Optional<Table> target = model.table(relation.target());
            columns(relation, relation.columns(), table);
            if (target.isEmpty()) {
                report.error(
                        CheckCode.UNKNOWN_TABLE,
                        path(relation),
                        title(relation) + " points at a table that does not exist.");
                continue;
            }
            columns(relation, relation.targetColumns(), target.get());
            count(relation);
            types(relation, target.get());
            unique(relation, target.get());
            actions(relation);
        }
    }

    private void columns(Relation relation, List<String> ids, Table owner) {
        Set<String> once = new HashSet<>();
        for (String id : ids) {
            if (owner.column(id).isEmpty()) {
                report.error(
                        CheckCode.UNKNOWN_COLUMN,
                        path(relation),
                        title(relation)
                                + " refers to a column that \""
                                + owner.name()
                                + "\" does not have.");
            } else if (!once.add(id)) {
                report.error(
                        CheckCode.COLUMN_TWICE,
                        path(relation),
                        title(relation) + " names \"" + owner.columnName(id) + "\" twice.");
            }
        }
    }

    private void count(Relation relation) {
        int own = relation.columns().size();
        int pointed = relation.targetColumns().size();
        if (own == 0 || pointed == 0) {
            report.error(
                    CheckCode.KEY_WITHOUT_COLUMNS,
                    path(relation),
                    title(relation) + " has no columns on one of its sides.");
        } else if (own != pointed) {
            report.error(
                    CheckCode.RELATION_COUNT,
                    path(relation),
                    title(relation) + " has " + own + " columns but points at " + pointed + ".");
        }
    }

    private void types(Relation relation, Table target) {
        int pairs = Math.min(relation.columns().size(), relation.targetColumns().size());
        for (int i = 0; i < pairs; i++) {
            Optional<Column> from = table.column(relation.columns().get(i));
            Optional<Column> to = target.column(relation.targetColumns().get(i));
            if (from.isPresent() && to.isPresent()) {
                types(relation, from.get(), to.get());
            }
        }
    }

    /** Some databases take sizes that differ, so that is a warning. */
    private void types(Relation relation, Column from, Column to) {
        if (from.type().equals(to.type())) {
            return;
        }
        String message =
                title(relation)
                        + " links \""
                        + from.name()
                        + "\" ("
                        + from.type().text()
                        + ") to \""
                        + to.name()
                        + "\" ("
                        + to.type().text()
                        + ").";
        if (like(from.type(), to.type())) {
            report.warning(CheckCode.RELATION_TYPES, path(relation), message);
        } else {
            report.error(CheckCode.RELATION_TYPES, path(relation), message);
        }
    }

    private static boolean like(ColumnType from, ColumnType to) {
        return from.getClass() == to.getClass()
                || (isText(from) && isText(to))
                || from.kind().equals("native")
                || to.kind().equals("native");
    }

    private static boolean isText(ColumnType type) {
        return type instanceof ChoiceType || type.kind().equals("text");
    }

    private void unique(Relation relation, Table target) {
        Set<String> pointed = Set.copyOf(relation.targetColumns());
        boolean unique =
                pointed.isEmpty()
                        || pointed.equals(Set.copyOf(target.keyColumns()))
                        || target.uniques().stream()
                                .filter(u -> u.deferral() == Deferral.NONE)
                                .anyMatch(u -> pointed.equals(Set.copyOf(u.columns())))
                        || target.indexes().stream()
                                .filter(i -> i.unique() && i.where() == null)
                                .anyMatch(i -> pointed.equals(columnsOf(i)));
        if (!unique) {
            report.error(
                    CheckCode.TARGET_NOT_UNIQUE,
                    path(relation),
                    title(relation)
                            + " points at columns of \""
                            + target.name()
                            + "\" that are not unique with each statement.");
        }
    }

    private static Set<String> columnsOf(dev.plinth.schema.model.Index index) {
        Set<String> columns = new HashSet<>();
        index.parts().forEach(p -> columns.add(p.isColumn() ? p.column() : p.expression()));
        return columns;
    }

    private void actions(Relation relation) {
        Set<Action> actions = Set.copyOf(List.of(relation.onDelete(), relation.onUpdate()));
        for (String id : relation.columns()) {
            Optional<Column> column = table.column(id);
            if (column.isEmpty()) {
                continue;
            }
            boolean required = column.get().required() || table.keyColumns().contains(id);
            if (actions.contains(Action.SET_NULL) && required) {
                setNull(relation, column.get());
            }
            if (actions.contains(Action.SET_DEFAULT)
                    && column.get().defaultValue() == null
                    && required) {
                report.error(
                        CheckCode.SET_DEFAULT_WITHOUT,
                        path(relation),
                        title(relation)
                                + " sets \""
                                + column.get().name()
                                + "\" to its default, but it has none.");
            }
        }
    }

    /** Some databases take it; what was found in one is told, and may go on. */
    private void setNull(Relation relation, Column column) {
        String message = title(relation) + " empties \"" + column.name() + "\", which is required.";
        if (model.origin().dialect().isEmpty()) {
            report.error(CheckCode.SET_NULL_REQUIRED, path(relation), message);
        } else {
            report.warning(CheckCode.SET_NULL_REQUIRED, path(relation), message);
        }
    }

    private String path(Relation relation) {
        return ElementPath.relation(tablePath, relation);
    }

    private String title(Relation relation) {
        String name = relation.name().isEmpty() ? "without a name" : "\"" + relation.name() + "\"";
        return "Relation " + name + " of \"" + table.name() + "\"";
    }
}
