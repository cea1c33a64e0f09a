package dev.plinth.data.run;

import dev.plinth.data.sql.RowShape;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A row that was read, with the related rows that were read apart.
 *
 * @param values by the positions that the shape names
 * @param children by the number of their statement
 */
public record Row(@Nullable Object[] values, List<Related> children) {
    /** Related rows, and where their members are found. */
    public record Related(RowShape shape, List<Row> rows) {}
}
