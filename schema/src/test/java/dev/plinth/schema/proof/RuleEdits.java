package dev.plinth.schema.proof;

import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done to checks, choices and views. */
final class RuleEdits {
    private RuleEdits() {}

    static Model addCheck(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .flatMap(t -> condition(t, pick).map(e -> t.withChecks(plus(model, t, e, pick))))
                .map(t -> Models.with(model, t))
                .orElse(model);
    }

    private static List<Check> plus(Model model, Table table, Expression condition, Pick pick) {
        String name = pick.name(Models.takenByParts(model));
        return Models.plus(table.checks(), new Check(pick.id("k"), name, condition, ""));
    }

    private static Optional<Expression> condition(Table table, Pick pick) {
        List<Column> some =
                table.columns().stream()
                        .filter(
                                c ->
                                        c.type() instanceof DecimalType
                                                || c.type() instanceof IntegerType
                                                || c.type() instanceof TextType)
                        .filter(c -> !c.name().contains("`"))
                        .toList();
        return pick.element(some, Column::id)
                .map(
                        c -> {
                            String name = "row.`" + c.name() + "`";
                            return Expression.cel(
                                    c.type() instanceof TextType
                                            ? name
                                                    + " != '"
                                                    + pick.of(List.of("x", "ü", "a;b"))
                                                    + "'"
                                            : name + " >= -" + (1 + pick.below(9)));
                        });
    }

    static Model changeCheck(Model model, Pick pick) {
        return Models.edited(
                model,
                pick,
                Table::checks,
                Check::id,
                (t, c) -> {
                    Expression other = condition(t, pick).orElse(c.expression());
                    Check changed = new Check(c.id(), c.name(), other, "");
                    return t.withChecks(Models.replaced(t.checks(), c, changed));
                });
    }

    static Model dropCheck(Model model, Pick pick) {
        return Models.edited(
                model,
                pick,
                Table::checks,
                Check::id,
                (t, c) -> t.withChecks(Models.minus(t.checks(), c)));
    }

    static Model addChoice(Model model, Pick pick) {
        Set<String> taken =
                model.choices().stream()
                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        Choice choice = new Choice(pick.id("choice"), pick.name(taken), options(pick));
        return new Model(model.tables(), model.views(), Models.plus(model.choices(), choice));
    }

    private static List<Choice.Option> options(Pick pick) {
        Set<String> values = new LinkedHashSet<>();
        for (int i = pick.below(4); i >= 0; i--) {
            values.add(pick.of(Words.TEXTS));
        }
        return values.stream().map(v -> new Choice.Option(v, "", "")).toList();
    }

    static Model changeChoice(Model model, Pick pick) {
        return pick.element(model.choices(), Choice::id)
                .map(
                        c ->
                                new Model(
                                        model.tables(),
                                        model.views(),
                                        Models.plus(
                                                Models.minus(model.choices(), c),
                                                new Choice(c.id(), c.name(), options(pick)))))
                .orElse(model);
    }

    /** Of one table, whose id is the view's label; see {@link Script}. */
    static Model addView(Model model, Pick pick) {
        TableName name = TableName.of(pick.name(Models.taken(model)));
        return TableEdits.some(model, pick)
                .map(t -> new View(pick.id("v"), name, t.id(), List.of(), "SELECT 1", ""))
                .map(v -> model.withViews(Models.plus(model.views(), v)))
                .orElse(model);
    }

    static Model dropView(Model model, Pick pick) {
        return pick.element(model.views(), View::id)
                .map(v -> model.withViews(Models.minus(model.views(), v)))
                .orElse(model);
    }
}
