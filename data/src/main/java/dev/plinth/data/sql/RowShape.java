package dev.plinth.data.sql;

import dev.plinth.schema.type.ColumnType;

import java.util.List;

/** Where the members of an answer's row are found in the columns of a result. */
public record RowShape(List<Member> members) {
    public RowShape {
        members = List.copyOf(members);
    }

    /** One member of a row. */
    public sealed interface Member {}

    /**
     * A value.
     *
     * @param isJson whether it was read as JSON text
     */
    public record Scalar(String name, int position, ColumnType type, boolean isJson)
            implements Member {}

    /**
     * A related row that was joined.
     *
     * @param presence the column that is NULL when there is none
     */
    public record One(String name, int presence, RowShape shape) implements Member {}

    /** The members of a related row that was joined, beside those of the row. */
    public record SpreadOne(RowShape shape) implements Member {}

    /**
     * Related rows, read by a statement of their own.
     *
     * @param child the number of the statement
     */
    public record Many(String name, int child) implements Member {}

    /** One related row, read by a statement of its own. */
    public record Single(String name, int child) implements Member {}

    /**
     * For each member of the related rows a list of its values, beside the members of the row.
     *
     * @param names of the members, known even when there are no rows
     */
    public record SpreadMany(int child, List<String> names) implements Member {
        public SpreadMany {
            names = List.copyOf(names);
        }
    }
}
