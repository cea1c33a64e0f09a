package dev.plinth.data.run;

import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.sql.Read;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Related rows of many rows, to be handed out to each. */
final class RelatedRows {
    private final Read read;
    private final List<Integer> parentKeys;
    private final @Nullable ReadNode page;
    private final List<Integer> ownKeys;
    private final Map<List<Object>, List<Row>> byKey = new HashMap<>();
    private @Nullable Map<List<Object>, List<Row>> byFoldedKey;

    /**
     * @param page which of the rows of each parent are wanted, where the database cannot say that;
     *     null for all that are added
     */
    RelatedRows(Read read, List<Integer> parentKeys, @Nullable ReadNode page) {
        this.page = page;
        this.read = read;
        this.parentKeys = parentKeys;
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < parentKeys.size(); i++) {
            first.add(i);
        }
        this.ownKeys = first;
    }

    void add(Row row) {
        List<Object> key = Keys.of(row.values(), ownKeys);
        if (key != null) {
            byKey.computeIfAbsent(Keys.normal(key), k -> new ArrayList<>()).add(row);
        }
    }

    Row.Related of(@Nullable Object[] parent) {
        List<Object> key = Keys.of(parent, parentKeys);
        List<Row> rows = key == null ? null : find(Keys.normal(key));
        if (rows == null) {
            @Nullable Object[] none = read.ofNoRows();
            rows = none == null ? List.of() : List.of(new Row(none, List.of()));
        }
        return new Row.Related(read.shape(), page == null ? rows : paged(rows, page));
    }

    private static List<Row> paged(List<Row> rows, ReadNode page) {
        long from = Math.min(page.offset(), rows.size());
        Long limit = page.limit();
        long to = limit == null ? rows.size() : Math.min(from + limit, rows.size());
        return rows.subList((int) from, (int) to);
    }

    private @Nullable List<Row> find(List<Object> key) {
        List<Row> rows = byKey.get(key);
        if (rows != null || key.stream().noneMatch(String.class::isInstance)) {
            return rows;
        }
        // In many databases a foreign key may differ from the key it points at in case or spaces.
        if (byFoldedKey == null) {
            Map<List<Object>, List<Row>> folded = new HashMap<>();
            byKey.forEach((k, r) -> folded.putIfAbsent(Keys.folded(k), r));
            byFoldedKey = folded;
        }
        return byFoldedKey.get(Keys.folded(key));
    }
}
