package dev.plinth.data.run;

import dev.plinth.data.run.Changes.Arrival;
import dev.plinth.schema.deploy.BookSql;
import dev.plinth.schema.deploy.Books;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Trigger.Event;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes of a database in the order in which they are told. What was committed gets the next
 * numbers, by one transaction after the other: a number never comes after a higher one, and none is
 * missing but those of the oldest changes, once they are purged.
 */
public final class ChangeFeed {
    private static final int AT_ONCE = 500;
    private static final long MOST_CHARACTERS = 2_000_000;
    private static final int TIMEOUT_SECONDS = 60;
    private final Dialect dialect;
    private final Connections connections;

    public ChangeFeed(Dialect dialect, Connections connections) {
        this.dialect = dialect;
        this.connections = connections;
    }

    /**
     * A place among the changes: after the one of this number.
     *
     * @param series tells databases apart, as their numbers look alike
     */
    public record Position(String series, long number) {
        /** Reads what {@link #toString} wrote; null if it is something else. */
        public static @Nullable Position parse(String text) {
            int dash = text.indexOf('-');
            try {
                return dash < 0
                        ? null
                        : new Position(
                                text.substring(0, dash),
                                Long.parseLong(text, dash + 1, text.length(), 10));
            } catch (NumberFormatException e) {
                return null;
            }
        }

        @Override
        public String toString() {
            return series + "-" + number;
        }
    }

    /** A change with its number. */
    record Change(long number, Arrival arrival) {}

    private record Arrived(String id, long made, Arrival arrival) {}

    /** Changes that follow each other, from one place to another. */
    public record Window(Position from, Position to, List<Change> changes) {
        public Window {
            changes = List.copyOf(changes);
        }

        /** Whether rows of a table, given by its id, were changed. */
        public boolean isOf(String table) {
            return changes.stream().anyMatch(c -> c.arrival().table().equals(table));
        }

        /** How a change of it is called in events. */
        public String id(long number) {
            return new Position(to.series(), number).toString();
        }
    }

    static @Nullable Position position(Dialect dialect, Connection connection) throws SQLException {
        String sql = BookSql.select(dialect, Changes.HEAD, "series", "number").all();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? new Position(rows.getString(1), rows.getLong(2)) : null;
        }
    }

    private static Position required(@Nullable Position position) {
        if (position == null) {
            throw new IllegalStateException("the tables of changes were not made");
        }
        return position;
    }

    /**
     * Gives numbers to what was committed.
     *
     * @return where the changes end now
     */
    public Position arrange() throws SQLException {
        while (isWaiting()) {
            new Retry(dialect.errors()).run(this::arrangeSome);
        }
        try (Connection connection = connections.borrow()) {
            return required(position(dialect, connection));
        }
    }

    private boolean isWaiting() throws SQLException {
        try (Connection connection = connections.borrow()) {
            return !arrivals(connection, 1).isEmpty();
        }
    }

    private void arrangeSome() throws SQLException {
        try (Session session =
                Session.open(connections, dialect, new Cancellation(), TIMEOUT_SECONDS)) {
            session.begin();
            Connection connection = session.connection();
            lock(connection);
            Position begin = required(position(dialect, connection));
            // Read only now: what another server numbered meanwhile is gone from here.
            List<Arrived> arrived = arrivals(connection, AT_ONCE);
            if (!arrived.isEmpty()) {
                number(connection, begin.number(), arrived);
                session.commit();
            }
        }
    }

    /** Whoever wrote the row last keeps all others waiting until the transaction ends. */
    private void lock(Connection connection) throws SQLException {
        Books.update(connection, BookSql.increment(dialect, Changes.HEAD, "turn"));
    }

    private List<Arrived> arrivals(Connection connection, int most) throws SQLException {
        String sql =
                BookSql.select(
                                dialect,
                                Changes.ARRIVALS,
                                "table_id",
                                "event",
                                "row_key",
                                "old_row",
                                "id",
                                "made")
                        .first(most, "made", "id");
        List<Arrived> arrived = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                arrived.add(new Arrived(rows.getString(5), rows.getLong(6), arrival(rows)));
            }
        }
        return arrived;
    }

    private static Arrival arrival(ResultSet rows) throws SQLException {
        return new Arrival(
                rows.getString(1),
                Event.valueOf(rows.getString(2)),
                rows.getString(3),
                rows.getString(4));
    }

    private void number(Connection connection, long begin, List<Arrived> arrived)
            throws SQLException {
        String ends = BookSql.update(dialect, Changes.HEAD, "number").all();
        String goes = BookSql.delete(dialect, Changes.ARRIVALS).where("id", "=").all();
        try (PreparedStatement insert =
                        connection.prepareStatement(new Books(dialect).insertion(Changes.CHANGES));
                PreparedStatement delete = connection.prepareStatement(goes);
                PreparedStatement head = connection.prepareStatement(ends)) {
            long number = begin;
            for (Arrived one : arrived) {
                insert.setLong(1, ++number);
                insert.setLong(2, one.made);
                Changes.bind(insert, one.arrival);
                insert.addBatch();
                delete.setString(1, one.id);
                delete.addBatch();
            }
            head.setLong(1, number);
            insert.executeBatch();
            delete.executeBatch();
            head.executeUpdate();
        }
    }

    /**
     * What follows a place.
     *
     * @return null if what followed it is not kept any more, or it is of another database
     */
    public @Nullable Window after(Position from) throws SQLException {
        String sql =
                BookSql.select(
                                dialect,
                                Changes.CHANGES,
                                "table_id",
                                "event",
                                "row_key",
                                "old_row",
                                "number")
                        .where("number", ">")
                        .first(AT_ONCE, "number");
        List<Change> changes = new ArrayList<>();
        Position end;
        try (Connection connection = connections.borrow()) {
            // Asked first: up to here all are there to be found, unless they were purged.
            end = required(position(dialect, connection));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, from.number());
                read(statement, changes);
            }
        }
        boolean follows =
                changes.isEmpty()
                        ? end.number() == from.number()
                        : changes.getFirst().number() == from.number() + 1;
        return follows && end.series().equals(from.series())
                ? new Window(
                        from, new Position(from.series(), from.number() + changes.size()), changes)
                : null;
    }

    private static void read(PreparedStatement statement, List<Change> changes)
            throws SQLException {
        long length = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (length < MOST_CHARACTERS && rows.next()) {
                Change change = new Change(rows.getLong(5), arrival(rows));
                changes.add(change);
                length += change.arrival().length();
            }
        }
    }

    /**
     * Forgets changes that were made before a moment, and all but the last ones.
     *
     * @param most how many are kept
     */
    public void purge(Instant before, long most) throws SQLException {
        long end = arrange().number();
        while (purgeSome(Changes.micros(before), end - most)) {
            // Each portion is a short transaction of its own.
            continue;
        }
    }

    private boolean purgeSome(long madeBefore, long upTo) throws SQLException {
        String oldest =
                BookSql.select(dialect, Changes.CHANGES, "number", "made").first(AT_ONCE, "number");
        try (Connection connection = connections.borrow()) {
            long last = 0;
            int count = 0;
            try (PreparedStatement statement = connection.prepareStatement(oldest);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next() && (rows.getLong(2) < madeBefore || rows.getLong(1) <= upTo)) {
                    last = rows.getLong(1);
                    count++;
                }
            }
            if (count > 0) {
                Books.update(
                        connection,
                        BookSql.delete(dialect, Changes.CHANGES).where("number", "<=").all(),
                        last);
            }
            return count == AT_ONCE;
        }
    }
}
