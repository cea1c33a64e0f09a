package dev.plinth.data.catalog;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which columns of views show which columns of tables. */
final class ViewColumns {
    /** A table, or a view in its place, with columns that show given ones. */
    record Image(CatalogTable table, List<CatalogColumn> columns) {}

    private final Map<CatalogTable, Map<CatalogTable, Map<CatalogColumn, List<CatalogColumn>>>>
            shown = new IdentityHashMap<>();

    /** Notes that a view's column shows a column of a table. */
    void add(
            CatalogTable view,
            CatalogColumn viewColumn,
            CatalogTable table,
            CatalogColumn tableColumn) {
        shown.computeIfAbsent(table, t -> new LinkedHashMap<>())
                .computeIfAbsent(view, v -> new LinkedHashMap<>())
                .computeIfAbsent(tableColumn, c -> new ArrayList<>())
                .add(viewColumn);
    }

    /** The table with its columns, and each view that shows all of them, in every way it does. */
    List<Image> images(CatalogTable table, List<CatalogColumn> columns) {
        List<Image> images = new ArrayList<>();
        images.add(new Image(table, columns));
        shown.getOrDefault(table, Map.of())
                .forEach(
                        (view, map) ->
                                combinations(map, columns)
                                        .forEach(c -> images.add(new Image(view, c))));
        return images;
    }

    private static List<List<CatalogColumn>> combinations(
            Map<CatalogColumn, List<CatalogColumn>> map, List<CatalogColumn> columns) {
        List<List<CatalogColumn>> all = List.of(List.of());
        for (CatalogColumn column : columns) {
            List<List<CatalogColumn>> longer = new ArrayList<>();
            for (List<CatalogColumn> start : all) {
                for (CatalogColumn image : map.getOrDefault(column, List.of())) {
                    List<CatalogColumn> next = new ArrayList<>(start);
                    next.add(image);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
