package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogRelation;
import dev.plinth.data.request.Aggregate;
import dev.plinth.data.request.Field;
import dev.plinth.data.request.Level;
import dev.plinth.data.request.Ordering;
import dev.plinth.data.request.Query;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.SelectItem;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.BooleanType;
import dev.plinth.schema.type.ChoiceType;
import dev.plinth.schema.type.DateType;
import dev.plinth.schema.type.DecimalType;
import dev.plinth.schema.type.FloatType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.JsonType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.NativeType;
import dev.plinth.schema.type.TextType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.TimestampType;
import dev.plinth.schema.type.UuidType;
import dev.plinth.schema.type.ZonedTimestampType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves what is to be read: columns, embeds, conditions, order. */
public final class ReadPlanner {
    private final VisibleCatalog catalog;
    private final Map<List<String>, Level> levels;
    private final boolean aggregates;
    private final Set<List<String>> used = new HashSet<>();

    private ReadPlanner(VisibleCatalog catalog, Query query, boolean aggregates) {
        this.catalog = catalog;
        this.levels = query.levels();
        this.aggregates = aggregates;
    }

    /**
     * Plans a read of a table.
     *
     * @param aggregates whether the project allows them
     * @throws Refusal naming what is not known
     */
    public static ReadNode plan(
            VisibleCatalog catalog, VisibleTable table, Query query, boolean aggregates) {
        ReadPlanner planner = new ReadPlanner(catalog, query, aggregates);
        planner.used.add(List.of());
        ReadNode root = planner.node(table, query.select(), List.of());
        planner.refuseUnused();
        return root;
    }

    private void refuseUnused() {
        for (List<String> path : levels.keySet()) {
            for (int length = 1; length <= path.size(); length++) {
                if (!used.contains(path.subList(0, length))) {
                    String label = path.get(length - 1);
                    throw new Refusal(
                            Reason.NOT_EMBEDDED,
                            "'" + label + "' is not an embedded resource in this request",
                            null,
                            "Verify that '"
                                    + label
                                    + "' is included in the 'select' query parameter.");
                }
            }
        }
    }

    private ReadNode node(VisibleTable table, List<SelectItem> items, List<String> path) {
        List<Output> outputs = new ArrayList<>();
        List<Embed> embeds = new ArrayList<>();
        for (SelectItem item : items) {
            switch (item) {
                case SelectItem.Star() -> {
                    for (VisibleColumn column : table.columns()) {
                        outputs.add(new Output.Named(column.name(), new Value.OfColumn(column)));
                    }
                }
                case SelectItem.Value value -> outputs.add(named(table, value));
                case SelectItem.Embed embed -> {
                    Embed planned = embed(table, embed, path);
                    embeds.add(planned);
                    if (planned.isShown()) {
                        outputs.add(new Output.Related(planned));
                    }
                }
            }
        }
        Level level = levels.getOrDefault(path, Level.NONE);
        Predicate filter = new ConditionPlanner(table, embeds).all(level.filters());
        List<SortKey> order = new ArrayList<>();
        for (Ordering ordering : level.order()) {
            SortKey.add(order, sortKey(table, embeds, ordering));
        }
        return new ReadNode(
                table,
                outputs,
                embeds,
                filter,
                order,
                level.offset() == null ? 0 : level.offset(),
                level.limit(),
                null);
    }

    private Output named(VisibleTable table, SelectItem.Value item) {
        Value value = item.field() == null ? null : Values.of(table, item.field());
        if (value != null && !item.cast().isEmpty()) {
            value = new Value.Cast(value, CastTypes.of(item.cast()));
        }
        String name = item.field() == null ? "" : item.field().label();
        if (item.aggregate() != null) {
            if (!aggregates) {
                throw new Refusal(
                        Reason.AGGREGATES_OFF, "Use of aggregate functions is not allowed");
            }
            name = item.aggregate().word();
            check(item.aggregate(), value);
            value = new Value.Aggregated(item.aggregate(), value);
            if (!item.aggregateCast().isEmpty()) {
                value = new Value.Cast(value, CastTypes.of(item.aggregateCast()));
            }
        }
        if (value == null) {
            throw new IllegalStateException("neither a field nor an aggregate");
        }
        return new Output.Named(item.alias().isEmpty() ? name : item.alias(), value);
    }

    /** Databases that would answer answer each with something else. */
    private static void check(Aggregate aggregate, @Nullable Value value) {
        if (value == null) {
            return;
        }
        boolean isPossible =
                switch (value.type()) {
                    case IntegerType _, DecimalType _, FloatType _, NativeType _ -> true;
                    case TextType _,
                            LongTextType _,
                            ChoiceType _,
                            DateType _,
                            TimeType _,
                            TimestampType _,
                            ZonedTimestampType _ ->
                            aggregate != Aggregate.SUM && aggregate != Aggregate.AVG;
                    case BooleanType _, UuidType _, JsonType _, BinaryType _ ->
                            aggregate == Aggregate.COUNT;
                };
        if (!isPossible) {
            throw new Refusal(
                    Reason.UNKNOWN_OPERATOR,
                    "function "
                            + aggregate.word()
                            + "("
                            + Operands.title(value.type())
                            + ") does not exist");
        }
    }

    private Embed embed(VisibleTable table, SelectItem.Embed item, List<String> path) {
        CatalogRelation relation = RelationFinder.find(catalog, table.table(), item);
        List<String> deeper = new ArrayList<>(path);
        deeper.add(item.label());
        List<String> here = List.copyOf(deeper);
        used.add(here);
        ReadNode node = node(required(relation.target()), item.items(), here);
        return new Embed(
                item.label(),
                relation,
                item.join() == SelectItem.Join.INNER,
                item.spread(),
                relation.junction() == null ? null : required(relation.junction().table()),
                node);
    }

    private VisibleTable required(dev.plinth.data.catalog.CatalogTable table) {
        VisibleTable visible = catalog.readable(table);
        if (visible == null) {
            throw new IllegalStateException("a relation leads to a table that is not visible");
        }
        return visible;
    }

    private static SortKey sortKey(VisibleTable table, List<Embed> embeds, Ordering ordering) {
        boolean nullsFirst =
                ordering.nullsFirst() == null ? ordering.descending() : ordering.nullsFirst();
        if (ordering.embed().isEmpty()) {
            return new SortKey(
                    null, Values.of(table, ordering.field()), ordering.descending(), nullsFirst);
        }
        for (Embed embed : embeds) {
            if (embed.label().equals(ordering.embed())) {
                if (!embed.isToOne()) {
                    throw new Refusal(
                            Reason.RELATED_ORDER,
                            "A related order on '" + ordering.embed() + "' is not possible",
                            "'"
                                    + table.table().name()
                                    + "' and '"
                                    + ordering.embed()
                                    + "' do not form a many-to-one or one-to-one relationship",
                            null);
                }
                return new SortKey(
                        embed, ofEmbed(embed, ordering.field()), ordering.descending(), nullsFirst);
            }
        }
        throw new Refusal(
                Reason.NOT_EMBEDDED,
                "'" + ordering.embed() + "' is not an embedded resource in this request",
                null,
                "Verify that '"
                        + ordering.embed()
                        + "' is included in the 'select' query parameter.");
    }

    /** A value of a related row: one of its outputs by name, or a column. */
    private static Value ofEmbed(Embed embed, Field field) {
        if (field.path().isEmpty()) {
            for (Output output : embed.node().outputs()) {
                if (output instanceof Output.Named(String name, Value value)
                        && name.equals(field.name())) {
                    return value;
                }
            }
        }
        return Values.of(embed.node().table(), field);
    }
}
