package dev.plinth.data.plan;

import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogRelation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * The rows of one table that a body has at one place, or at the same place of several rows.
 *
 * @param path of the place, without the numbers of rows
 * @param branches what the rows have nested in them
 */
public record Nest(VisibleTable table, String path, List<Nested> rows, List<Branch> branches) {
    public Nest {
        rows = List.copyOf(rows);
        branches = List.copyOf(branches);
    }

    /**
     * A nested row.
     *
     * @param parent which row of the level above it belongs to, from 0
     * @param root which row of the body it is part of, from 0
     * @param place where it is there, as {@code lines[2]}
     * @param linked the columns that get their values from related rows
     */
    public record Nested(
            int parent, int root, String place, WriteRow values, Set<CatalogColumn> linked) {
        public Nested {
            linked = Set.copyOf(linked);
        }
    }

    /**
     * What rows have nested in them by one relation.
     *
     * @param junction the table between, where there is one
     */
    public record Branch(CatalogRelation relation, @Nullable VisibleTable junction, Nest nest) {}

    /**
     * The rows of a body.
     *
     * @param rows its own
     * @param branches what is nested in them
     */
    public record Root(List<WriteRow> rows, List<Branch> branches) {
        public Root {
            rows = List.copyOf(rows);
            branches = List.copyOf(branches);
        }
    }
}
