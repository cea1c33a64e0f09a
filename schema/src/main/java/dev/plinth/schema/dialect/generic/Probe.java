package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.standard.SqlStates;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a database what metadata does not tell, without touching anything: by queries of no table,
 * and by statements on a table that does not exist. A database that complains of the missing table
 * has understood the statement; one that complains of the same when nonsense follows looks for the
 * table first, and says nothing by that.
 */
final class Probe {
    private static final String NOWHERE = "plinth asks";
    private static final String NONSENSE = " frobnicate frobnicate";

    private final Connection connection;
    private final String quote;
    private final String source;
    private final Set<String> missing = new HashSet<>();
    private final Set<String> nonsense = new HashSet<>();

    /** Whether a database understands a statement. */
    enum Answer {
        YES,
        NO,
        UNDECIDED
    }

    Probe(Connection connection) throws SQLException {
        this.connection = connection;
        this.quote = connection.getMetaData().getIdentifierQuoteString().strip();
        for (String sql :
                List.of(
                        "SELEC 1",
                        "CREATE FROBNICATE",
                        "DROP TABLE " + table() + NONSENSE,
                        "ALTER TABLE FROBNICATE FROBNICATE FROBNICATE")) {
            nonsense.add(outcome(sql));
        }
        for (String sql :
                List.of(
                        "SELECT * FROM " + table(),
                        "DROP TABLE " + table(),
                        "DROP VIEW " + table(),
                        "DROP INDEX " + quoted("plinth index"),
                        "ALTER TABLE " + table() + " ADD COLUMN " + quoted("c") + " INTEGER",
                        "ALTER TABLE " + table() + " DROP COLUMN " + quoted("c"))) {
            missing.add(outcome(sql));
        }
        missing.removeAll(nonsense);
        this.source = found();
    }

    DatabaseMetaData metadata() throws SQLException {
        return connection.getMetaData();
    }

    Connection connection() {
        return connection;
    }

    /** What the database answers when something does not exist. */
    Set<String> missing() {
        return missing;
    }

    /** What it answers when it does not understand. */
    Set<String> nonsense() {
        return nonsense;
    }

    /** The quoted name of a table that does not exist. */
    String table() {
        return quoted(NOWHERE);
    }

    String quoted(String name) {
        return quote.isEmpty() ? name : quote + name + (quote.equals("[") ? "]" : quote);
    }

    /** What follows the expressions of a query of one row, where there is no table. */
    String source() {
        return source;
    }

    private String found() {
        return List.of(
                        "",
                        " FROM (VALUES (1)) AS v (x)",
                        " FROM DUAL",
                        " FROM SYSIBM.SYSDUMMY1",
                        " FROM RDB$DATABASE")
                .stream()
                .filter(from -> outcome("SELECT 1" + from).equals("ok"))
                .findFirst()
                .orElse("");
    }

    /** Whether the database understands a statement on {@link #table}. */
    Answer understands(String statement) {
        String answer = outcome(statement);
        if (answer.equals("ok")) {
            return Answer.YES;
        }
        if (!missing.contains(answer)) {
            return Answer.NO;
        }
        return missing.contains(outcome(statement + NONSENSE)) ? Answer.UNDECIDED : Answer.YES;
    }

    /** Reads the one row of a query. */
    @FunctionalInterface
    interface RowReader<T> {
        @Nullable T read(ResultSet row) throws SQLException;
    }

    /** What a query of expressions gives; empty if the database does not understand it. */
    <T> Optional<T> ask(String expressions, RowReader<T> reader) {
        return query("SELECT " + expressions + source, reader);
    }

    /** As {@link #ask}, with a value bound to the one placeholder. */
    <T> Optional<T> askWith(String expression, Object value, RowReader<T> reader) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + expression + source)) {
            statement.setObject(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(reader.read(rows)) : Optional.empty();
            }
        } catch (SQLException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What a query gives for its first row; empty if it has none or is not understood. */
    <T> Optional<T> query(String sql, RowReader<T> reader) {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return rows.next() ? Optional.ofNullable(reader.read(rows)) : Optional.empty();
            }
        } catch (SQLException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a statement that changes at most the session runs. */
    boolean runs(String statement) {
        return outcome(statement).equals("ok");
    }

    private String outcome(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "ok";
        } catch (SQLException e) {
            return fingerprint(e);
        }
    }

    /** The SQLSTATE, or how the sentence begins where a driver gives none. */
    static String fingerprint(SQLException exception) {
        SQLException first = SqlStates.first(exception);
        String state = SqlStates.state(first);
        return state.isEmpty() ? String.valueOf(first.getMessage()).split(":", 2)[0] : state;
    }
}
