package dev.plinth.data.rule;

import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.rule.RowTrigger.CallUrl;
import dev.plinth.data.rule.RowTrigger.Effect;
import dev.plinth.data.rule.RowTrigger.InsertRow;
import dev.plinth.data.rule.RowTrigger.Publish;
import dev.plinth.data.rule.RowTrigger.SetColumn;
import dev.plinth.schema.expression.CheckedExpression;
import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.expression.Scope;
import dev.plinth.schema.expression.Wanted;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Expression.Language;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.Trigger;
import dev.plinth.schema.model.Trigger.Assignment;
import dev.plinth.schema.model.Trigger.TriggerAction;
import dev.plinth.schema.problem.PlinthException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The validations and triggers of a deployed model, read once. */
public final class Rules {
    private final Catalog catalog;
    private final Map<CatalogTable, TableRules> byTable = new HashMap<>();

    private Rules(Catalog catalog) {
        this.catalog = catalog;
        for (CatalogTable table : catalog.allTables()) {
            Table model = table.model();
            if (model != null) {
                TableRules rules = new TableRules(validations(model), triggers(table, model));
                if (!rules.validations().isEmpty() || !rules.triggers().isEmpty()) {
                    byTable.put(table, rules);
                }
            }
        }
    }

    /**
     * Reads the rules of a catalog's model.
     *
     * @throws PlinthException when one is not right
     */
    public static Rules of(Catalog catalog) {
        return new Rules(catalog);
    }

    public TableRules of(CatalogTable table) {
        return byTable.getOrDefault(table, TableRules.NONE);
    }

    private static List<Validation> validations(Table table) {
        List<Validation> validations = new ArrayList<>();
        for (Check check : table.checks()) {
            if (check.expression().language() == Language.CEL) {
                CheckedExpression condition =
                        Expressions.condition(
                                        check.expression().text(),
                                        Scope.of(table),
                                        path(table) + "/checks/" + check.name())
                                .orThrow();
                validations.add(new Validation(check.name(), condition, check.message()));
            }
        }
        return validations;
    }

    private static String path(Table table) {
        return "tables/" + table.name();
    }

    private List<RowTrigger> triggers(CatalogTable table, Table model) {
        List<RowTrigger> triggers = new ArrayList<>();
        for (Trigger trigger : model.triggers()) {
            Reader reader = new Reader(model, path(model) + "/triggers/" + trigger.name());
            Effect effect = effect(table, trigger, reader);
            if (effect != null) {
                CheckedExpression when =
                        trigger.when() == null
                                ? null
                                : reader.read(trigger.when(), Wanted.condition());
                triggers.add(new RowTrigger(trigger.name(), trigger.events(), when, effect));
            }
        }
        return triggers;
    }

    private @Nullable Effect effect(CatalogTable table, Trigger trigger, Reader reader) {
        return switch (trigger.action()) {
            case TriggerAction.SetColumn(String id, Expression value) -> {
                CatalogColumn column = table.columnById(id);
                yield column == null
                        ? null
                        : new SetColumn(column, reader.read(value, Wanted.value(column.type())));
            }
            case TriggerAction.InsertRow(String id, List<Assignment> values) -> {
                CatalogTable target = catalog.tableById(id);
                yield target == null ? null : insertRow(target, values, reader);
            }
            case TriggerAction.CallUrl(String url) -> new CallUrl(url);
            case TriggerAction.Publish() -> table.key().isEmpty() ? null : new Publish();
        };
    }

    private static InsertRow insertRow(
            CatalogTable target, List<Assignment> values, Reader reader) {
        Map<CatalogColumn, CheckedExpression> assigned = new LinkedHashMap<>();
        for (Assignment assignment : values) {
            CatalogColumn column = target.columnById(assignment.column());
            if (column != null) {
                assigned.put(column, reader.read(assignment.value(), Wanted.value(column.type())));
            }
        }
        return new InsertRow(target, assigned);
    }

    /** Reads the expressions of one trigger. */
    private record Reader(Table table, String path) {
        CheckedExpression read(Expression expression, Wanted wanted) {
            if (expression.language() != Language.CEL) {
                throw PlinthException.of(
                        "R101",
                        path,
                        "A trigger is written in SQL.",
                        "Write it in CEL, so that it holds on every database.");
            }
            Scope scope = Scope.of(table).withOld().withUser();
            return Expressions.check(expression.text(), scope, wanted, path).orThrow();
        }
    }
}
