package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.sql.Read;
import dev.plinth.data.sql.SelectSql;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads rows and gives them on one by one. Related rows that need statements of their own are read
 * for many rows at once, never for each.
 */
public final class ReadRun {
    private static final int CHUNK = 500;
    private final Session session;
    private final Caller caller;
    private final SelectSql.Options options;

    public ReadRun(Session session, Caller caller, SelectSql.Options options) {
        this.session = session;
        this.caller = caller;
        this.options = options;
    }

    /** Takes rows as they come. */
    @FunctionalInterface
    public interface RowTaker {
        void take(Row row) throws IOException;
    }

    /**
     * Runs a read.
     *
     * @return how many rows there were
     */
    public long run(Read read, RowTaker taker) throws SQLException, IOException {
        return run(read, taker, () -> false);
    }

    /**
     * Runs a read until there are no more rows or enough of them.
     *
     * @return how many rows there were
     */
    public long run(Read read, RowTaker taker, BooleanSupplier enough)
            throws SQLException, IOException {
        long count = 0;
        try (Session.Cursor cursor = session.query(read.statement(), CHUNK)) {
            if (read.children().isEmpty()) {
                while (!enough.getAsBoolean() && cursor.rows.next()) {
                    taker.take(new Row(values(cursor.rows, read), List.of()));
                    count++;
                }
                return count;
            }
            List<@Nullable Object[]> chunk = new ArrayList<>();
            while (!enough.getAsBoolean() && cursor.rows.next()) {
                chunk.add(values(cursor.rows, read));
                count++;
                if (chunk.size() == CHUNK) {
                    giveOn(read, chunk, taker);
                    chunk.clear();
                }
            }
            giveOn(read, chunk, taker);
        }
        return count;
    }

    private @Nullable Object[] values(ResultSet rows, Read read) throws SQLException {
        Types types = session.dialect().types();
        List<ColumnType> columns = read.columns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = types.read(rows, i + 1, columns.get(i));
        }
        return values;
    }

    private void giveOn(Read read, List<@Nullable Object[]> chunk, RowTaker taker)
            throws SQLException, IOException {
        List<RelatedRows> children = new ArrayList<>();
        for (Read.Child child : read.children()) {
            children.add(related(child, chunk));
        }
        for (@Nullable Object[] values : chunk) {
            List<Row.Related> related = new ArrayList<>(children.size());
            for (RelatedRows child : children) {
                related.add(child.of(values));
            }
            taker.take(new Row(values, related));
        }
    }

    private RelatedRows related(Read.Child child, List<@Nullable Object[]> parents)
            throws SQLException, IOException {
        List<List<Object>> keys = Keys.distinct(parents, child.keys());
        Read read = SelectSql.related(session.dialect(), caller, child.embed(), keys, options);
        ReadNode node = child.embed().node();
        boolean cuts = !session.dialect().can(Capability.NUMBERED_GROUPS) && !node.isGrouped();
        RelatedRows rows = new RelatedRows(read, child.keys(), cuts ? node : null);
        if (!keys.isEmpty()) {
            run(read, rows::add);
        }
        return rows;
    }
}
