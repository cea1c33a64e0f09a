package dev.plinth.data.plan;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
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
    private final Action action;
    private final CellValues values;
    private final BodyColumns columns;
    private final VisibleTable table;
    private final CellProblems problems;
    private final NestPlanner nests;

    private BodyPlanner(VisibleCatalog visible, VisibleTable table, Action action, int rows) {
        Catalog catalog = visible.catalog();
        this.action = action;
        this.table = table;
        this.columns = new BodyColumns(table, action);
        this.values = new CellValues(catalog.model(), catalog.dialect().types());
        this.problems = new CellProblems(rows);
        this.nests = new NestPlanner(visible, table, values, problems);
    }

    /**
     * The rows to be written, with those that are nested in them.
     *
     * @param columns those that are taken; null for what the rows bring
     * @param missingDefault whether a column that a row lacks gets its default rather than NULL
     * @throws Refusal naming every cell that is no value of its column
     */
    public static Nest.Root plan(
            VisibleCatalog visible,
            VisibleTable table,
            Action action,
            Body body,
            @Nullable List<String> columns,
            boolean missingDefault) {
        return new BodyPlanner(visible, table, action, body.rows().size())
                .rows(body, columns, missingDefault);
    }

    private Nest.Root rows(Body body, @Nullable List<String> named, boolean missingDefault) {
        Set<String> wanted = null;
        if (named != null) {
            wanted = new LinkedHashSet<>(named);
        } else if (!body.rows().isEmpty()) {
            wanted = body.rows().getFirst().keySet();
        } else if (!body.names().isEmpty()) {
            wanted = new LinkedHashSet<>(body.names());
        }
        List<WriteRow> rows = new ArrayList<>();
        for (int i = 0; i < body.rows().size(); i++) {
            Map<String, Cell> cells = body.rows().get(i);
            if (named == null && !cells.keySet().equals(wanted)) {
                if (!missingDefault) {
                    throw new Refusal(Reason.BODY, "All object keys must match");
                }
                rows.add(row(cells, cells.keySet(), true, i));
            } else {
                rows.add(row(cells, wanted == null ? Set.of() : wanted, missingDefault, i));
            }
        }
        if (body.rows().isEmpty() && wanted != null) {
            wanted.forEach(columns::column);
        }
        List<Nest.Branch> branches = nests.branches();
        problems.refuse();
        return new Nest.Root(rows, branches);
    }

    private WriteRow row(
            Map<String, Cell> cells, Set<String> wanted, boolean missingDefault, int number) {
        Map<CatalogColumn, Stored> row = new LinkedHashMap<>();
        for (String name : wanted) {
            Cell cell = cells.get(name);
            CatalogColumn column = columns.known(name);
            if (column == null) {
                if (isNested(name, cell, number)) {
                    continue;
                }
                column = columns.column(name);
            }
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

    private boolean isNested(String name, @Nullable Cell cell, int number) {
        return table.table().column(name) == null
                && nests.take(new NestPlanner.At(number, number, ""), name, cell) != null;
    }
}
