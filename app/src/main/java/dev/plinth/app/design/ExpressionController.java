package dev.plinth.app.design;

import dev.plinth.app.project.Project;
import dev.plinth.app.web.Input;
import dev.plinth.app.web.ProblemAnswer;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.document.ModelJson;
import dev.plinth.schema.expression.Checked;
import dev.plinth.schema.expression.CheckedExpression;
import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.expression.Given;
import dev.plinth.schema.expression.InlineSql;
import dev.plinth.schema.expression.Scope;
import dev.plinth.schema.expression.Wanted;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.problem.Problem;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.schema.type.InvalidValueException;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks an expression while it is typed, and tries it on a row. */
@RestController
@RequestMapping("/api/projects/{p}/expressions")
class ExpressionController {
    private static final String CONDITION = "condition";
    private static final String VALUE = "value";

    /**
     * @param type of the column that a value is for; any type will do when it is not given
     */
    record Question(
            @Nullable JsonNode table,
            @Nullable String language,
            @Nullable String expression,
            @Nullable String wants,
            @Nullable String type,
            @Nullable Boolean old,
            @Nullable Boolean user) {}

    record Findings(
            List<ProblemAnswer.Entry> problems, Map<String, String> sql, Enforced enforced) {}

    /**
     * @param database names of the dialects that can say it
     */
    record Enforced(List<String> database, boolean api, boolean form) {}

    record Trial(
            @Nullable JsonNode table,
            @Nullable String expression,
            @Nullable String wants,
            @Nullable String type,
            @Nullable Map<String, JsonNode> row) {}

    record Outcome(@Nullable Object result, List<ProblemAnswer.Entry> problems) {}

    @PostMapping("/check")
    Findings check(Project project, @RequestBody Question question) {
        Input input = new Input();
        String text = input.text("expression", question.expression(), 10_000);
        String language = question.language() == null ? "cel" : question.language();
        if (!language.equals("cel") && !language.equals("sql")) {
            input.problem("language", "An expression is in cel or in sql.", "");
        }
        List<Wanted> wanted = wanted(input, question.wants(), question.type());
        input.check();
        if (language.equals("sql")) {
            // Only the database itself can say what is right in its own SQL.
            return new Findings(List.of(), Map.of(), new Enforced(List.of(), false, false));
        }
        Scope scope = Scope.of(table(question.table()));
        if (Boolean.TRUE.equals(question.old())) {
            scope = scope.withOld();
        }
        if (Boolean.TRUE.equals(question.user())) {
            scope = scope.withUser();
        }
        return findings(checked(text, scope, wanted));
    }

    private static Findings findings(Checked checked) {
        List<Problem> problems = new ArrayList<>(checked.problems());
        Map<String, String> sql = new LinkedHashMap<>();
        checked.expression()
                .ifPresent(
                        expression -> {
                            for (Dialect dialect : Dialects.all()) {
                                InlineSql said = expression.sql(dialect, dialect.title());
                                said.text().ifPresent(text -> sql.put(dialect.name(), text));
                                said.problem().ifPresent(problems::add);
                            }
                        });
        boolean right = checked.expression().isPresent();
        boolean ofRow = checked.expression().filter(CheckedExpression::isOfRowAlone).isPresent();
        return new Findings(
                ProblemAnswer.entries(problems),
                sql,
                new Enforced(ofRow ? List.copyOf(sql.keySet()) : List.of(), right, right));
    }

    @PostMapping("/try")
    Outcome tryOut(Project project, @RequestBody Trial trial) {
        Input input = new Input();
        String text = input.text("expression", trial.expression(), 10_000);
        List<Wanted> wanted = wanted(input, trial.wants(), trial.type());
        Table table = table(trial.table());
        Map<String, @Nullable Object> row = row(input, table, trial.row());
        input.check();
        Checked checked = checked(text, Scope.of(table), wanted);
        if (checked.expression().isEmpty()) {
            return new Outcome(null, ProblemAnswer.entries(checked.problems()));
        }
        try {
            Object result = checked.expression().get().evaluate(Given.row(row));
            return new Outcome(
                    result == null || result instanceof Boolean ? result : result.toString(),
                    ProblemAnswer.entries(checked.problems()));
        } catch (InvalidValueException e) {
            Problem misfit = Problem.error("E009", "", String.valueOf(e.getMessage()), "");
            return new Outcome(null, ProblemAnswer.entries(List.of(misfit)));
        }
    }

    private static Table table(@Nullable JsonNode document) {
        return ModelJson.readTable(document == null ? "{}" : document.toString());
    }

    private static List<Wanted> wanted(Input input, @Nullable String wants, @Nullable String type) {
        String what = wants == null ? CONDITION : wants;
        if (what.equals(CONDITION)) {
            return List.of(Wanted.condition());
        }
        if (!what.equals(VALUE)) {
            input.problem("wants", "An expression gives a condition or a value.", "");
        }
        if (type == null) {
            return ColumnTypes.KINDS.stream()
                    .flatMap(kind -> ColumnTypes.parse(kind).stream())
                    .map(Wanted::value)
                    .toList();
        }
        return ColumnTypes.parse(type)
                .map(known -> List.of(Wanted.value(known)))
                .orElseGet(
                        () -> {
                            input.problem("type", "There is no type \"" + type + "\".", "");
                            return List.of();
                        });
    }

    /** Where several results will do, the first that fits is taken. */
    private static Checked checked(String text, Scope scope, List<Wanted> wanted) {
        Checked first = Expressions.check(text, scope, wanted.getFirst(), "");
        for (Wanted other : wanted) {
            Checked checked = Expressions.check(text, scope, other, "");
            if (checked.expression().isPresent()) {
                return checked;
            }
        }
        return first;
    }

    private static Map<String, @Nullable Object> row(
            Input input, Table table, @Nullable Map<String, JsonNode> given) {
        Map<String, @Nullable Object> row = new HashMap<>();
        Map<String, JsonNode> values = given == null ? Map.of() : given;
        values.forEach(
                (name, value) -> {
                    Column column = table.columnNamed(name).orElse(null);
                    if (column == null) {
                        input.problem("row." + name, "The table has no such column.", "");
                    } else if (!value.isNull()) {
                        row.put(name, value(input, column, value));
                    }
                });
        return row;
    }

    private static @Nullable Object value(Input input, Column column, JsonNode value) {
        ColumnType type = column.type();
        try {
            return type.parse(value.isString() ? value.asString() : value.toString());
        } catch (InvalidValueException e) {
            input.problem("row." + column.name(), String.valueOf(e.getMessage()), "");
            return null;
        }
    }
}
