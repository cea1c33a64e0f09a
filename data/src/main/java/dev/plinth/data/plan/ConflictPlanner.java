package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.request.Condition;
import dev.plinth.data.request.Condition.Compare;
import dev.plinth.data.request.Field;
import dev.plinth.data.request.Operator;
import dev.plinth.data.request.Query;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves by what a row that exists already is known. */
public final class ConflictPlanner {
    private ConflictPlanner() {}

    /**
     * The columns that the request names, else the key; empty when there is none.
     *
     * @throws Refusal when one is not known
     */
    public static List<CatalogColumn> columns(VisibleTable table, @Nullable List<String> named) {
        if (named == null) {
            return table.table().key();
        }
        List<CatalogColumn> columns = new ArrayList<>();
        for (String name : named) {
            CatalogColumn column = table.table().column(name);
            if (column == null || !table.knows(column)) {
                throw Values.unknown(table, name);
            }
            columns.add(column);
        }
        if (!isUnique(table.table(), columns)) {
            throw new Refusal(
                    Reason.NO_SUCH_KEY,
                    "there is no unique or exclusion constraint matching the ON CONFLICT"
                            + " specification",
                    null,
                    "Name the columns of the primary key, or of one unique key.");
        }
        return columns;
    }

    /** Whether rows differ in these columns; databases that are not asked so would not say. */
    private static boolean isUnique(CatalogTable table, List<CatalogColumn> columns) {
        Table model = table.model();
        Set<String> named = columns.stream().map(CatalogColumn::id).collect(Collectors.toSet());
        if (model == null || Set.copyOf(columns).equals(Set.copyOf(table.key()))) {
            return true;
        }
        return model.uniques().stream().anyMatch(key -> Set.copyOf(key.columns()).equals(named))
                || model.indexes().stream().anyMatch(index -> isOf(index, named));
    }

    private static boolean isOf(Index index, Set<String> columns) {
        return index.unique()
                && index.where() == null
                && index.parts().stream()
                        .map(Index.Part::column)
                        .collect(Collectors.toSet())
                        .equals(columns);
    }

    /** Whether the caller can name one row by its whole key. */
    public static boolean hasKey(VisibleTable table) {
        List<CatalogColumn> key = table.table().key();
        return !key.isEmpty() && key.stream().allMatch(c -> table.column(c.name()) != null);
    }

    /**
     * Sees to it that a PUT names one row by its whole key.
     *
     * @return the texts of the key's values
     * @throws Refusal if it does not
     */
    public static List<String> checkPut(VisibleTable table, Query query) {
        Map<String, String> asked = new HashMap<>();
        for (Condition condition : query.root().filters()) {
            if (condition
                            instanceof
                            Condition.Filter(Field field, Compare(var operator, var text, _))
                    && operator == Operator.EQ
                    && field.path().isEmpty()) {
                asked.put(field.name(), text);
            } else {
                throw filters();
            }
        }
        List<String> key = new ArrayList<>();
        for (CatalogColumn column : table.table().key()) {
            String text = asked.get(column.name());
            if (text == null) {
                throw filters();
            }
            key.add(text);
        }
        if (!hasKey(table) || asked.size() != key.size()) {
            throw filters();
        }
        return key;
    }

    /**
     * Sees to it that the body of a PUT is the row that the query names.
     *
     * @param asked what {@link #checkPut(VisibleTable, Query)} gave back
     * @throws Refusal if it is not
     */
    public static void checkPut(VisibleTable table, List<String> asked, List<WriteRow> rows) {
        List<CatalogColumn> key = table.table().key();
        List<Object> wanted = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            wanted.add(Operands.parsed(key.get(i).type(), asked.get(i)));
        }
        if (rows.size() != 1 || !wanted.equals(rows.getFirst().key(key))) {
            throw new Refusal(
                    Reason.PUT_KEY, "Payload values do not match URL in primary key column(s)");
        }
    }

    private static Refusal filters() {
        return new Refusal(
                Reason.PUT_FILTERS,
                "Filters must include all and only primary key columns with 'eq' operators");
    }
}
