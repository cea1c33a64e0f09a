package dev.plinth.app.project;

import dev.plinth.app.web.Refusal;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the store cannot keep. All else that may be wrong with a model can be saved, shown and
 * mended later.
 */
final class Limits {
    private static final int ID = 60;
    private static final int NAME = 256;
    private static final int LABEL = 400;
    private static final int DIALECT = 60;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private Limits() {}

    /** Refuses a model that the store cannot keep. */
    static void check(Model model) {
        Limits limits = new Limits();
        for (Table table : model.tables()) {
            limits.table(table);
        }
        model.views()
                .forEach(
                        view -> {
                            String path = "views/" + view.name();
                            limits.id(path, view.id());
                            limits.name(path, view.name().name());
                            limits.label(path, view.label());
                            limits.columns(path, view.columns());
                        });
        model.choices()
                .forEach(
                        choice -> {
                            limits.id("choices/" + choice.name(), choice.id());
                            limits.name("choices/" + choice.name(), choice.name());
                            choice.options()
                                    .forEach(
                                            option -> {
                                                String path = "choices/" + choice.name();
                                                limits.label(path, option.value());
                                                limits.label(path, option.label());
                                            });
                        });
        model.origin().needs().forEach(need -> limits.name("needs/" + need.name(), need.name()));
        limits.length("database", "word", model.origin().dialect(), DIALECT);
        if (!limits.problems.isEmpty()) {
            Problem first = limits.problems.getFirst();
            throw Refusal.INVALID_INPUT
                    .because(first.message(), first.hint())
                    .with(limits.problems);
        }
    }

    private void table(Table table) {
        String path = "tables/" + table.name();
        id(path, table.id());
        name(path, table.name().name());
        label(path, table.label());
        columns(path, table.columns());
        table.uniques().forEach(key -> part(path + "/uniques/" + key.name(), key.id(), key.name()));
        table.indexes().forEach(i -> part(path + "/indexes/" + i.name(), i.id(), i.name()));
        table.checks()
                .forEach(check -> part(path + "/checks/" + check.name(), check.id(), check.name()));
        table.relations()
                .forEach(
                        relation -> {
                            String own = path + "/relations/" + relation.name();
                            part(own, relation.id(), relation.name());
                            label(own, relation.label());
                            label(own, relation.inverseLabel());
                        });
        table.triggers().forEach(t -> part(path + "/triggers/" + t.name(), t.id(), t.name()));
    }

    private void columns(String path, List<Column> columns) {
        for (Column column : columns) {
            String own = path + "/columns/" + column.name();
            part(own, column.id(), column.name());
            label(own, column.label());
            label(own, column.type().text());
        }
    }

    private void part(String path, String id, String name) {
        id(path, id);
        name(path, name);
    }

    private void id(String path, String id) {
        if (id.isBlank() || id.length() > ID) {
            problem(
                    path,
                    "The id \"" + id + "\" is empty or longer than " + ID + " characters.",
                    "An id is 12 characters of 0123456789abcdefghjkmnpqrstvwxyz.");
        } else if (!ids.add(id)) {
            problem(
                    path,
                    "The id " + id + " is used twice.",
                    "Give each element an id of its own.");
        }
    }

    private void name(String path, String name) {
        length(path, "name", name, NAME);
    }

    private void label(String path, String label) {
        length(path, "text", label, LABEL);
    }

    private void length(String path, String what, String text, int longest) {
        if (text.length() > longest) {
            problem(path, "The " + what + " is longer than " + longest + " characters.", "");
        }
    }

    private void problem(String path, String message, String hint) {
        problems.add(Problem.error(Refusal.INVALID_INPUT.code(), path, message, hint));
    }
}
