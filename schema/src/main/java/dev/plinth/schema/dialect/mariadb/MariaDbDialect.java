package dev.plinth.schema.dialect.mariadb;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Costs;
import dev.plinth.schema.dialect.DiffRules;
import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.mysql.MySqlDialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** MariaDB 10.11 or newer. */
public final class MariaDbDialect extends MySqlDialect {
    static final String COLLATION = "utf8mb4_nopad_bin";

    private final MariaDbTypes types = new MariaDbTypes();

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public String title() {
        return "MariaDB";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mariadb:") || jdbcUrl.startsWith("jdbc:mysql:");
    }

    /** MySQL's driver shows a version such as {@code 11.4.5-MariaDB}. */
    @Override
    public boolean recognizes(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.copyOf(super.capabilities());
        capabilities.remove(Capability.EXPRESSION_INDEX);
        return capabilities;
    }

    @Override
    public Limits limits() {
        return new InnoDbLimits() {
            @Override
            public int indexParts() {
                return 32;
            }

            @Override
            public int decimalScale() {
                return 38;
            }
        };
    }

    @Override
    public String driverAdvice() {
        return "Put the jar of its JDBC driver into the folder \"drivers\".";
    }

    @Override
    public Types types() {
        return types;
    }

    @Override
    public Statements statements() {
        return new MariaDbStatements(NAMES, types);
    }

    @Override
    public Optional<Statements> onlineStatements() {
        return Optional.of(new MariaDbOnlineStatements(NAMES, types));
    }

    @Override
    public DiffRules diffRules() {
        return new MariaDbDiffRules();
    }

    @Override
    public Inspector inspector() {
        return new MariaDbInspector();
    }

    @Override
    public Errors errors() {
        return new MariaDbErrors();
    }

    @Override
    public Queries queries() {
        return new MariaDbQueries(types);
    }

    @Override
    public Costs costs() {
        return new MariaDbCosts();
    }
}
