package dev.plinth.schema.dialect.yugabyte;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.postgres.PostgresDialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/**
 * YugabyteDB 2025.1 or newer, which is made of PostgreSQL 15. Read in docs.yugabyte.com/stable:
 * transactional-ddl, ddl_alter_table, postgresql-compatibility.
 */
public final class YugabyteDialect extends PostgresDialect {
    private final Queries queries = new YugabyteQueries(types());

    @Override
    public String name() {
        return "yugabyte";
    }

    @Override
    public String title() {
        return "YugabyteDB";
    }

    /** The version is that of PostgreSQL with its own: {@code 15.2-YB-2025.1.0.0-b0}. */
    @Override
    public boolean recognizes(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("-YB-");
    }

    /**
     * Structure is part of a transaction only where an operator turned that on. Relations can be
     * put off, keys cannot (yugabyte/yugabyte-db#3995).
     */
    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.copyOf(super.capabilities());
        capabilities.remove(Capability.TRANSACTIONAL_DDL);
        capabilities.remove(Capability.DEFERRABLE_UNIQUE);
        return capabilities;
    }

    @Override
    public Queries queries() {
        return queries;
    }
}
