package dev.plinth.schema.proof;

import dev.plinth.schema.model.Choice;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What can be done to columns. */
final class ColumnEdits {
    private ColumnEdits() {}

    static Column column(Pick pick, String what, String name) {
        ColumnType type = pick.of(Values.TYPES);
        Column plain =
                Column.of(pick.id(what), name, type)
                        .withComment(pick.oneIn(4) ? pick.comment() : "");
        Column filled = pick.oneIn(3) ? plain.withDefault(defaultOf(type, pick)) : plain;
        return filled.withRequired(pick.oneIn(3));
    }

    private static @Nullable Default defaultOf(ColumnType type, Pick pick) {
        return switch (type) {
            case TimestampType _ when pick.oneIn(2) -> new Default.Now();
            case ZonedTimestampType _ -> new Default.Now();
            case UuidType _ when pick.oneIn(2) -> new Default.NewUuid();
            default -> {
                List<String> samples = Values.samples(type);
                yield samples.isEmpty() || !Values.canBeDefault(type)
                        ? null
                        : new Default.Value(pick.of(samples));
            }
        };
    }

    static Model add(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .map(
                        t -> {
                            Column column = column(pick, "c", pick.name(Models.taken(t)));
                            if (pick.oneIn(5) && !model.choices().isEmpty()) {
                                Choice choice =
                                        pick.element(model.choices(), Choice::id).orElseThrow();
                                column =
                                        Column.of(
                                                column.id(),
                                                column.name(),
                                                new ChoiceType(choice.id()));
                            }
                            boolean filled = column.type() instanceof IntegerType && pick.oneIn(2);
                            if (filled && column.defaultValue() == null) {
                                column = column.withBackfill(Expression.cel("7"));
                            }
                            return Models.with(
                                    model, t.withColumns(Models.plus(t.columns(), column)));
                        })
                .orElse(model);
    }

    static Model drop(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .filter(t -> t.columns().size() > 1)
                .flatMap(
                        t ->
                                pick.element(t.columns(), Column::id)
                                        .map(c -> Models.without(model, t, c)))
                .orElse(model);
    }

    static Model rename(Model model, Pick pick) {
        return each(
                model,
                pick,
                (t, c) -> Models.renamed(t, Map.of(c.id(), pick.name(Models.taken(t)))));
    }

    static Model swap(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .filter(t -> t.columns().size() > 1)
                .map(
                        t -> {
                            List<Column> some = pick.shuffled(t.columns(), Column::id);
                            Column a = some.get(0);
                            Column b = some.get(1);
                            return Models.with(
                                    model,
                                    Models.renamed(t, Map.of(a.id(), b.name(), b.id(), a.name())));
                        })
                .orElse(model);
    }

    /** One column goes and another gets its name. */
    static Model replace(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .filter(t -> t.columns().size() > 2)
                .map(
                        t -> {
                            List<Column> some = pick.shuffled(t.columns(), Column::id);
                            Model less = Models.without(model, t, some.get(0));
                            Table left = less.table(t.id()).orElseThrow();
                            String name = some.get(0).name();
                            if (pick.oneIn(2)) {
                                return Models.with(
                                        less,
                                        left.withColumns(
                                                Models.plus(
                                                        left.columns(), column(pick, "c", name))));
                            }
                            return left.column(some.get(1).id())
                                    .map(
                                            c ->
                                                    Models.with(
                                                            less,
                                                            Models.renamed(
                                                                    left, Map.of(c.id(), name))))
                                    .orElse(less);
                        })
                .orElse(model);
    }

    static Model retype(Model model, Pick pick) {
        return each(
                model,
                pick,
                (t, c) ->
                        Models.with(
                                t,
                                c.withType(
                                                pick.oneIn(3)
                                                        ? pick.of(Values.TYPES)
                                                        : near(c.type(), pick))
                                        .withDefault(null)
                                        .withBackfill(null)));
    }

    /** A type that values of the old one often fit. */
    private static ColumnType near(ColumnType type, Pick pick) {
        return switch (type) {
            case TextType(int length) -> new TextType(pick.oneIn(2) ? length * 2 : length - 1);
            case IntegerType _ -> pick.of(List.of(IntegerType.BIG, IntegerType.SMALL));
            case DecimalType(int precision, int scale) ->
                    new DecimalType(precision + 2, pick.oneIn(2) ? scale : scale + 1);
            default -> new TextType(40);
        };
    }

    static Model require(Model model, Pick pick) {
        return each(
                model,
                pick,
                (t, c) -> {
                    boolean fill = pick.oneIn(3) && c.type() instanceof IntegerType;
                    return Models.with(
                            t,
                            c.withRequired(!c.required())
                                    .withBackfill(fill ? Expression.cel("3") : null));
                });
    }

    static Model setDefault(Model model, Pick pick) {
        return each(
                model,
                pick,
                (t, c) ->
                        Models.with(
                                t,
                                c.withDefault(pick.oneIn(3) ? null : defaultOf(c.type(), pick))));
    }

    static Model comment(Model model, Pick pick) {
        return each(model, pick, (t, c) -> Models.with(t, c.withComment(pick.comment())));
    }

    static Model number(Model model, Pick pick) {
        return TableEdits.some(model, pick)
                .flatMap(
                        t ->
                                t.keyColumns().size() == 1
                                        ? t.column(t.keyColumns().getFirst())
                                                .map(c -> numbered(t, c, pick))
                                        : Optional.<Table>empty())
                .map(t -> Models.with(model, t))
                .orElse(model);
    }

    private static Table numbered(Table table, Column column, Pick pick) {
        Identity wanted =
                column.identity() != null
                        ? null
                        : pick.oneIn(3) ? Identity.ALWAYS : Identity.BY_DEFAULT;
        return Models.with(table, column.withIdentity(wanted).withDefault(null).withRequired(true));
    }

    static Model compute(Model model, Pick pick) {
        return Models.edited(
                model,
                pick,
                t -> t.columns().stream().filter(ColumnEdits::canBeComputedFrom).toList(),
                Column::id,
                (t, c) -> computed(t, c, pick));
    }

    private static boolean canBeComputedFrom(Column column) {
        return column.type() instanceof IntegerType
                && column.generated() == null
                && column.identity() == null
                && !column.name().contains("`");
    }

    private static Table computed(Table table, Column of, Pick pick) {
        Column column =
                Column.of(pick.id("c"), pick.name(Models.taken(table)), IntegerType.BIG)
                        .withGenerated(from(of, pick));
        return table.withColumns(Models.plus(table.columns(), column));
    }

    private static Generated from(Column of, Pick pick) {
        return new Generated(Expression.cel("row.`" + of.name() + "` % 10"), pick.oneIn(2));
    }

    /** What was stored is computed; nothing else speaks of it any longer. */
    static Model recompute(Model model, Pick pick) {
        return TableEdits.some(model, pick).map(t -> recomputed(model, t, pick)).orElse(model);
    }

    private static Model recomputed(Model model, Table table, Pick pick) {
        List<Column> some =
                pick.shuffled(
                        table.columns().stream().filter(ColumnEdits::canBeComputedFrom).toList(),
                        Column::id);
        if (some.size() < 2) {
            return model;
        }
        Column column = some.get(0);
        Table less = Models.without(model, table, column).table(table.id()).orElseThrow();
        List<Column> columns = new ArrayList<>(less.columns());
        columns.add(
                Math.min(table.columns().indexOf(column), columns.size()),
                Column.of(column.id(), column.name(), column.type())
                        .withGenerated(from(some.get(1), pick)));
        return Models.with(Models.without(model, table, column), less.withColumns(columns));
    }

    static Model store(Model model, Pick pick) {
        return Models.edited(
                model,
                pick,
                t -> t.columns().stream().filter(c -> c.generated() != null).toList(),
                Column::id,
                (t, c) -> Models.with(t, c.withGenerated(null)));
    }

    private static Model each(Model model, Pick pick, BiFunction<Table, Column, Table> edit) {
        return Models.edited(model, pick, Table::columns, Column::id, edit);
    }
}
