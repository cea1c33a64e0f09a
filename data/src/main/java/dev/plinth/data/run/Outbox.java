package dev.plinth.data.run;

import dev.plinth.schema.deploy.BookSql;
import dev.plinth.schema.deploy.Books;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Ids;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls that are still to be made, kept in the database they come from: written in the transaction
 * of the row, so that neither is there without the other.
 */
public final class Outbox {
    private static final ColumnType ID = new TextType(20);
    private static final ColumnType MOMENT = new TextType(40);
    private static final Table TABLE =
            Books.table(
                    "plinth_outbox",
                    1,
                    Books.column("id", ID, true),
                    Books.column("due_at", MOMENT, true),
                    Books.column("url", new LongTextType(), true),
                    Books.column("body", new LongTextType(), true),
                    Books.column("attempts", IntegerType.NORMAL, true),
                    Books.column("made_at", MOMENT, false));
    private final Dialect dialect;

    public Outbox(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * One call.
     *
     * @param body JSON
     * @param attempts how often it was tried in vain
     */
    public record Call(String id, String url, String body, long attempts) {}

    /** Makes the table if it is missing. Where DDL commits, this commits. */
    public void ensure(Connection connection) throws SQLException {
        new Books(dialect).ensure(connection, TABLE);
    }

    /** Adds a call, due at once. */
    void add(Connection connection, String url, String body) throws SQLException {
        String sql = new Books(dialect).insertion(TABLE);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            String now = text(Instant.now());
            statement.setString(1, Ids.fresh());
            statement.setString(2, now);
            statement.setString(3, url);
            statement.setString(4, body);
            statement.setInt(5, 0);
            statement.setString(6, now);
            statement.executeUpdate();
        }
    }

    /** The calls that are due, the longest due first. */
    public List<Call> due(Connection connection, Instant now, int most) throws SQLException {
        String sql =
                BookSql.select(dialect, TABLE, "id", "url", "body", "attempts")
                        .where("due_at", "<=")
                        .first(most, "due_at");
        List<Call> calls = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text(now));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    calls.add(
                            new Call(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getLong(4)));
                }
            }
        }
        return calls;
    }

    /** Forgets a call that was made, or that is given up. */
    public void done(Connection connection, Call call) throws SQLException {
        Books.update(connection, BookSql.delete(dialect, TABLE).where("id", "=").all(), call.id());
    }

    /**
     * Puts off a call.
     *
     * @return whether this caller did it: of several that try at once, one does
     */
    public boolean postpone(Connection connection, Call call, Instant until) throws SQLException {
        String sql =
                BookSql.update(dialect, TABLE, "attempts", "due_at")
                        .where("id", "=")
                        .where("attempts", "=")
                        .all();
        return Books.update(
                        connection,
                        sql,
                        call.attempts() + 1,
                        text(until),
                        call.id(),
                        call.attempts())
                == 1;
    }

    /**
     * What waits.
     *
     * @param length how many calls
     * @param oldest when the oldest of them was left; null if none waits
     */
    public record Waiting(long length, @Nullable Instant oldest) {}

    /** Tells what waits, due or not. */
    public Waiting waiting(Connection connection) throws SQLException {
        String sql = BookSql.countAndLeast(dialect, TABLE, "made_at");
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            String oldest = rows.getString(2);
            return new Waiting(rows.getLong(1), oldest == null ? null : Instant.parse(oldest));
        }
    }

    /** Of equal length, so that texts sort as moments do. */
    static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).plusNanos(1_000).toString();
    }
}
