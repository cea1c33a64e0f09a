package dev.plinth.schema.dialect;

import dev.plinth.schema.dialect.standard.StandardCosts;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Origin;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One database product. Each lives in a folder of its own under this package, with the same files
 * in each: types, statements, diff rules, inspector, errors, queries.
 */
public interface Dialect {
    /** The word for it on the command line: {@code postgres}, {@code sqlserver} … */
    String name();

    /** Its proper name. */
    String title();

    /**
     * Whether a JDBC URL leads to this product, or may, if it is a relative of the one it is of.
     */
    boolean accepts(String jdbcUrl);

    /**
     * Whether the database is this product. Asked of relatives, which are reached by the URL of
     * another product.
     */
    default boolean recognizes(Connection connection) throws SQLException {
        return false;
    }

    /** What to do when there is no JDBC driver for it. */
    default String driverAdvice() {
        return "Put the jar of its JDBC driver into the folder \"drivers\".";
    }

    Set<Capability> capabilities();

    Names names();

    /**
     * Whether a name without quotes is understood in capital or in small letters, however it is
     * written.
     */
    default boolean foldsNames() {
        return names().open() == '"';
    }

    Types types();

    Statements statements();

    /**
     * The same, so that those who work with a table that exists wait as little as the database
     * allows; each statement commits by itself. Empty where nothing gentler is known.
     */
    default Optional<Statements> onlineStatements() {
        return Optional.empty();
    }

    DiffRules diffRules();

    Inspector inspector();

    /** Whether SQL and native types of the database of that name mean the same here. */
    default boolean speaks(String dialect) {
        return name().equals(dialect);
    }

    /** A model whose SQL and native types, if it has any, are of this database. */
    default Model owning(Model model) {
        return OwnSql.isIn(model)
                ? model.withOrigin(new Origin(name(), model.origin().needs()))
                : model;
    }

    Errors errors();

    Queries queries();

    /** Ways for many rows at once; empty where statements are all there is. */
    default Optional<Bulk> bulk() {
        return Optional.empty();
    }

    /**
     * Settings a session needs so that nothing is truncated, rounded or left unchecked in silence.
     * Called once for each connection, whether it deploys or serves data.
     */
    default void prepare(Connection connection) throws SQLException {}

    /** Sets how long a statement may run, where the driver can see to that. */
    default void limit(Statement statement, int seconds) throws SQLException {
        statement.setQueryTimeout(seconds);
    }

    /**
     * Whether the driver sends a batch of statements without waiting for the answer to each, within
     * a transaction that can go back to a savepoint.
     */
    default boolean sendsAtOnce() {
        return false;
    }

    /** What a session needs before a deployment and cannot be set inside its transaction. */
    default void beforeDeployment(Connection connection) throws SQLException {}

    /**
     * Brings tables into use again that a deployment left out of use when it broke off; before the
     * next one is planned, since that asks their rows.
     */
    default void afterInterruption(Connection connection) throws SQLException {}

    /**
     * What a session needs that writes the journal of a deployment beside the one that runs it:
     * what it wrote must be on disk no later than what that one does next.
     */
    default void prepareJournal(Connection connection) throws SQLException {}

    /** Checks what a transactional deployment must not leave behind; throws to roll it back. */
    default void beforeCommit(Connection connection) throws SQLException {}

    /**
     * A query with one text that tells the rows of a table from any others, where the database lets
     * people write to a table that a transaction is about to replace.
     */
    default Optional<String> contents(String quotedTable) {
        return Optional.empty();
    }

    /**
     * Statements that let the database give up whatever takes a session longer than so long; empty
     * where only each statement can be limited, see {@link #limit}, which costs a timer for each.
     */
    default List<String> statementTimeout(Duration longest) {
        return List.of();
    }

    /** Statements that let a session wait so long, and no longer, for what another one holds. */
    default List<String> lockTimeout(Duration patience) {
        return List.of();
    }

    /**
     * A statement as it is run: where a database takes nothing but a value, the query for it is
     * answered first.
     */
    default String filled(Connection connection, String sql) throws SQLException {
        return sql;
    }

    /**
     * Called before each statement of a deployment: waits so long for what other sessions hold,
     * where {@link #lockTimeout} cannot say it.
     *
     * @throws SQLException when it took too long
     */
    default void awaitOthers(Connection connection, Duration patience) throws SQLException {}

    /**
     * Locks the one row of a table until the transaction ends, or fails at once if it is locked.
     */
    default String lockStatement(String quotedTable) {
        return "SELECT * FROM " + quotedTable + " FOR UPDATE NOWAIT";
    }

    /**
     * Takes the lock of deployments, which is the one row of a table, or fails at once if another
     * session has it. It lasts until {@link #unlock} or the end of the connection, or else until
     * that of the transaction.
     */
    default void lock(Connection connection, String quotedTable) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(lockStatement(quotedTable));
        }
    }

    /** Gives back what {@link #lock} took, and whatever else is not committed. */
    default void unlock(Connection connection, String quotedTable) throws SQLException {
        connection.rollback();
    }

    /** How its driver is asked for the number that a row was given, by the name of the column. */
    default String askedNumber(String column) {
        return names().quote(column);
    }

    /**
     * How many steps of a plan one transaction can hold, where structure is transactional; a longer
     * plan commits each of its statements.
     */
    default int mostStepsInTransaction() {
        return Integer.MAX_VALUE;
    }

    /** What changes cost those who work with the database meanwhile. */
    default Costs costs() {
        return new StandardCosts();
    }

    /** Where a plan can be tried on empty tables; empty where there is no such place. */
    default Optional<Scratch> scratch() {
        return Optional.empty();
    }

    /** Numbers beyond which the database refuses. */
    default Limits limits() {
        return Limits.NONE;
    }

    default boolean can(Capability capability) {
        return capabilities().contains(capability);
    }
}
