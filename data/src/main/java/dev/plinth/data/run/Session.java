package dev.plinth.data.run;

import dev.plinth.data.sql.Bind;
import dev.plinth.data.sql.BoundStatement;
import dev.plinth.data.sql.BulkSql;
import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.dialect.Snapshot;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.ColumnType;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A borrowed connection for one request. Closing it undoes what was not committed. */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Connections.Share NOTHING = () -> {};
    private final Connection connection;
    private final Connections.Share share;
    private final Dialect dialect;
    private final Cancellation cancellation;
    private final int timeoutSeconds;
    private final @Nullable Session outer;
    private boolean inTransaction;
    private boolean isDoomed;
    private boolean readsOnly;
    private boolean forgets = true;
    private @Nullable Snapshot snapshot;

    /** Whether nothing was asked since the snapshot began. */
    private boolean isUnused;

    private Session(
            Connection connection,
            Connections.Share share,
            Dialect dialect,
            Cancellation cancellation,
            int timeoutSeconds,
            @Nullable Session outer) {
        this.outer = outer;
        this.connection = connection;
        this.share = share;
        this.dialect = dialect;
        this.cancellation = cancellation;
        this.timeoutSeconds = timeoutSeconds;
    }

    /**
     * Borrows a connection.
     *
     * @param timeoutSeconds after which a statement is given up; 0 for never
     */
    public static Session open(
            Connections connections, Dialect dialect, Cancellation cancellation, int timeoutSeconds)
            throws SQLException {
        return open(connections, NOTHING, dialect, cancellation, timeoutSeconds);
    }

    /** As {@link #open}, for as long as its caller takes to send or read any number of rows. */
    public static Session openLong(
            Connections connections, Dialect dialect, Cancellation cancellation, int timeoutSeconds)
            throws SQLException {
        return open(connections, connections.share(), dialect, cancellation, timeoutSeconds);
    }

    private static Session open(
            Connections connections,
            Connections.Share share,
            Dialect dialect,
            Cancellation cancellation,
            int timeoutSeconds)
            throws SQLException {
        try {
            Connection connection = connections.borrow();
            int limit = connections.areLimited() ? 0 : timeoutSeconds;
            return new Session(connection, share, dialect, cancellation, limit, null);
        } catch (BusyException | RuntimeException e) {
            share.close();
            throw e;
        } catch (SQLException e) {
            share.close();
            throw new UnreachableException(e);
        }
    }

    /**
     * A part of the transaction of another session. It begins and commits nothing: it stands if the
     * whole does, and to undo it is to undo the whole.
     */
    public static Session within(Session outer) {
        return new Session(
                outer.connection,
                NOTHING,
                outer.dialect,
                outer.cancellation,
                outer.timeoutSeconds,
                outer);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** From here on all statements stand or fall together. */
    public void begin() throws SQLException {
        if (outer != null) {
            return;
        }
        connection.setAutoCommit(false);
        inTransaction = true;
    }

    /** As {@link #beginSnapshot}, and none of them may change anything. */
    public void beginReading() throws SQLException {
        if (outer != null) {
            return;
        }
        connection.setReadOnly(true);
        readsOnly = true;
        beginSnapshot();
    }

    /**
     * As {@link #begin}, for several queries whose answers are to agree, as far as the database can
     * see to that.
     */
    public void beginSnapshot() throws SQLException {
        if (outer != null) {
            return;
        }
        begin();
        snapshot = dialect.queries().snapshot().orElse(null);
        if (snapshot != null) {
            execute(snapshot.begin());
            isUnused = true;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Keeps what was written, unless a part of it was undone, which undoes all of it. */
    public void commit() throws SQLException {
        if (outer != null) {
            return;
        }
        if (isDoomed) {
            rollback();
            return;
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            throw dialect.errors().fault(e).kind() == Kind.UNREACHABLE
                    ? new UnknownOutcomeException(e)
                    : e;
        }
        try {
            end();
        } catch (SQLException e) {
            // What was written stays so; the pool does not take such a connection back.
            if (dialect.errors().fault(e).kind() != Kind.UNREACHABLE) {
                throw e;
            }
            LOG.debug("the connection broke after a commit", e);
        }
    }

    public void rollback() throws SQLException {
        if (outer != null) {
            outer.doom();
            return;
        }
        connection.rollback();
        end();
    }

    private void doom() {
        isDoomed = true;
        if (outer != null) {
            outer.doom();
        }
    }

    /** A point to come back to, if the database has such; null if it has not. */
    @Nullable Savepoint mark() throws SQLException {
        return connection.getMetaData().supportsSavepoints() ? connection.setSavepoint() : null;
    }

    /** Undoes what was done since. */
    void backTo(Savepoint mark) throws SQLException {
        connection.rollback(mark);
    }

    /** Forgets a point; some drivers do so by themselves only, and say that they cannot. */
    void forget(Savepoint mark) throws SQLException {
        if (forgets) {
            try {
                connection.releaseSavepoint(mark);
            } catch (SQLException e) {
                forgets = false;
                LOG.debug("a savepoint was not released", e);
            }
        }
    }

    private void end() throws SQLException {
        inTransaction = false;
        connection.setAutoCommit(true);
        if (snapshot != null) {
            String undo = isUnused ? snapshot.unused() : snapshot.end();
            snapshot = null;
            if (!undo.isEmpty()) {
                execute(undo);
            }
        }
        if (readsOnly) {
            readsOnly = false;
            connection.setReadOnly(false);
        }
    }

    /** A query that is open; its rows are read one after the other. */
    Cursor query(BoundStatement statement, int fetchSize) throws SQLException {
        PreparedStatement prepared = prepare(statement);
        try {
            prepared.setFetchSize(fetchSize);
            cancellation.starts(connection, prepared, statement.text());
            Cursor cursor = new Cursor(prepared, prepared.executeQuery());
            isUnused = false;
            return cursor;
        } catch (SQLException | RuntimeException e) {
            cancellation.ended();
            prepared.close();
            throw e;
        }
    }

    /** Runs a statement that gives back no rows, and says how many it touched. */
    public long update(BoundStatement statement) throws SQLException {
        try (PreparedStatement prepared = prepare(statement)) {
            cancellation.starts(connection, prepared, statement.text());
            return prepared.executeUpdate();
        } finally {
            cancellation.ended();
        }
    }

    /** Runs statements of one text, each with its own values, without waiting for each. */
    private void updateEach(List<BoundStatement> statements) throws SQLException {
        try (PreparedStatement prepared = prepare(statements.getFirst())) {
            for (int i = 0; i < statements.size(); i++) {
                if (i > 0) {
                    bind(prepared, statements.get(i).binds());
                }
                prepared.addBatch();
            }
            cancellation.starts(connection, prepared, statements.getFirst().text());
            prepared.executeBatch();
        } catch (BatchUpdateException e) {
            throw e.getNextException() != null
                    ? e.getNextException()
                    : e.getCause() instanceof SQLException cause ? cause : e;
        } finally {
            cancellation.ended();
        }
    }

    /** As {@link #updateEach}; statements of different texts are run one by one. */
    void updateAll(List<BoundStatement> statements) throws SQLException {
        String text = statements.getFirst().text();
        if (statements.stream().allMatch(s -> s.text().equals(text))) {
            updateEach(statements);
        } else {
            for (BoundStatement statement : statements) {
                update(statement);
            }
        }
    }

    /** The one number that a query gives. */
    public long number(BoundStatement statement) throws SQLException {
        try (Cursor cursor = query(statement, 0)) {
            return cursor.rows.next() ? cursor.rows.getLong(1) : 0;
        }
    }

    /**
     * Writes the rows of a query as {@link Bulk} does.
     *
     * @return how many there were
     */
    public long write(Bulk bulk, BulkSql.Whole whole, OutputStream out)
            throws SQLException, IOException {
        try {
            cancellation.starts(connection, null, whole.select());
            return bulk.write(connection, whole.select(), whole.columns(), out);
        } finally {
            cancellation.ended();
        }
    }

    /** Loads rows as {@link Bulk} does. */
    void load(Bulk bulk, String quotedTable, List<String> quotedColumns, int rows, Bulk.Texts texts)
            throws SQLException {
        bulk.load(connection, quotedTable, quotedColumns, rows, texts);
    }

    /** Runs a query for what it does. */
    void run(BoundStatement statement) throws SQLException {
        try (Cursor cursor = query(statement, 0)) {
            cursor.rows.next();
        }
    }

    /** The texts of the one row that a query gives. */
    List<@Nullable String> texts(BoundStatement statement) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        try (Cursor cursor = query(statement, 0)) {
            if (cursor.rows.next()) {
                for (int i = 1; i <= cursor.rows.getMetaData().getColumnCount(); i++) {
                    texts.add(cursor.rows.getString(i));
                }
            }
        }
        return texts;
    }

    /** All rows that a statement gives, their columns being of the types and never NULL. */
    List<List<Object>> rows(BoundStatement statement, List<ColumnType> columns)
            throws SQLException {
        List<List<Object>> all = new ArrayList<>();
        try (Cursor cursor = query(statement, 0)) {
            while (cursor.rows.next()) {
                List<Object> row = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    Object value = dialect.types().read(cursor.rows, i + 1, columns.get(i));
                    row.add(Objects.requireNonNull(value, "a key is never NULL"));
                }
                all.add(row);
            }
        }
        return all;
    }

    /** Takes the values of a row. */
    @FunctionalInterface
    interface ValuesTaker {
        void take(@Nullable Object[] values);
    }

    /** Gives on each row of a query. */
    void each(BoundStatement statement, List<ColumnType> columns, ValuesTaker taker)
            throws SQLException {
        try (Cursor cursor = query(statement, 500)) {
            while (cursor.rows.next()) {
                @Nullable Object[] values = new @Nullable Object[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = dialect.types().read(cursor.rows, i + 1, columns.get(i));
                }
                taker.take(values);
            }
        }
    }

    /** Runs an INSERT of one row, and gives back the number that the database gave to it. */
    Object insertNumbered(BoundStatement statement, String column, ColumnType type)
            throws SQLException {
        // By its name, since Oracle would give back the address of the row.
        String[] asked = {dialect.askedNumber(column)};
        try (PreparedStatement prepared = connection.prepareStatement(statement.text(), asked)) {
            bind(prepared, statement.binds());
            cancellation.starts(connection, prepared, statement.text());
            prepared.executeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
                keys.next();
                return type.parse(keys.getString(1));
            }
        } finally {
            cancellation.ended();
        }
    }

    private PreparedStatement prepare(BoundStatement statement) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement.text());
        try {
            if (timeoutSeconds > 0) {
                dialect.limit(prepared, timeoutSeconds);
            }
            bind(prepared, statement.binds());
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private void bind(PreparedStatement prepared, List<Bind> binds) throws SQLException {
        Types types = dialect.types();
        for (int i = 0; i < binds.size(); i++) {
            Bind bind = binds.get(i);
            types.bind(prepared, i + 1, bind.type(), bind.value());
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        if (outer != null) {
            return;
        }
        try (share;
                connection) {
            if (inTransaction) {
                rollback();
            }
        }
    }

    /** An open query. */
    final class Cursor implements AutoCloseable {
        private final PreparedStatement statement;
        final ResultSet rows;

        private Cursor(PreparedStatement statement, ResultSet rows) {
            this.statement = statement;
            this.rows = rows;
        }

        @Override
        public void close() throws SQLException {
            cancellation.ended();
            try (statement) {
                rows.close();
            }
        }
    }
}
