package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.request.Operator;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one table that are read: those asked for, or those of an embed.
 *
 * @param outputs what of a row is in the answer, in order
 * @param embeds all of them, shown or not
 * @param limit null for none
 * @param call the function that gives the rows; null if they are those of the table
 */
public record ReadNode(
        VisibleTable table,
        List<Output> outputs,
        List<Embed> embeds,
        Predicate filter,
        List<SortKey> order,
        long offset,
        @Nullable Long limit,
        @Nullable Call call) {
    public ReadNode {
        outputs = List.copyOf(outputs);
        embeds = List.copyOf(embeds);
        order = List.copyOf(order);
    }

    /** Whether rows are put together into groups. */
    public boolean isGrouped() {
        for (Output output : outputs) {
            switch (output) {
                case Output.Named(_, Value value) -> {
                    if (value.isAggregate()) {
                        return true;
                    }
                }
                case Output.Related(Embed embed) -> {
                    if (embed.spread() && embed.isToOne() && embed.node().isGrouped()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether the filter gives a key, so that there is one row or none. */
    public boolean isOfOneRow() {
        List<CatalogColumn> key = table.table().key();
        return call == null
                && !key.isEmpty()
                && key.stream().allMatch(column -> fixes(filter, column));
    }

    private static boolean fixes(Predicate filter, CatalogColumn column) {
        return switch (filter) {
            case Predicate.And(List<Predicate> parts) ->
                    parts.stream().anyMatch(part -> fixes(part, column));
            case Predicate.Compares(Value.OfColumn(VisibleColumn of), Operator operator, _) ->
                    operator == Operator.EQ && of.column() == column;
            default -> false;
        };
    }

    public ReadNode withFilter(Predicate newFilter) {
        return new ReadNode(table, outputs, embeds, newFilter, order, offset, limit, call);
    }

    public ReadNode withPage(long newOffset, @Nullable Long newLimit) {
        return new ReadNode(table, outputs, embeds, filter, order, newOffset, newLimit, call);
    }

    public ReadNode withOrder(List<SortKey> newOrder) {
        return new ReadNode(table, outputs, embeds, filter, newOrder, offset, limit, call);
    }

    /** The same rows, as a function gives them. */
    public ReadNode withCall(Call newCall) {
        return new ReadNode(table, outputs, embeds, filter, order, offset, limit, newCall);
    }

    /** The embeds that are read by statements of their own, also those below joined ones. */
    public List<Embed> separateEmbeds() {
        List<Embed> separate = new ArrayList<>();
        for (Embed embed : embeds) {
            if (!embed.isShown()) {
                continue;
            }
            if (embed.isJoined()) {
                separate.addAll(embed.node().separateEmbeds());
            } else {
                separate.add(embed);
            }
        }
        return separate;
    }
}
