package dev.plinth.data.run;

import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.WriteRow;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What was tried when a database refused.
 *
 * @param table the one written; null for a read
 * @param rows what the caller sent: their own values may be told back to them
 * @param place where they are within what was sent; empty for the whole
 */
public record Attempt(
        @Nullable CatalogTable table, boolean deletes, List<WriteRow> rows, String place) {
    public static final Attempt READ = new Attempt(null, false, List.of());

    public Attempt(@Nullable CatalogTable table, boolean deletes, List<WriteRow> rows) {
        this(table, deletes, rows, "");
    }

    public Attempt {
        rows = List.copyOf(rows);
    }

    /** The one row that was sent; null when there were none or several. */
    @Nullable WriteRow onlyRow() {
        return rows.size() == 1 ? rows.getFirst() : null;
    }
}
