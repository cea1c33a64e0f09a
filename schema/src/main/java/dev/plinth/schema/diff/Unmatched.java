package dev.plinth.schema.diff;

import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;

import java.util.List;

/**
 * What has no counterpart by id: live elements that a model does not want, and wanted ones that are
 * not there. Only these can be renames that nobody recorded.
 */
public final class Unmatched {
    private Unmatched() {}

    /** Live tables that nobody wants. */
    public static List<Table> unwanted(Model live, Model wanted) {
        return live.tables().stream().filter(t -> wanted.table(t.id()).isEmpty()).toList();
    }

    /** Wanted tables that are not there. */
    public static List<Table> missing(Model live, Model wanted) {
        return unwanted(wanted, live);
    }

    /** Columns that the other side of the same table lacks, but no other table has. */
    public static List<Column> columns(Table of, Table other, Model others) {
        return of.columns().stream()
                .filter(c -> other.column(c.id()).isEmpty())
                .filter(c -> others.tables().stream().allMatch(t -> t.column(c.id()).isEmpty()))
                .toList();
    }
}
