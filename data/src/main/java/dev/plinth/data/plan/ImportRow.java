package dev.plinth.data.plan;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row of an import on its way. */
public final class ImportRow {
    private final long number;
    private final long line;
    private final @Nullable Stored[] values;

    ImportRow(long number, long line, int columns) {
        this.number = number;
        this.line = line;
        this.values = new @Nullable Stored[columns];
    }

    /** Which of the rows it is, from 1. */
    public long number() {
        return number;
    }

    /** Where it is in the body, from 1. */
    public long line() {
        return line;
    }

    /** The value for the column at a place; null when the row says nothing about it. */
    public @Nullable Stored value(int column) {
        return values[column];
    }

    /** Says what is to be stored. */
    public void put(int column, Stored value) {
        values[column] = value;
    }

    /** Whether it has a value for each column, none of which the database makes of JSON. */
    public boolean isWholeAndPlain() {
        return Arrays.stream(values).allMatch(v -> v != null && !v.isJson());
    }

    /** The row as any write has it. */
    public WriteRow asWrite(List<ImportColumn> columns) {
        Map<dev.plinth.data.catalog.CatalogColumn, Stored> row = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Stored value = values[i];
            if (value != null) {
                row.put(columns.get(i).column(), value);
            }
        }
        return new WriteRow(row);
    }
}
