package dev.plinth.data.plan;

import dev.plinth.data.catalog.CatalogColumn;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values for columns of one row. */
public record WriteRow(Map<CatalogColumn, Stored> values) {
    public WriteRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public List<CatalogColumn> columns() {
        return List.copyOf(values.keySet());
    }

    /** The value by column name, of those that are no JSON to be turned into something else. */
    public Map<String, @Nullable Object> byName() {
        Map<String, @Nullable Object> byName = new LinkedHashMap<>();
        values.forEach((column, stored) -> byName.put(column.name(), stored.value()));
        return byName;
    }

    /** The values of the columns; null when one is not given, or is NULL. */
    public @Nullable List<Object> key(List<CatalogColumn> columns) {
        List<Object> key = new java.util.ArrayList<>();
        for (CatalogColumn column : columns) {
            Stored stored = values.get(column);
            if (stored == null || stored.value() == null) {
                return null;
            }
            key.add(stored.value());
        }
        return key;
    }
}
