package dev.plinth.data.run;

import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.CellProblems;
import dev.plinth.data.plan.Nest;
import dev.plinth.data.plan.Nest.Branch;
import dev.plinth.data.plan.Nest.Nested;
import dev.plinth.data.plan.Stored;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.rule.Validations;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries nested rows against what their tables demand of them. */
final class NestCheck {
    private final WriteContext context;
    private final int roots;

    /**
     * @param roots how many rows the body has
     */
    NestCheck(WriteContext context, int roots) {
        this.context = context;
        this.roots = roots;
    }

    /**
     * Tries all rows that are sure to be new, at all levels.
     *
     * @throws Refusal with all that is wrong with them
     */
    void all(List<Branch> branches) {
        CellProblems problems = new CellProblems(roots);
        add(branches, problems);
        problems.refuse();
    }

    private void add(List<Branch> branches, CellProblems problems) {
        for (Branch branch : branches) {
            Nest nest = branch.nest();
            List<CatalogColumn> key = nest.table().table().key();
            for (Nested nested : nest.rows()) {
                boolean mayBeThere =
                        !key.isEmpty()
                                && key.stream()
                                        .allMatch(
                                                c ->
                                                        nested.linked().contains(c)
                                                                || nested.values().key(List.of(c))
                                                                        != null);
                if (!mayBeThere) {
                    add(nest, nested, nested.values(), nested.linked(), problems);
                }
            }
            add(nest.branches(), problems);
        }
    }

    /**
     * Tries rows as they are inserted.
     *
     * @throws Refusal with all that is wrong with them
     */
    void inserted(Nest nest, List<WriteRow> rows, List<Integer> which) {
        CellProblems problems = new CellProblems(roots);
        for (int i : which) {
            add(nest, nest.rows().get(i), rows.get(i), Set.of(), problems);
        }
        problems.refuse();
    }

    /**
     * Tries rows as they are changed.
     *
     * @param changed their new values
     * @param old as they are
     * @throws Refusal with all that is wrong with them
     */
    void changed(
            Nest nest,
            List<Integer> which,
            List<WriteRow> changed,
            List<Map<String, @Nullable Object>> old) {
        CellProblems problems = new CellProblems(roots);
        for (int i = 0; i < changed.size(); i++) {
            Nested nested = nest.rows().get(which.get(i));
            addNulls(nest, nested, changed.get(i), problems);
            Map<String, @Nullable Object> merged = new HashMap<>(old.get(i));
            merged.putAll(changed.get(i).byName());
            validate(nest, nested, changed.get(i), merged, problems);
        }
        problems.refuse();
    }

    private void add(
            Nest nest,
            Nested nested,
            WriteRow row,
            Set<CatalogColumn> linked,
            CellProblems problems) {
        for (CatalogColumn column : nest.table().table().columns()) {
            if (column.mustBeGiven()
                    && !linked.contains(column)
                    && !row.values().containsKey(column)) {
                addNull(nest, nested, column, problems);
            }
        }
        addNulls(nest, nested, row, problems);
        validate(nest, nested, row, row.byName(), problems);
    }

    /** Some databases number a row that is given NULL. */
    private static void addNulls(Nest nest, Nested nested, WriteRow row, CellProblems problems) {
        row.values()
                .forEach(
                        (column, stored) -> {
                            if (isNull(stored)
                                    && column.model().required()
                                    && column.model().identity() == null) {
                                addNull(nest, nested, column, problems);
                            }
                        });
    }

    private static boolean isNull(Stored stored) {
        return stored.value() == null && !stored.isDefault();
    }

    private static void addNull(
            Nest nest, Nested nested, CatalogColumn column, CellProblems problems) {
        CatalogTable table = nest.table().table();
        problems.add(
                nested.root(),
                nested.place() + "." + column.name(),
                new Refusal(
                        Reason.REQUIRED,
                        "null value in column \""
                                + column.name()
                                + "\" of relation \""
                                + table.name()
                                + "\" violates not-null constraint"));
    }

    private void validate(
            Nest nest,
            Nested nested,
            WriteRow row,
            Map<String, @Nullable Object> whole,
            CellProblems problems) {
        CatalogTable table = nest.table().table();
        Validations.touchedBy(context.rules().of(table), table, row.byName().keySet())
                .check(
                        whole,
                        (columns, refusal) ->
                                problems.add(
                                        nested.root(),
                                        Arrays.stream(columns.split(", "))
                                                .map(c -> nested.place() + "." + c)
                                                .collect(Collectors.joining(", ")),
                                        refusal));
    }
}
