package dev.plinth.schema.diff;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.expression.CheckedExpression;
import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.expression.Scope;
import dev.plinth.schema.expression.Wanted;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Origin;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.model.View;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns a model into what one database can hold: choices become text with a check, CEL becomes SQL
 * or is left to the API and the form, names that were left open are given, and what only people
 * read (labels, triggers) is left out.
 */
public final class Lowering {
    /** Room for options that are added later without a change of type. */
    private static final int CHOICE_LENGTH = 60;

    private final Model model;
    private final Dialect dialect;
    private final Names names;

    /** Names of what belongs to the table at hand. */
    private final Set<String> taken = new HashSet<>();

    private Lowering(Model model, Dialect dialect) {
        this.model = model;
        this.dialect = dialect;
        this.names = dialect.names();
    }

    /** The model as the dialect can hold it. */
    public static Model lower(Model model, Dialect dialect) {
        return new Lowering(model, dialect).lowered();
    }

    private Model lowered() {
        List<Table> tables = model.tables().stream().map(this::lower).toList();
        List<View> views = model.views().stream().map(this::lower).toList();
        boolean ours =
                model.origin().dialect().isEmpty() || dialect.speaks(model.origin().dialect());
        return new Model(tables, views, List.of(), ours ? model.origin() : Origin.NONE);
    }

    private View lower(View view) {
        String comment = dialect.can(Capability.VIEW_COMMENTS) ? view.comment() : "";
        return new View(view.id(), view.name(), "", List.of(), view.query(), comment);
    }

    private Table lower(Table table) {
        take(table);
        List<Check> checks = new ArrayList<>();
        for (Check check : table.checks()) {
            sql(check.expression(), table, Wanted.condition())
                    .ifPresent(
                            text ->
                                    checks.add(
                                            new Check(
                                                    check.id(),
                                                    name(
                                                            check.name(),
                                                            table,
                                                            check.id(),
                                                            "check",
                                                            check.id()),
                                                    Expression.sql(text),
                                                    "")));
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Column lowered = lower(column, table);
            choiceCheck(column, table).ifPresent(checks::add);
            columns.add(lowered);
        }
        Table physical =
                new Table(
                        table.id(),
                        table.name(),
                        "",
                        table.comment(),
                        columns,
                        table.primaryKey(),
                        table.uniques().stream().map(u -> lower(u, table)).toList(),
                        table.indexes().stream().flatMap(i -> lower(i, table).stream()).toList(),
                        checks,
                        table.relations().stream().map(r -> lower(r, table)).toList(),
                        List.of());
        Table kept =
                physical.withColumns(
                        physical.columns().stream()
                                .map(c -> dialect.diffRules().asKept(c, physical))
                                .toList());
        return dialect.diffRules().asKept(kept);
    }

    private Column lower(Column column, Table table) {
        Generated generated = column.generated();
        Expression backfill = column.backfill();
        Wanted value = Wanted.value(column.type());
        Column lowered =
                new Column(
                        column.id(),
                        column.name(),
                        "",
                        column.type(),
                        column.required(),
                        defaultValue(column),
                        column.identity(),
                        generated == null
                                ? null
                                : sql(generated.expression(), table, value)
                                        .map(
                                                s ->
                                                        new Generated(
                                                                Expression.sql(s),
                                                                generated.stored()))
                                        .orElse(null),
                        backfill == null
                                ? null
                                : sql(backfill, table, value).map(Expression::sql).orElse(null),
                        column.comment());
        return column.type() instanceof ChoiceType choice
                ? lowered.withType(new TextType(choiceLength(choice)))
                : lowered;
    }

    /** None where the database makes no UUIDs: the API does. */
    private @Nullable Default defaultValue(Column column) {
        return column.defaultValue() instanceof Default.NewUuid
                        && !dialect.can(Capability.UUID_DEFAULT)
                ? null
                : column.defaultValue();
    }

    private int choiceLength(ChoiceType type) {
        int longest =
                model.choice(type.choice()).map(Choice::values).orElse(List.of()).stream()
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        return Math.max(CHOICE_LENGTH, longest);
    }

    private Optional<Check> choiceCheck(Column column, Table table) {
        if (!(column.type() instanceof ChoiceType type)) {
            return Optional.empty();
        }
        return model.choice(type.choice())
                .filter(c -> !c.options().isEmpty())
                .map(
                        choice -> {
                            String values =
                                    choice.values().stream()
                                            .map(
                                                    v ->
                                                            dialect.types()
                                                                    .keptLiteral(
                                                                            new TextType(
                                                                                    CHOICE_LENGTH),
                                                                            v))
                                            .collect(Collectors.joining(", "));
                            return new Check(
                                    Ids.derived("choice", column.id()),
                                    names.fitted(
                                            table.name().name() + "_" + column.name() + "_choice"),
                                    Expression.sql(
                                            names.quote(column.name()) + " IN (" + values + ")"),
                                    "");
                        });
    }

    private UniqueKey lower(UniqueKey key, Table table) {
        UniqueKey named = key.withName(name(key.name(), table, key.columns(), "key", key.id()));
        return dialect.can(Capability.DEFERRABLE_UNIQUE)
                ? named
                : named.withDeferral(Deferral.NONE);
    }

    private Optional<Index> lower(Index index, Table table) {
        List<String> columns =
                index.parts().stream()
                        .filter(Index.Part::isColumn)
                        .map(Index.Part::column)
                        .toList();
        Expression where = index.where();
        Optional<String> condition =
                where == null ? Optional.of("") : sql(where, table, Wanted.condition());
        return condition.map(
                text ->
                        index.withName(name(index.name(), table, columns, "idx", index.id()))
                                .withWhere(text.isEmpty() ? null : Expression.sql(text))
                                .withIncluded(
                                        dialect.can(Capability.COVERING_INDEX)
                                                ? index.included()
                                                : List.of()));
    }

    private Relation lower(Relation relation, Table table) {
        Relation bare =
                relation.unlabelled(
                        name(relation.name(), table, relation.columns(), "fkey", relation.id()));
        return dialect.can(Capability.DEFERRABLE_RELATION)
                ? bare
                : bare.withDeferral(Deferral.NONE);
    }

    private String name(String given, Table table, List<String> columns, String suffix, String id) {
        String middle =
                columns.stream()
                        .flatMap(c -> table.column(c).stream())
                        .map(Column::name)
                        .collect(Collectors.joining("_"));
        return name(given, table, middle, suffix, id);
    }

    /** Of two that would be called alike within their table, the second is told by its id. */
    private String name(String given, Table table, String middle, String suffix, String id) {
        if (!given.isEmpty()) {
            return given;
        }
        String usual = table.name().name() + "_" + middle + "_" + suffix;
        String name = names.fitted(usual);
        return taken.add(name.toLowerCase(Locale.ROOT)) ? name : names.fitted(usual + "_" + id);
    }

    private void take(Table table) {
        taken.clear();
        Stream.of(
                        table.checks().stream().map(Check::name),
                        table.uniques().stream().map(UniqueKey::name),
                        table.indexes().stream().map(Index::name),
                        table.relations().stream().map(Relation::name))
                .flatMap(s -> s)
                .forEach(n -> taken.add(n.toLowerCase(Locale.ROOT)));
    }

    /** The SQL of an expression, or empty when the database cannot say it or it is wrong. */
    private Optional<String> sql(Expression expression, Table table, Wanted wanted) {
        return switch (expression.language()) {
            case SQL -> Optional.of(expression.text());
            case CEL ->
                    Expressions.check(expression.text(), Scope.of(table), wanted, "")
                            .expression()
                            .filter(CheckedExpression::isOfRowAlone)
                            .flatMap(e -> e.sql(dialect, "").text());
        };
    }
}
