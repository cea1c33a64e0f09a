package dev.plinth.data.sql;

import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes reads for the way in which a database gives out many rows at once. */
public final class BulkSql {
    private BulkSql() {}

    /** A query without parameters, and the types of its columns. */
    public record Whole(String select, List<ColumnType> columns) {
        public Whole {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A query of the same rows; empty where what {@link Bulk} writes of them is not known to be
     * what the answer is to say, and where a value would have to be bound.
     */
    public static Optional<Whole> select(Dialect dialect, Read read, ZoneId zone) {
        Bulk bulk = dialect.bulk().orElse(null);
        List<RowShape.Scalar> scalars = new ArrayList<>();
        if (bulk == null
                || !read.statement().binds().isEmpty()
                || !read.children().isEmpty()
                || !collect(read.shape(), scalars)
                // COPY writes the text \. otherwise when it is all of a line.
                || scalars.size() < 2) {
            return Optional.empty();
        }
        List<String> shown = new ArrayList<>();
        List<ColumnType> columns = new ArrayList<>();
        for (RowShape.Scalar scalar : scalars) {
            boolean isLocal =
                    scalar.type() instanceof ZonedTimestampType && !zone.equals(ZoneOffset.UTC);
            if (isLocal || !bulk.writes(scalar.type())) {
                return Optional.empty();
            }
            shown.add("d.c" + scalar.position());
            columns.add(scalar.type());
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < read.columns().size(); i++) {
            names.add("c" + i);
        }
        String select =
                "SELECT "
                        + String.join(", ", shown)
                        + " FROM ("
                        + read.statement().text()
                        + ") d ("
                        + String.join(", ", names)
                        + ")";
        return Optional.of(new Whole(select, columns));
    }

    private static boolean collect(RowShape shape, List<RowShape.Scalar> scalars) {
        for (RowShape.Member member : shape.members()) {
            boolean isPlain =
                    switch (member) {
                        case RowShape.Scalar scalar -> scalars.add(scalar);
                        case RowShape.SpreadOne spread -> collect(spread.shape(), scalars);
                        default -> false;
                    };
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }
}
