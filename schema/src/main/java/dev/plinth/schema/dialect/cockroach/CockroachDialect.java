package dev.plinth.schema.dialect.cockroach;

import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.postgres.PostgresDialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * CockroachDB 25.1 or newer, the first that changes types without being asked to try. Read in
 * cockroachlabs.com/docs/v25.1: online-schema-changes, feature-highlights-sql, drop-constraint,
 * postgresql-compatibility.
 */
public final class CockroachDialect extends PostgresDialect {
    private final Statements statements = new CockroachStatements(names(), types());
    private final Queries queries = new CockroachQueries(types());

    @Override
    public String name() {
        return "cockroach";
    }

    @Override
    public String title() {
        return "CockroachDB";
    }

    /**
     * {@code CockroachDB CCL v25.1.0 (x86_64-pc-linux-gnu, …)}; its driver takes it for another.
     */
    @Override
    public boolean recognizes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version()")) {
            return row.next() && row.getString(1).startsWith("CockroachDB");
        }
    }

    /**
     * A statement of structure commits what was before it. Nothing can be put off to the end of a
     * transaction (cockroachdb/cockroach#31632). The rest is not said to be there.
     */
    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.copyOf(super.capabilities());
        capabilities.removeAll(
                EnumSet.of(
                        Capability.TRANSACTIONAL_DDL,
                        Capability.VIEW_COMMENTS,
                        Capability.VIEW_BELONGINGS,
                        Capability.DEFERRABLE_RELATION,
                        Capability.DEFERRABLE_UNIQUE,
                        Capability.NULLS_NOT_DISTINCT,
                        Capability.COVERING_INDEX,
                        Capability.FULL_TEXT));
        return capabilities;
    }

    @Override
    public Statements statements() {
        return statements;
    }

    /** Its COPY was tried by nobody here. */
    @Override
    public Optional<Bulk> bulk() {
        return Optional.empty();
    }

    @Override
    public Queries queries() {
        return queries;
    }
}
