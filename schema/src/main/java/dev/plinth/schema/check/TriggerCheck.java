package dev.plinth.schema.check;

import dev.plinth.schema.expression.Scope;
import dev.plinth.schema.expression.Wanted;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.Trigger;
import dev.plinth.schema.model.Trigger.Assignment;
import dev.plinth.schema.model.Trigger.Event;
import dev.plinth.schema.model.Trigger.TriggerAction;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The triggers of a table. */
final class TriggerCheck {
    private final Model model;
    private final Table table;
    private final String tablePath;
    private final Scope scope;
    private final Report report;

    TriggerCheck(Model model, Table table, String tablePath, Report report) {
        this.model = model;
        this.table = table;
        this.tablePath = tablePath;
        this.scope = Scope.of(table).withOld().withUser();
        this.report = report;
    }

    void check() {
        table.triggers().forEach(this::check);
    }

    private void check(Trigger trigger) {
        String path = ElementPath.trigger(tablePath, trigger);
        String title = "Trigger \"" + trigger.name() + "\" of \"" + table.name() + "\"";
        if (trigger.events().isEmpty()) {
            report.error(CheckCode.NO_EVENT, path, title + " has no event.");
        }
        Expression when = trigger.when();
        if (when != null) {
            cel(when, Wanted.condition(), path + "/when");
        }
        switch (trigger.action()) {
            case TriggerAction.SetColumn set -> setColumn(trigger, set, path, title);
            case TriggerAction.InsertRow insert -> insertRow(trigger, insert, path, title);
            case TriggerAction.CallUrl call -> {
                if (!isWebAddress(call.url())) {
                    report.error(
                            CheckCode.TRIGGER_URL,
                            path,
                            title + " calls \"" + call.url() + "\", which is no web address.");
                }
            }
            case TriggerAction.Publish() -> {
                if (table.primaryKey() == null) {
                    report.error(
                            CheckCode.TRIGGER_NO_KEY,
                            path,
                            title + " tells of rows that no key tells apart.");
                }
            }
        }
    }

    private void setColumn(
            Trigger trigger, TriggerAction.SetColumn set, String path, String title) {
        if (trigger.events().contains(Event.DELETE)) {
            report.error(
                    CheckCode.TRIGGER_AFTER_DELETE,
                    path,
                    title + " sets a column after the row was deleted.");
        }
        assignment(new Assignment(set.column(), set.value()), table, path, title);
    }

    private void insertRow(
            Trigger trigger, TriggerAction.InsertRow insert, String path, String title) {
        Optional<Table> target = model.table(insert.table());
        if (target.isEmpty()) {
            report.error(
                    CheckCode.UNKNOWN_TABLE,
                    path,
                    title + " inserts into a table that does not exist.");
            return;
        }
        Set<String> given = new HashSet<>();
        for (Assignment value : insert.values()) {
            assignment(value, target.get(), path, title);
            if (!given.add(value.column())) {
                report.error(CheckCode.COLUMN_TWICE, path, title + " sets the same column twice.");
            }
        }
        List<String> missing =
                target.get().columns().stream()
                        .filter(c -> isNeeded(c) && !given.contains(c.id()))
                        .map(Column::name)
                        .toList();
        if (!missing.isEmpty()) {
            report.error(
                    CheckCode.TRIGGER_INCOMPLETE,
                    path,
                    title
                            + " inserts into \""
                            + target.get().name()
                            + "\" without a value for "
                            + String.join(", ", missing)
                            + ".");
        }
        boolean loops =
                insert.table().equals(table.id())
                        && trigger.events().contains(Event.INSERT)
                        && trigger.when() == null;
        if (loops) {
            report.error(
                    CheckCode.TRIGGER_LOOP,
                    path,
                    title + " inserts into its own table after each insert, without end.");
        }
    }

    private static boolean isNeeded(Column column) {
        return column.required()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null;
    }

    private void assignment(Assignment value, Table target, String path, String title) {
        Optional<Column> column = target.column(value.column());
        if (column.isEmpty()) {
            report.error(
                    CheckCode.UNKNOWN_COLUMN,
                    path,
                    title + " sets a column that \"" + target.name() + "\" does not have.");
            return;
        }
        if (column.get().generated() != null) {
            report.error(
                    CheckCode.TRIGGER_COMPUTED,
                    path,
                    title + " sets \"" + column.get().name() + "\", which the database computes.");
        }
        cel(value.value(), Wanted.value(column.get().type()), path + "/action");
    }

    private void cel(Expression expression, Wanted wanted, String path) {
        ExpressionUses.check(expression, scope, wanted, path, report);
    }

    private static boolean isWebAddress(String url) {
        try {
            URI address = new URI(url);
            return address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme())
                            || "http".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
