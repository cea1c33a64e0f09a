package dev.plinth.data.plan;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.plan.ImportProblems.Problem;
import dev.plinth.data.request.Cell;
import dev.plinth.data.request.JsonText;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.RowSource;
import dev.plinth.data.request.RowSource.SourceRow;
import dev.plinth.schema.type.JsonType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves the rows of an import on the columns of a table, one by one. */
public final class ImportPlanner {
    private final List<ImportColumn> columns = new ArrayList<>();
    private final Set<String> names;
    private final int[] places;
    private final boolean isOfTexts;
    private final boolean takesOthers;
    private final boolean missingDefault;
    private final CellValues values;
    private long rows;

    /**
     * @param names of the values in a row, in their order
     * @param wanted those that are taken; null for all
     * @param isOfTexts see {@link RowSource#isOfTexts}
     * @param missingDefault whether a column that a row lacks gets its default rather than NULL; a
     *     row of texts lacks what it has no text for
     * @throws Refusal when a name is unknown, there twice, or of a column that is closed
     */
    public ImportPlanner(
            VisibleCatalog visible,
            VisibleTable table,
            List<String> names,
            @Nullable List<String> wanted,
            boolean isOfTexts,
            boolean missingDefault) {
        this.isOfTexts = isOfTexts;
        this.takesOthers = wanted != null;
        this.missingDefault = missingDefault;
        this.values =
                new CellValues(visible.catalog().model(), visible.catalog().dialect().types());
        BodyColumns open = new BodyColumns(table, Action.CREATE);
        LinkPlanner links = new LinkPlanner(visible, table.table(), open);
        List<String> taken = wanted == null ? names : wanted;
        Set<String> targets = new HashSet<>();
        this.places = new int[taken.size()];
        for (int i = 0; i < places.length; i++) {
            String name = taken.get(i);
            ImportColumn column = null;
            if (table.table().column(name) == null) {
                column = links.column(name);
            }
            if (column == null) {
                column = new ImportColumn(name, open.column(name), null);
            }
            if (!targets.add(column.column().name())
                    || names.lastIndexOf(name) != names.indexOf(name)) {
                throw new Refusal(
                        Reason.BODY,
                        "The column \"" + column.column().name() + "\" is there twice");
            }
            columns.add(column);
            places[i] = names.indexOf(name);
        }
        this.names = Set.copyOf(taken);
    }

    public List<ImportColumn> columns() {
        return List.copyOf(columns);
    }

    /** How many rows were read so far. */
    public long rows() {
        return rows;
    }

    /** The values of a row; null if something is wrong with them, which is noted. */
    public @Nullable ImportRow read(SourceRow source, ImportProblems problems) {
        ImportRow row = new ImportRow(++rows, source.line(), columns.size());
        List<Problem> wrong = new ArrayList<>();
        switch (source) {
            case RowSource.Broken(_, Refusal refusal) -> wrong.add(new Problem("", refusal));
            case RowSource.Listed(_, var cells) -> {
                for (int i = 0; i < places.length; i++) {
                    put(row, i, places[i] < 0 ? null : listed(cells.get(places[i])), wrong);
                }
            }
            case RowSource.Named(_, var cells) -> {
                if (fits(cells)) {
                    for (int i = 0; i < places.length; i++) {
                        put(row, i, cells.get(columns.get(i).name()), wrong);
                    }
                } else {
                    wrong.add(
                            new Problem(
                                    "", new Refusal(Reason.BODY, "All object keys must match")));
                }
            }
        }
        if (wrong.isEmpty()) {
            return row;
        }
        problems.add(row.number(), row.line(), wrong);
        return null;
    }

    private boolean fits(Map<String, Cell> cells) {
        return takesOthers
                || names.containsAll(cells.keySet())
                        && (missingDefault || cells.size() == names.size());
    }

    private static Cell listed(@Nullable String text) {
        return text == null ? new Cell.Nothing() : new Cell.Text(text);
    }

    private void put(ImportRow row, int at, @Nullable Cell cell, List<Problem> wrong) {
        ImportColumn column = columns.get(at);
        boolean lacks = cell == null || isOfTexts && cell instanceof Cell.Nothing;
        if (lacks && missingDefault && column.column().hasDefault()) {
            return;
        }
        try {
            row.put(at, value(column, cell == null ? new Cell.Nothing() : cell));
        } catch (Refusal refusal) {
            wrong.add(new Problem(column.name(), refusal));
        }
    }

    private Stored value(ImportColumn column, Cell cell) {
        if (isOfTexts
                && cell instanceof Cell.Text(String text)
                && column.given().type() instanceof JsonType) {
            if (!JsonText.isDocument(text)) {
                throw new Refusal(Reason.INVALID_TEXT, "invalid input syntax for type json");
            }
            return values.of(column.given(), new Cell.Json(text));
        }
        return values.of(column.given(), cell);
    }
}
