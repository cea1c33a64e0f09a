package dev.plinth.data.plan;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.request.Body;
import dev.plinth.data.request.Cell;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves the rows of a body on the columns of a table. */
public final class BodyPlanner {
    private final VisibleTable table;
    private final Action action;
    private final CellValues values;
    private final Map<String, CatalogColumn> known = new LinkedHashMap<>();

    private BodyPlanner(Catalog catalog, VisibleTable table, Action action) {
        this.table = table;
        this.action = action;
        this.values = new CellValues(catalog.model(), catalog.dialect().types());
    }

    /**
     * The rows to be written.
     *
     * @param columns those that are taken; null for what the rows bring
     * @param missingDefault whether a column that a row lacks gets its default rather than NULL
     * @throws Refusal naming every cell that is no value of its column
     */
    public static List<WriteRow> plan(
            Catalog catalog,
            VisibleTable table,
            Action action,
            Body body,
            @Nullable List<String> columns,
            boolean missingDefault) {
        return new BodyPlanner(catalog, table, action).rows(body, columns, missingDefault);
    }

    private List<WriteRow> rows(Body body, @Nullable List<String> columns, boolean missingDefault) {
        Set<String> wanted = null;
        if (columns != null) {
            wanted = new LinkedHashSet<>(columns);
        } else if (!body.rows().isEmpty()) {
            wanted = body.rows().getFirst().keySet();
        }
        CellProblems problems = new CellProblems(body.rows().size());
        List<WriteRow> rows = new ArrayList<>();
        for (int i = 0; i < body.rows().size(); i++) {
            Map<String, Cell> cells = body.rows().get(i);
            if (columns == null && !cells.keySet().equals(wanted)) {
                if (!missingDefault) {
                    throw new Refusal(Reason.BODY, "All object keys must match");
                }
                rows.add(row(cells, cells.keySet(), true, i, problems));
            } else {
                rows.add(
                        row(
                                cells,
                                wanted == null ? Set.of() : wanted,
                                missingDefault,
                                i,
                                problems));
            }
        }
        if (body.rows().isEmpty() && wanted != null) {
            wanted.forEach(this::column);
        }
        problems.refuse();
        return rows;
    }

    private WriteRow row(
            Map<String, Cell> cells,
            Set<String> wanted,
            boolean missingDefault,
            int number,
            CellProblems problems) {
        Map<CatalogColumn, Stored> row = new LinkedHashMap<>();
        for (String name : wanted) {
            CatalogColumn column = column(name);
            Cell cell = cells.get(name);
            if (cell == null && missingDefault) {
                if (action == Action.UPDATE) {
                    row.put(column, Stored.DEFAULT);
                }
                continue;
            }
            try {
                row.put(column, values.of(column, cell == null ? new Cell.Nothing() : cell));
            } catch (Refusal refusal) {
                problems.add(number, name, refusal);
            }
        }
        return new WriteRow(row);
    }

    private CatalogColumn column(String name) {
        CatalogColumn before = known.get(name);
        if (before != null) {
            return before;
        }
        CatalogColumn column = table.table().column(name);
        boolean open = column != null && table.isOpen(action, column);
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
                    action == Action.UPDATE
                            ? "column \"" + name + "\" can only be updated to DEFAULT"
                            : "cannot insert a non-DEFAULT value into column \"" + name + "\"",
                    "Column \"" + name + "\" is a generated column.",
                    null);
        }
        known.put(name, column);
        return column;
    }
}
