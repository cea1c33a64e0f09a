package dev.plinth.schema.dialect.db2;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Costs;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.DiffRules;
import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.model.TableName;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * IBM Db2 for Linux, UNIX and Windows, 11.5 or newer, with a database in Unicode. Those for z/OS
 * and for i have other catalogs.
 */
public final class Db2Dialect implements Dialect {
    /** Constraints differ within their table, but the index of a key may bear its name. */
    static final Names NAMES =
            new Names('"', '"', 128, Names.Unit.BYTES, Names.Scope.SCHEMA, Names.Scope.TABLE);

    private final Db2Types types = new Db2Types();

    @Override
    public String name() {
        return "db2";
    }

    @Override
    public String title() {
        return "IBM Db2";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:db2:");
    }

    @Override
    public String driverAdvice() {
        return "Its driver has a licence of its own and so is no part of Plinth: put the jar of"
                + " com.ibm.db2:jcc (on Maven Central) into the folder \"drivers\".";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.TRANSACTIONAL_DDL,
                Capability.ALTER_TABLE,
                Capability.ADD_FOREIGN_KEY,
                Capability.COMMENTS,
                Capability.EXPRESSION_INDEX,
                Capability.DESCENDING_INDEX,
                Capability.NULLS_NOT_DISTINCT,
                Capability.GENERATED_STORED,
                Capability.IDENTITY_ALWAYS,
                Capability.RETURNING,
                Capability.NUMBERED_GROUPS,
                Capability.REGULAR_EXPRESSIONS);
    }

    @Override
    public Names names() {
        return NAMES;
    }

    @Override
    public Types types() {
        return types;
    }

    @Override
    public Statements statements() {
        return new Db2Statements(NAMES, types);
    }

    @Override
    public DiffRules diffRules() {
        return new Db2DiffRules();
    }

    @Override
    public Inspector inspector() {
        return new Db2Inspector();
    }

    @Override
    public Errors errors() {
        return new Db2Errors();
    }

    @Override
    public Queries queries() {
        return new Db2Queries(types);
    }

    @Override
    public Limits limits() {
        return new Db2Limits();
    }

    @Override
    public Costs costs() {
        return new Db2Costs();
    }

    /** A table may not have been reorganized yet. */
    @Override
    public void afterInterruption(Connection connection) throws SQLException {
        List<String> pending = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT tabname FROM TABLE(SYSPROC.ADMIN_GET_TAB_INFO(CURRENT"
                                        + " SCHEMA, NULL)) WHERE reorg_pending = 'Y' OR"
                                        + " num_reorg_rec_alters > 0")) {
            while (rows.next()) {
                pending.add(Db2Blocks.reorg(TableName.of(rows.getString(1))));
            }
        }
        for (String reorg : pending) {
            execute(connection, reorg);
        }
    }

    @Override
    public List<String> lockTimeout(Duration patience) {
        return List.of(
                "SET CURRENT LOCK TIMEOUT = WAIT "
                        + Math.clamp(patience.toSeconds(), 1, Short.MAX_VALUE));
    }

    @Override
    public String lockStatement(String quotedTable) {
        return "SELECT * FROM "
                + quotedTable
                + " FOR READ ONLY WITH RS USE AND KEEP EXCLUSIVE LOCKS";
    }

    /** How long to wait is a matter of the session, whether a transaction ends or not. */
    @Override
    public void lock(Connection connection, String quotedTable) throws SQLException {
        String before = timeout(connection);
        execute(connection, "SET CURRENT LOCK TIMEOUT = NOT WAIT");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(lockStatement(quotedTable))) {
            rows.next();
        } finally {
            execute(connection, "SET CURRENT LOCK TIMEOUT = " + before);
        }
    }

    private static String timeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("VALUES CURRENT LOCK TIMEOUT")) {
            rows.next();
            int seconds = rows.getInt(1);
            return rows.wasNull() ? "NULL" : "WAIT " + seconds;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
