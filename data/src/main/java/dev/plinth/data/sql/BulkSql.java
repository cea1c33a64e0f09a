package dev.plinth.data.sql;

import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.type.ZonedTimestampType;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes reads for the way in which a database gives out many rows at once. */
public final class BulkSql {
    private BulkSql() {}

    /**
     * A query of the same rows, each of its columns as {@link Bulk} shows it; empty where that is
     * not known to be what the answer is to say, and where a value would have to be bound.
     */
    public static Optional<String> select(Dialect dialect, Read read, ZoneId zone) {
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
        for (RowShape.Scalar scalar : scalars) {
            boolean isLocal = !zone.equals(ZoneOffset.UTC);
            Optional<String> text =
                    scalar.type() instanceof ZonedTimestampType && isLocal
                            ? Optional.empty()
                            : bulk.shown(scalar.type(), "d.c" + scalar.position());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            shown.add(text.get());
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < read.columns().size(); i++) {
            names.add("c" + i);
        }
        return Optional.of(
                "SELECT "
                        + String.join(", ", shown)
                        + " FROM ("
                        + read.statement().text()
                        + ") d ("
                        + String.join(", ", names)
                        + ")");
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
