package dev.plinth.schema.check;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.ElementPath;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a model by itself, whatever the database. */
public final class ModelCheck {
    private final Model model;
    private final Report report = new Report();

    private ModelCheck(Model model) {
        this.model = model;
    }

    /** Every problem at once. Nothing is deployed while one of them is an error. */
    public static List<Problem> problems(Model model) {
        ModelCheck check = new ModelCheck(model);
        check.run();
        return check.report.problems();
    }

    private void run() {
        new NameCheck(report).check(model);
        new IdCheck(report).check(model);
        for (Table table : model.tables()) {
            String path = ElementPath.table(table.name());
            if (table.columns().isEmpty()) {
                report.error(
                        CheckCode.NO_COLUMNS,
                        path,
                        "Table \"" + table.name() + "\" has no columns.");
            }
            new ColumnCheck(model, table, path, report).check();
            new KeyCheck(table, path, report).check();
            new RelationCheck(model, table, path, report).check();
            new JunctionCheck(table, path, report).check();
            new ExpressionUses(table, path, report).check();
            new TriggerCheck(model, table, path, report).check();
        }
        model.views().forEach(this::check);
        model.choices().forEach(this::check);
    }

    private void check(View view) {
        if (view.query().isBlank()) {
            report.error(
                    CheckCode.QUERY_MISSING,
                    ElementPath.view(view.name()),
                    "View \"" + view.name() + "\" has no query.");
        }
    }

    private void check(Choice choice) {
        String path = ElementPath.choice(choice);
        String title = "Choice \"" + choice.name() + "\"";
        if (choice.options().isEmpty()) {
            report.error(CheckCode.NO_OPTIONS, path, title + " has no options.");
        }
        Set<String> values = new HashSet<>();
        for (String value : choice.values()) {
            if (value.isEmpty()) {
                report.error(
                        CheckCode.OPTION_EMPTY, path, title + " has an option without a value.");
            } else if (!values.add(value)) {
                report.error(
                        CheckCode.OPTION_TWICE,
                        path,
                        title + " has the value \"" + value + "\" twice.");
            }
        }
    }
}
