package dev.plinth.schema.dialect.tidb;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.mysql.MySqlDialect;
import dev.plinth.schema.dialect.mysql.MySqlTypes;
import dev.plinth.schema.problem.PlinthException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;

/**
 * TiDB 8.5 or newer, the first with relations for general use and the collation that MySQL's tables
 * have. Read in docs.pingcap.com/tidb/v8.5: mysql-compatibility, generated-columns, constraints,
 * sql-statement-add-column, sql-statement-create-index, data-type-default-values.
 */
public final class TiDbDialect extends MySqlDialect {
    @Override
    public String name() {
        return "tidb";
    }

    @Override
    public String title() {
        return "TiDB";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mysql:") || jdbcUrl.startsWith("jdbc:mariadb:");
    }

    /** The version begins with that of a MySQL: {@code 8.0.11-TiDB-v8.5.0}. */
    @Override
    public boolean recognizes(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("TiDB");
    }

    /** Descending is not kept; an index of an expression takes only functions of a list. */
    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.copyOf(super.capabilities());
        capabilities.remove(Capability.DESCENDING_INDEX);
        capabilities.remove(Capability.EXPRESSION_INDEX);
        return capabilities;
    }

    @Override
    public Statements statements() {
        return new TiDbStatements(NAMES, (MySqlTypes) types());
    }

    /** Unless the cluster was told otherwise, checks are read and forgotten. */
    @Override
    public void beforeDeployment(Connection connection) throws SQLException {
        super.beforeDeployment(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION tidb_allow_remove_auto_inc = ON");
            try (ResultSet row =
                    statement.executeQuery("SELECT @@global.tidb_enable_check_constraint")) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw PlinthException.of(
                            "S005",
                            "",
                            "This TiDB does not keep checks.",
                            "SET GLOBAL tidb_enable_check_constraint = ON makes it do so.");
                }
            }
        }
    }
}
