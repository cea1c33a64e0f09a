package dev.plinth.schema.dialect.hsqldb;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.DiffRules;
import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** HSQLDB 2.7; what is said of it here was tried on 2.7.4. */
public final class HsqldbDialect implements Dialect {
    static final Names NAMES =
            new Names('"', '"', 128, Names.Unit.CHARACTERS, Names.Scope.SCHEMA, Names.Scope.SCHEMA);
    private static final Types TYPES = new HsqldbTypes();

    private static final Limits LIMITS =
            new Limits() {
                /** "SET NULL requires nullable column" (2.7.4). */
                @Override
                public boolean emptiesRequired() {
                    return false;
                }

                /** "Column of LOB or ARRAY type cannot be used in operation" (tried with 2.7.4). */
                @Override
                public boolean defaults(ColumnType type) {
                    return !(type instanceof BinaryType binary && binary.length() == 0);
                }

                @Override
                public int textLength() {
                    return HsqldbTypes.LONG_TEXT - 1;
                }

                /** They are LOBs, unlike texts. */
                @Override
                public boolean unlimitedBinaryKeys() {
                    return false;
                }

                @Override
                public boolean keysOfSameColumns() {
                    return false;
                }

                /** Tried with 2.7.4. */
                @Override
                public boolean relationsOfSameColumns() {
                    return false;
                }

                @Override
                public boolean everyDay() {
                    return false;
                }

                /** It writes a view anew from its parts, and quotes are lost then. */
                @Override
                public boolean quotesInViews() {
                    return false;
                }
            };

    private final Statements statements = new HsqldbStatements(NAMES, TYPES);
    private final DiffRules diffRules = new HsqldbDiffRules();
    private final Inspector inspector = new HsqldbInspector();
    private final Errors errors = new HsqldbErrors();
    private final Queries queries = new HsqldbQueries(TYPES);

    @Override
    public String name() {
        return "hsqldb";
    }

    @Override
    public String title() {
        return "HSQLDB";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:hsqldb:");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.ALTER_TABLE,
                Capability.ADD_FOREIGN_KEY,
                Capability.COMMENTS,
                Capability.VIEW_COMMENTS,
                Capability.VIEW_BELONGINGS,
                Capability.GENERATED_STORED,
                Capability.IDENTITY_ALWAYS,
                Capability.ON_UPDATE_CASCADE,
                Capability.ROW_COMPARISON,
                Capability.REGULAR_EXPRESSIONS);
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Names names() {
        return NAMES;
    }

    @Override
    public Types types() {
        return TYPES;
    }

    @Override
    public Statements statements() {
        return statements;
    }

    @Override
    public DiffRules diffRules() {
        return diffRules;
    }

    @Override
    public Inspector inspector() {
        return inspector;
    }

    @Override
    public Errors errors() {
        return errors;
    }

    @Override
    public Queries queries() {
        return queries;
    }

    @Override
    public String askedNumber(String column) {
        return column;
    }

    /**
     * In UTC, so that the same moment is kept wherever the server runs. A database that keeps
     * versions of rows ({@code hsqldb.tx=mvcc}) ignores FOR UPDATE; at this level, whoever would
     * change what has changed meanwhile is refused, and tries again.
     */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SET TIME ZONE INTERVAL '0:00' HOUR TO MINUTE");
        }
    }

    /**
     * A change of structure waits, without limit, for the transactions of all other sessions to
     * end: that of a session which held a lock of rows, too. So the row tells which session has it,
     * and belongs to nobody once that session is gone. Only an administrator sees other sessions.
     */
    @Override
    public void lock(Connection connection, String quotedTable) throws SQLException {
        String take =
                "UPDATE "
                        + quotedTable
                        + " SET id = (SELECT "
                        + HOLDER
                        + " FROM information_schema.system_sessions WHERE session_id ="
                        + " SESSION_ID()) WHERE id NOT IN (SELECT "
                        + HOLDER
                        + " FROM information_schema.system_sessions WHERE session_id <>"
                        + " SESSION_ID())";
        if (update(connection, take.replace(" id ", " \"id\" ")) == 0) {
            throw new SQLException("another session has the lock", "40001");
        }
    }

    /**
     * Nothing ends the wait of a statement but the end of the transactions it waits for: no
     * timeout, no cancelling, no interrupt.
     */
    @Override
    public void awaitOthers(Connection connection, Duration patience) throws SQLException {
        long start = System.nanoTime();
        while (hasOthers(connection)) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new SQLException("the transaction of another session does not end", "HYT00");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean hasOthers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT 1 FROM information_schema.system_sessions"
                                        + " WHERE transaction AND session_id <> SESSION_ID()")) {
            return rows.next();
        }
    }

    /** By the time it began as well, as numbers of sessions begin anew with the server. */
    private static final String HOLDER =
            "CAST(-1 - MOD(UNIX_MILLIS(connected) * 1000 + session_id, 2147483647) AS INTEGER)";

    @Override
    public void unlock(Connection connection, String quotedTable) throws SQLException {
        update(connection, "UPDATE " + quotedTable + " SET \"id\" = 1");
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int rows = statement.executeUpdate(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return rows;
        }
    }
}
