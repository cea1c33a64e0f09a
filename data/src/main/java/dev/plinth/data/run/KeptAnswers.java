package dev.plinth.data.run;

import dev.plinth.schema.deploy.BookSql;
import dev.plinth.schema.deploy.Books;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.model.Index;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers to writes that may be sent again, kept in the database they write to: in the transaction
 * of the write, so that neither is there without the other.
 */
public final class KeptAnswers {
    /** So long one waits for the first of two that are the same. */
    private static final int PATIENCE_SECONDS = 10;

    /** Sums in place of what they are of: collations that overlook case cannot mix them up. */
    private static final ColumnType SUM = new TextType(64);

    private static final Table TABLE =
            Books.table(
                            "plinth_answers",
                            1,
                            Books.column("id", SUM, true),
                            Books.column("sent_at", new TextType(40), true),
                            Books.column("request", SUM, true),
                            Books.column("answer", new LongTextType(), false))
                    .withIndexes(
                            List.of(
                                    new Index(
                                            "plinth_answers_age",
                                            "plinth_answers_age",
                                            List.of(Index.Part.column("sent_at")),
                                            false,
                                            null,
                                            "")));

    private final Dialect dialect;

    public KeptAnswers(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * What is kept of a request.
     *
     * @param at when it was first sent, in a form that sorts
     * @param request what it asked for
     * @param answer null if it has none
     */
    public record Kept(String at, String request, @Nullable String answer) {
        /** Whether it was sent before a moment. */
        public boolean isBefore(Instant moment) {
            return at.compareTo(Outbox.text(moment)) < 0;
        }
    }

    /** Makes the table if it is missing. Where DDL commits, this commits. */
    public void ensure(Session session) throws SQLException {
        ensure(session.connection());
    }

    /** As {@link #ensure(Session)}. */
    public void ensure(Connection connection) throws SQLException {
        new Books(dialect).ensure(connection, TABLE);
    }

    /**
     * Takes an id, within a transaction; waits for somebody who is about to take it.
     *
     * @return whether it was free; if not, the transaction is of no more use
     */
    public boolean take(Session session, String id, String request) throws SQLException {
        try {
            insert(
                    session.connection(),
                    new Books(dialect).insertion(TABLE, List.of("id", "sent_at", "request")),
                    id,
                    Outbox.text(Instant.now()),
                    request);
            return true;
        } catch (SQLException e) {
            if (dialect.errors().fault(e).kind() == Kind.UNIQUE) {
                return false;
            }
            throw e;
        }
    }

    /** What is kept under an id; null if nothing is. */
    public @Nullable Kept find(Session session, String id) throws SQLException {
        String sql =
                BookSql.select(dialect, TABLE, "sent_at", "request", "answer")
                        .where("id", "=")
                        .all();
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? new Kept(rows.getString(1), rows.getString(2), rows.getString(3))
                        : null;
            }
        }
    }

    /** Keeps the answer under an id that was taken in this transaction. */
    public void keep(Session session, String id, String answer) throws SQLException {
        Books.update(
                session.connection(),
                BookSql.update(dialect, TABLE, "answer").where("id", "=").all(),
                answer,
                id);
    }

    /** Forgets what is kept under an id, unless it is something else by now. */
    public void forget(Session session, String id, Kept kept) throws SQLException {
        Books.update(
                session.connection(),
                BookSql.delete(dialect, TABLE).where("id", "=").where("sent_at", "=").all(),
                id,
                kept.at());
    }

    /**
     * Forgets the oldest of what was sent before a moment.
     *
     * @return how many there were, at most {@code most}
     */
    public int forget(Connection connection, Instant before, int most) throws SQLException {
        String sql =
                BookSql.select(dialect, TABLE, "id").where("sent_at", "<").first(most, "sent_at");
        List<String> old = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, Outbox.text(before));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    old.add(rows.getString(1));
                }
            }
        }
        if (!old.isEmpty()) {
            Books.update(
                    connection,
                    BookSql.delete(dialect, TABLE).whereIn("id", old.size()).all(),
                    old.toArray());
        }
        return old.size();
    }

    private static void insert(Connection connection, String sql, String... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
