package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * An order in which no two rows are equal, so that a row's values say where it stands and a page
 * can begin after it. It goes by what the caller may see alone, and so does a cursor.
 */
public final class CursorOrder {
    private final List<SortKey> keys;
    private final CursorText text;

    private CursorOrder(VisibleTable table, List<SortKey> keys) {
        this.keys = List.copyOf(keys);
        this.text = new CursorText(table.table(), this.keys);
    }

    /**
     * The order asked for, with a key of the table behind it.
     *
     * @throws Refusal when there can be none
     */
    public static CursorOrder of(ReadNode node, Types types) {
        if (node.isGrouped()) {
            throw refusal("Groups of rows cannot be paged by a cursor");
        }
        List<SortKey> keys = new ArrayList<>(node.order());
        for (SortKey key : keys) {
            check(key, types);
        }
        boolean descending = !keys.isEmpty() && keys.getLast().descending();
        for (VisibleColumn column : key(node.table())) {
            SortKey.add(keys, new SortKey(null, new Value.OfColumn(column), descending, false));
        }
        return new CursorOrder(node.table(), keys);
    }

    private static void check(SortKey key, Types types) {
        boolean computed =
                key.embed() != null && !key.embed().isJoined() || key.value().isAggregate();
        if (computed || !types.comparesAsSorted(key.value().type())) {
            throw refusal("Rows cannot be paged by a cursor in this order");
        }
    }

    /** The columns of a key, all of which the caller sees in every row. */
    private static List<VisibleColumn> key(VisibleTable table) {
        Table model = table.table().model();
        List<List<String>> keys = new ArrayList<>();
        if (model != null) {
            keys.add(model.keyColumns());
            for (UniqueKey unique : model.uniques()) {
                keys.add(unique.columns());
            }
        }
        keys.removeIf(List::isEmpty);
        for (List<String> key : keys) {
            List<VisibleColumn> columns = new ArrayList<>();
            for (String id : key) {
                VisibleColumn column = always(table, id);
                if (column != null) {
                    columns.add(column);
                }
            }
            if (columns.size() == key.size()) {
                return columns;
            }
        }
        String name = table.table().name();
        throw refusal(
                keys.isEmpty()
                        ? "Rows of '" + name + "' cannot be paged by a cursor: it has no key"
                        : "Rows of '"
                                + name
                                + "' cannot be paged by a cursor: it has no key that is open to"
                                + " you and always filled in");
    }

    private static @Nullable VisibleColumn always(VisibleTable table, String id) {
        for (VisibleColumn column : table.columns()) {
            if (column.column().id().equals(id)) {
                boolean filled = column.column().model().required();
                return filled && column.mask() == null ? column : null;
            }
        }
        return null;
    }

    static Refusal refusal(String message) {
        return new Refusal(Reason.CURSOR, message, null, "Page with limit and offset instead.");
    }

    public List<SortKey> keys() {
        return keys;
    }

    /** The type as which a key's value is read to be part of a cursor. */
    public static ColumnType readAs(SortKey key) {
        ColumnType type = key.value().type();
        return type instanceof NativeType ? new dev.plinth.schema.type.LongTextType() : type;
    }

    /**
     * The cursor of a row.
     *
     * @param values of the keys
     * @throws Refusal when they are too long for one
     */
    public String cursor(List<@Nullable Object> values) {
        return text.write(values);
    }

    /**
     * The rows after a cursor.
     *
     * @throws Refusal when it is none, or one of another order
     */
    public After after(String cursor) {
        return new After(keys, text.read(cursor));
    }
}
