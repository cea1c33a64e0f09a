package dev.plinth.data.plan;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The columns that the values of a body may go to. */
final class BodyColumns {
    private final VisibleTable table;
    private final Set<Action> actions;
    private final Map<String, CatalogColumn> known = new LinkedHashMap<>();

    BodyColumns(VisibleTable table, Action action) {
        this(table, Set.of(action));
    }

    /**
     * @param actions of which one will be done; the key may then be there to name a row
     */
    BodyColumns(VisibleTable table, Set<Action> actions) {
        this.table = table;
        this.actions = actions;
    }

    /** The column of a name, if it was asked for before. */
    @Nullable CatalogColumn known(String name) {
        return known.get(name);
    }

    /**
     * The column of a name.
     *
     * @throws Refusal when there is none that may be written
     */
    CatalogColumn column(String name) {
        CatalogColumn before = known.get(name);
        if (before != null) {
            return before;
        }
        CatalogColumn column = table.table().column(name);
        boolean open = column != null && isOpen(column);
        if (column == null || !open && table.column(name) == null) {
            throw new Refusal(
                    Reason.UNKNOWN_COLUMN_IN_BODY,
                    "Could not find the '"
                            + name
                            + "' column of '"
                            + table.table().name()
                            + "' in the schema cache");
        }
        if (!open) {
            throw new Refusal(
                    Reason.NOT_ALLOWED,
                    "permission denied for column " + name + " of " + table.table().name());
        }
        if (column.isGenerated()) {
            throw new Refusal(
                    Reason.GENERATED_COLUMN,
                    actions.equals(Set.of(Action.UPDATE))
                            ? "column \"" + name + "\" can only be updated to DEFAULT"
                            : "cannot insert a non-DEFAULT value into column \"" + name + "\"",
                    "Column \"" + name + "\" is a generated column.",
                    null);
        }
        known.put(name, column);
        return column;
    }

    private boolean isOpen(CatalogColumn column) {
        boolean names = actions.size() > 1 && column.isKey() && table.column(column.name()) != null;
        return names || actions.stream().anyMatch(a -> table.isOpen(a, column));
    }
}
