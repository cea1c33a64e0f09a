package dev.plinth.schema.proof;

import dev.plinth.schema.expression.Expressions;
import dev.plinth.schema.model.Check;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model with one thing other than it was. */
final class Models {
    private Models() {}

    static Model with(Model model, Table table) {
        return model.withTables(
                model.tables().stream().map(t -> t.id().equals(table.id()) ? table : t).toList());
    }

    static Table with(Table table, Column column) {
        return table.withColumns(
                table.columns().stream()
                        .map(c -> c.id().equals(column.id()) ? column : c)
                        .toList());
    }

    /** A table with one of its elements changed; the model as it is where there is none. */
    static <T> Model edited(
            Model model,
            Pick pick,
            Function<Table, List<T>> elements,
            Function<T, String> id,
            BiFunction<Table, T, Table> edit) {
        return TableEdits.some(model, pick)
                .flatMap(t -> pick.element(elements.apply(t), id).map(e -> edit.apply(t, e)))
                .map(t -> with(model, t))
                .orElse(model);
    }

    static <T> List<T> plus(List<T> list, T one) {
        List<T> all = new ArrayList<>(list);
        all.add(one);
        return all;
    }

    static <T> List<T> minus(List<T> list, T one) {
        return list.stream().filter(e -> !e.equals(one)).toList();
    }

    static <T> List<T> replaced(List<T> list, T one, T other) {
        return list.stream().map(e -> e.equals(one) ? other : e).toList();
    }

    static Set<String> taken(Model model) {
        return lower(
                Stream.concat(
                        model.tables().stream().map(t -> t.name().name()),
                        model.views().stream().map(v -> v.name().name())));
    }

    static Set<String> taken(Table table) {
        return lower(table.columns().stream().map(Column::name));
    }

    /** Names of keys, checks, relations and indexes: databases want them to differ widely. */
    static Set<String> takenByParts(Model model) {
        return lower(
                model.tables().stream()
                        .flatMap(
                                t ->
                                        Stream.of(
                                                        t.uniques().stream().map(u -> u.name()),
                                                        t.indexes().stream().map(i -> i.name()),
                                                        t.checks().stream().map(c -> c.name()),
                                                        t.relations().stream().map(r -> r.name()),
                                                        Stream.of(t.name().name()))
                                                .flatMap(s -> s)));
    }

    private static Set<String> lower(Stream<String> names) {
        return names.map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Without a table, and without the relations that point at it. */
    static Model without(Model model, Table gone) {
        return model.withTables(
                model.tables().stream()
                        .filter(t -> !t.id().equals(gone.id()))
                        .map(
                                t ->
                                        t.withRelations(
                                                t.relations().stream()
                                                        .filter(r -> !r.target().equals(gone.id()))
                                                        .toList()))
                        .toList());
    }

    /** Without a column, and without what speaks of it. */
    static Model without(Model model, Table table, Column gone) {
        String id = gone.id();
        Table less =
                table.withColumns(
                                table.columns().stream()
                                        .filter(c -> !c.id().equals(id))
                                        .filter(
                                                c ->
                                                        c.generated() == null
                                                                || !speaksOf(
                                                                        c.generated().expression(),
                                                                        gone))
                                        .toList())
                        .withChecks(
                                table.checks().stream()
                                        .filter(c -> !speaksOf(c.expression(), gone))
                                        .toList());
        Set<String> left = less.columns().stream().map(Column::id).collect(Collectors.toSet());
        less =
                less.withUniques(
                                table.uniques().stream()
                                        .filter(u -> left.containsAll(u.columns()))
                                        .toList())
                        .withIndexes(
                                table.indexes().stream()
                                        .filter(i -> left.containsAll(columnsOf(i)))
                                        .filter(
                                                i ->
                                                        i.where() == null
                                                                || !speaksOf(i.where(), gone))
                                        .toList())
                        .withRelations(
                                table.relations().stream()
                                        .filter(r -> left.containsAll(r.columns()))
                                        .toList())
                        .withPrimaryKey(
                                left.containsAll(table.keyColumns()) ? table.primaryKey() : null);
        return untargeted(with(model, less), table.id());
    }

    /** Without relations that point at columns of a table which are no key any more. */
    static Model untargeted(Model model, String tableId) {
        Table target = model.table(tableId).orElseThrow();
        return model.withTables(
                model.tables().stream()
                        .map(
                                t ->
                                        t.withRelations(
                                                t.relations().stream()
                                                        .filter(
                                                                r ->
                                                                        !r.target().equals(tableId)
                                                                                || isKey(
                                                                                        target,
                                                                                        r
                                                                                                .targetColumns()))
                                                        .toList()))
                        .toList());
    }

    private static boolean isKey(Table table, List<String> columns) {
        return columns.equals(table.keyColumns())
                || table.uniques().stream().anyMatch(u -> u.columns().equals(columns));
    }

    static List<String> columnsOf(Index index) {
        return index.parts().stream().filter(p -> p.isColumn()).map(p -> p.column()).toList();
    }

    static boolean speaksOf(Expression expression, Column column) {
        return !Expressions.renamed(expression.text(), column.name(), "renamed_away")
                .equals(expression.text());
    }

    /** The table with columns that have other names, also in what speaks of them. */
    static Table renamed(Table table, Map<String, String> namesById) {
        UnaryOperator<String> text =
                t -> {
                    // By way of names that nothing has, so that two can be swapped.
                    String result = t;
                    for (Column c : table.columns()) {
                        if (namesById.containsKey(c.id())) {
                            result = Expressions.renamed(result, c.name(), "tmp_" + c.id());
                        }
                    }
                    for (Map.Entry<String, String> e : namesById.entrySet()) {
                        result = Expressions.renamed(result, "tmp_" + e.getKey(), e.getValue());
                    }
                    return result;
                };
        UnaryOperator<Expression> renamed = e -> new Expression(e.language(), text.apply(e.text()));
        return table.withColumns(
                        table.columns().stream()
                                .map(c -> c.withName(namesById.getOrDefault(c.id(), c.name())))
                                .map(
                                        c ->
                                                c.generated() == null
                                                        ? c
                                                        : c.withGenerated(
                                                                new Generated(
                                                                        renamed.apply(
                                                                                c.generated()
                                                                                        .expression()),
                                                                        c.generated().stored())))
                                .toList())
                .withChecks(
                        table.checks().stream()
                                .map(
                                        c ->
                                                new Check(
                                                        c.id(),
                                                        c.name(),
                                                        renamed.apply(c.expression()),
                                                        c.message()))
                                .toList())
                .withIndexes(
                        table.indexes().stream()
                                .map(
                                        i ->
                                                i.where() == null
                                                        ? i
                                                        : new Index(
                                                                i.id(),
                                                                i.name(),
                                                                i.parts(),
                                                                i.unique(),
                                                                renamed.apply(i.where()),
                                                                i.method()))
                                .toList());
    }
}
