package dev.plinth.schema.model;

import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.Trigger.Assignment;
import dev.plinth.schema.model.Trigger.Event;
import dev.plinth.schema.model.Trigger.TriggerAction;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Models made by chance, the same for the same seed. They are valid and within what every built-in
 * database can hold; {@link #wild} ones also have names and texts that are hard to write down.
 */
public final class RandomModels {
    private final Random random;
    private final RandomNames names;
    private final RandomColumns columns;
    private final List<Choice> choices = new ArrayList<>();

    private RandomModels(long seed, boolean wild) {
        this.random = new Random(seed);
        this.names = new RandomNames(random, wild);
        this.columns = new RandomColumns(random, names, choices);
    }

    /** A model to deploy: tables with keys, relations and checks, but no view. */
    public static Model of(long seed) {
        return new RandomModels(seed, false).model(false);
    }

    /** A model to write down and read again: everything a model can have, oddly named. */
    public static Model wild(long seed) {
        return new RandomModels(seed, true).model(true);
    }

    private Model model(boolean everything) {
        for (int i = random.nextInt(3); i > 0; i--) {
            choices.add(choice());
        }
        List<Table> tables = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            tables.add(table());
        }
        for (int i = 0; i < tables.size(); i++) {
            tables.set(i, related(tables.get(i), tables));
        }
        List<View> views = new ArrayList<>();
        if (everything) {
            tables.replaceAll(t -> random.nextInt(3) == 0 ? triggered(t, tables) : t);
            for (int i = random.nextInt(3); i > 0; i--) {
                views.add(view());
            }
        }
        return new Model(tables, views, choices);
    }

    private Choice choice() {
        List<Choice.Option> options = new ArrayList<>();
        Set<String> values = names.distinct(1 + random.nextInt(4));
        for (String value : values) {
            String color = random.nextBoolean() ? "" : "green";
            options.add(new Choice.Option(value, random.nextBoolean() ? "" : names.text(), color));
        }
        return new Choice(id(), names.element(), options);
    }

    private Table table() {
        TableName name = TableName.of(names.element());
        List<Column> own = new ArrayList<>();
        names.startTable();
        PrimaryKey key = null;
        switch (random.nextInt(6)) {
            case 0 -> own.addAll(columns.some(1 + random.nextInt(3)));
            case 1 -> {
                own.add(columns.key(IntegerType.NORMAL));
                own.add(columns.key(new TextType(20)));
                own.addAll(columns.some(random.nextInt(5)));
                key = new PrimaryKey("", List.of(own.get(1).id(), own.get(0).id()));
            }
            default -> {
                own.add(columns.key(IntegerType.BIG).withIdentity(Identity.BY_DEFAULT));
                own.addAll(columns.some(random.nextInt(8)));
                key =
                        new PrimaryKey(
                                random.nextInt(3) == 0 ? names.element() : "",
                                List.of(own.getFirst().id()));
            }
        }
        Table table =
                new Table(
                        id(),
                        name,
                        random.nextBoolean() ? "" : names.text(),
                        random.nextBoolean() ? "" : names.text(),
                        own,
                        key,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return constrained(table);
    }

    private Table constrained(Table table) {
        List<UniqueKey> uniques = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean inKey = table.keyColumns().contains(column.id());
            if (!inKey && RandomColumns.isComparable(column.type())) {
                switch (random.nextInt(6)) {
                    case 0 ->
                            uniques.add(
                                    new UniqueKey(
                                            id(),
                                            names.element(),
                                            List.of(column.id()),
                                            true,
                                            deferral()));
                    case 1 -> indexes.add(index(table, column));
                    default -> {}
                }
            }
            if (column.type() instanceof DecimalType && random.nextBoolean()) {
                Expression condition = Expression.cel(column.name() + " >= 0");
                checks.add(new Check(id(), names.element(), condition, names.text()));
            }
        }
        return table.withUniques(uniques).withIndexes(indexes).withChecks(checks);
    }

    private Index index(Table table, Column column) {
        List<Index.Part> parts = new ArrayList<>();
        parts.add(new Index.Part(column.id(), "", random.nextInt(4) == 0));
        table.columns().stream()
                .filter(c -> !c.id().equals(column.id()) && c.type() instanceof BooleanType)
                .findFirst()
                .ifPresent(c -> parts.add(Index.Part.column(c.id())));
        List<String> included =
                table.columns().stream()
                        .map(Column::id)
                        .filter(c -> parts.stream().noneMatch(p -> p.column().equals(c)))
                        .limit(random.nextInt(2))
                        .toList();
        return new Index(id(), names.element(), parts, false, null, included, "");
    }

    private Deferral deferral() {
        Deferral[] all = Deferral.values();
        return random.nextInt(3) == 0 ? all[random.nextInt(all.length)] : Deferral.NONE;
    }

    /** The table with relations to others or itself, each with columns of its own. */
    private Table related(Table table, List<Table> all) {
        List<Column> own = new ArrayList<>(table.columns());
        List<Relation> relations = new ArrayList<>();
        names.startTable(own.stream().map(Column::name).toList());
        for (int i = random.nextInt(3); i > 0; i--) {
            Table target = all.get(random.nextInt(all.size()));
            if (target.primaryKey() == null) {
                continue;
            }
            boolean required = random.nextInt(3) == 0;
            List<String> from = new ArrayList<>();
            for (String key : target.keyColumns()) {
                ColumnType type = target.column(key).orElseThrow().type();
                Column column = Column.of(id(), names.inTable(), type).withRequired(required);
                own.add(column);
                from.add(column.id());
            }
            // Cascades are left to tests of their own: SQL Server refuses several paths.
            Action onDelete = required || random.nextBoolean() ? Action.NO_ACTION : Action.SET_NULL;
            relations.add(
                    new Relation(
                            id(),
                            names.element(),
                            random.nextBoolean() ? "" : names.text(),
                            random.nextBoolean() ? "" : names.text(),
                            from,
                            target.id(),
                            target.keyColumns(),
                            onDelete,
                            Action.NO_ACTION,
                            deferral()));
        }
        return table.withColumns(own).withRelations(relations);
    }

    private Table triggered(Table table, List<Table> all) {
        Column column = table.columns().getLast();
        Table other = all.get(random.nextInt(all.size()));
        Expression value = Expression.cel("'" + names.element() + "'");
        TriggerAction action =
                switch (random.nextInt(4)) {
                    case 0 -> new TriggerAction.SetColumn(column.id(), value);
                    case 1 ->
                            new TriggerAction.InsertRow(
                                    other.id(),
                                    List.of(new Assignment(other.columns().getLast().id(), value)));
                    case 2 -> new TriggerAction.Publish();
                    default -> new TriggerAction.CallUrl("https://example.org/" + id());
                };
        Set<Event> events = EnumSet.of(Event.values()[random.nextInt(3)], Event.INSERT);
        Expression when = random.nextBoolean() ? null : Expression.cel(names.text());
        Trigger trigger = new Trigger(id(), names.element(), events, when, action);
        return new Table(
                table.id(),
                table.name(),
                table.label(),
                table.comment(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                Stream.concat(table.indexes().stream(), Stream.of(expressionIndex())).toList(),
                table.checks(),
                table.relations(),
                List.of(trigger));
    }

    private Index expressionIndex() {
        Expression where = random.nextBoolean() ? null : Expression.sql(names.text());
        List<Index.Part> parts = List.of(new Index.Part("", "lower(" + names.text() + ")", true));
        return new Index(id(), names.element(), parts, random.nextBoolean(), where, "hash");
    }

    private View view() {
        names.startTable();
        TableName name =
                new TableName(random.nextBoolean() ? "" : names.element(), names.element());
        String query = "SELECT *\nFROM \"" + names.element() + "\"\n\nWHERE x = 'a: b'";
        return new View(
                id(),
                name,
                random.nextBoolean() ? "" : names.text(),
                columns.some(random.nextInt(3)),
                random.nextBoolean() ? query : names.text(),
                random.nextBoolean() ? "" : names.text());
    }

    /** A choice column's type, or null when there is no choice yet. */
    static @Nullable ColumnType choiceType(Random random, List<Choice> choices) {
        return choices.isEmpty()
                ? null
                : new ChoiceType(choices.get(random.nextInt(choices.size())).id());
    }

    private String id() {
        return names.id();
    }
}
