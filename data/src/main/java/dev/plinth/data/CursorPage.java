package dev.plinth.data;

import dev.plinth.data.plan.After;
import dev.plinth.data.plan.CursorOrder;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.run.Row;
import dev.plinth.schema.dialect.Types;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of rows that begins after a cursor and ends with the next one. It also ends when it gets
 * large, whatever the limit, so that it can be held until its cursor is known.
 */
final class CursorPage {
    private static final long MOST_BYTES = 4L << 20;
    private final CursorOrder order;
    private final @Nullable After after;
    private final @Nullable Long limit;
    private long rows;
    private boolean more;
    private @Nullable List<@Nullable Object> last;

    private CursorPage(CursorOrder order, @Nullable After after, @Nullable Long limit) {
        this.order = order;
        this.after = after;
        this.limit = limit;
    }

    /**
     * The page that a request asks for.
     *
     * @param cursor empty for the first page
     * @param node with its limit
     * @throws dev.plinth.data.request.Refusal when the rows cannot be paged so, or the cursor is
     *     not of their order
     */
    static CursorPage of(String cursor, ReadNode node, Types types) {
        CursorOrder order = CursorOrder.of(node, types);
        return new CursorPage(order, cursor.isEmpty() ? null : order.after(cursor), node.limit());
    }

    /** What is to be read: in an order that is total, and one row more than is wanted. */
    ReadNode asked(ReadNode node) {
        return node.withOrder(order.keys())
                .withPage(
                        node.offset(),
                        limit == null ? null : (Long) (Math.min(limit, Long.MAX_VALUE - 1) + 1));
    }

    @Nullable After after() {
        return after;
    }

    /** Whether nobody knows how many rows come before it. */
    boolean isSomewhere() {
        return after != null;
    }

    /**
     * Whether a row is still part of the page.
     *
     * @param hidden the positions of the values that rows are sorted by
     * @param length of the page so far, in bytes
     */
    boolean takes(Row row, List<Integer> hidden, long length) {
        if (limit != null && rows >= limit || rows > 0 && length >= MOST_BYTES) {
            more = true;
            return false;
        }
        rows++;
        List<@Nullable Object> values = new ArrayList<>();
        for (int position : hidden) {
            values.add(row.values()[position]);
        }
        last = values;
        return true;
    }

    /** Whether it is known that more rows follow. */
    boolean hasMore() {
        return more;
    }

    long rows() {
        return rows;
    }

    /**
     * The cursor after the last row; null when none follow.
     *
     * @throws dev.plinth.data.request.Refusal when the row's values are too long for one
     */
    @Nullable String next() {
        return more && last != null ? order.cursor(last) : null;
    }
}
