package dev.plinth.data.run;

import dev.plinth.schema.deploy.Books;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.Trigger.Event;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The tables in which a database keeps what is told to subscribers. A write leaves arrivals there,
 * in its own transaction; {@link ChangeFeed} turns what was committed into numbered changes.
 */
public final class Changes {
    static final Table ARRIVALS =
            Books.table(
                    "plinth_change_arrivals",
                    1,
                    Books.column("id", new TextType(20), true),
                    Books.column("made", IntegerType.BIG, true),
                    Books.column("table_id", new TextType(60), true),
                    Books.column("event", new TextType(10), true),
                    Books.column("row_key", new LongTextType(), true),
                    Books.column("old_row", new LongTextType(), false));

    static final Table CHANGES =
            Books.table(
                    "plinth_changes",
                    1,
                    Books.column("number", IntegerType.BIG, true),
                    Books.column("made", IntegerType.BIG, true),
                    Books.column("table_id", new TextType(60), true),
                    Books.column("event", new TextType(10), true),
                    Books.column("row_key", new LongTextType(), true),
                    Books.column("old_row", new LongTextType(), false));

    /** One row: the last number; and what whoever gives numbers writes first, to be alone. */
    static final Table HEAD =
            Books.table(
                    "plinth_change_head",
                    1,
                    Books.column("id", IntegerType.NORMAL, true),
                    Books.column("series", new TextType(20), true),
                    Books.column("number", IntegerType.BIG, true),
                    Books.column("turn", IntegerType.BIG, true));

    private static final AtomicLong LAST_MADE = new AtomicLong();
    private final Dialect dialect;
    private final Books books;

    public Changes(Dialect dialect) {
        this.dialect = dialect;
        this.books = new Books(dialect);
    }

    /**
     * A row that was written.
     *
     * @param key as {@link StoredRow} writes it
     * @param old the row before, likewise; null for a new one
     */
    record Arrival(String table, Event event, String key, @Nullable String old) {
        int length() {
            return key.length() + (old == null ? 0 : old.length());
        }
    }

    /** Makes the tables if they are missing. Where DDL commits, this commits. */
    public void ensure(Connection connection) throws SQLException {
        for (Table table : List.of(HEAD, CHANGES, ARRIVALS)) {
            books.ensure(connection, table);
        }
        if (ChangeFeed.position(dialect, connection) == null) {
            books.insert(
                    connection,
                    HEAD,
                    List.of("id", "series", "number", "turn"),
                    1,
                    Ids.fresh(),
                    0L,
                    0L);
        }
    }

    /** Leaves changes, to be told once they are committed. */
    void add(Connection connection, List<Arrival> arrivals) throws SQLException {
        String sql = books.insertion(ARRIVALS);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Arrival arrival : arrivals) {
                statement.setString(1, Ids.fresh());
                statement.setLong(2, LAST_MADE.accumulateAndGet(now(), Changes::later));
                bind(statement, arrival);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** After an id or number, and the moment. */
    static void bind(PreparedStatement statement, Arrival arrival) throws SQLException {
        statement.setString(3, arrival.table());
        statement.setString(4, arrival.event().name());
        statement.setString(5, arrival.key());
        statement.setString(6, arrival.old());
    }

    /** What one server writes is in the order in which it was written. */
    private static long later(long last, long now) {
        return Math.max(last + 1, now);
    }

    private static long now() {
        return micros(Instant.now());
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
