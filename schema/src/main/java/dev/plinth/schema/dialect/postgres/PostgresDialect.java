package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Costs;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.DiffRules;
import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Scratch;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.standard.ScratchSchema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL 15 and later. */
public class PostgresDialect implements Dialect {
    static final Names NAMES =
            new Names('"', '"', 63, Names.Unit.BYTES, Names.Scope.SCHEMA, Names.Scope.TABLE);
    private static final Types TYPES = new PostgresTypes();
    private static final Bulk BULK = new PostgresBulk();

    private static final Limits LIMITS =
            new Limits() {
                @Override
                public boolean severalNumbered() {
                    return true;
                }

                @Override
                public boolean indexesNamedApartFromTables() {
                    return true;
                }

                @Override
                public boolean keysNamedAsIndexes() {
                    return true;
                }

                @Override
                public int textLength() {
                    return 10_485_760;
                }

                @Override
                public int columns() {
                    return 1600;
                }

                @Override
                public int indexParts() {
                    return 32;
                }

                @Override
                public int indexValueBytes() {
                    return 2704;
                }

                @Override
                public int secondDigits() {
                    return 6;
                }

                @Override
                public Set<String> reservedColumns() {
                    return Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");
                }

                @Override
                public int decimalDigits() {
                    return 1000;
                }
            };

    private final Statements statements = new PostgresStatements(NAMES, TYPES);
    private final Statements onlineStatements = new PostgresOnlineStatements(NAMES, TYPES);
    private final DiffRules diffRules = new PostgresDiffRules();
    private final Inspector inspector =
            new PostgresInspector(() -> can(Capability.VIEW_BELONGINGS));
    private final Errors errors = new PostgresErrors();
    private final Queries queries = new PostgresQueries(TYPES);

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    @Override
    public Set<Capability> capabilities() {
        // Generated columns that are not stored came with 18 only.
        return EnumSet.complementOf(EnumSet.of(Capability.GENERATED_VIRTUAL));
    }

    /**
     * Each table, index and sequence that a transaction makes holds a lock until its end, of which
     * there are max_locks_per_transaction * max_connections for all, 6,400 if nobody set it (manual
     * 18, 19.12). A step makes about three.
     */
    @Override
    public int mostStepsInTransaction() {
        return 600;
    }

    @Override
    public boolean sendsAtOnce() {
        return true;
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
    public Optional<Statements> onlineStatements() {
        return Optional.of(onlineStatements);
    }

    @Override
    public DiffRules diffRules() {
        return diffRules;
    }

    @Override
    public boolean speaks(String dialect) {
        return Set.of("postgres", "cockroach", "yugabyte").contains(dialect);
    }

    @Override
    public Inspector inspector() {
        return inspector;
    }

    @Override
    public List<String> statementTimeout(Duration longest) {
        return List.of("SET statement_timeout = " + longest.toMillis());
    }

    @Override
    public List<String> lockTimeout(Duration patience) {
        return List.of("SET lock_timeout = " + patience.toMillis());
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
    public Optional<Bulk> bulk() {
        return Optional.of(BULK);
    }

    /** In UTC, so that the same moment is kept wherever the server runs. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
        }
    }

    /**
     * A change that waits for a lock makes everybody else wait behind it; so it does not for long.
     */
    @Override
    public void beforeDeployment(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '10s'");
            // A function may speak of tables that are made after it.
            statement.execute("SET check_function_bodies = off");
        }
    }

    @Override
    public Costs costs() {
        return new PostgresCosts();
    }

    /**
     * Not by selecting rows: the driver leaves that query open until the next one, and with it a
     * state of the database that whoever builds an index CONCURRENTLY waits for.
     */
    @Override
    public String lockStatement(String quotedTable) {
        return "LOCK TABLE " + quotedTable + " IN EXCLUSIVE MODE NOWAIT";
    }

    /**
     * It need not wait for the disk: the log is one, so whatever commits later takes what was
     * written before along (manual 18, 28.4 "Asynchronous Commit").
     */
    @Override
    public void prepareJournal(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit TO off");
        }
    }

    @Override
    public Optional<Scratch> scratch() {
        return Optional.of(
                new ScratchSchema(
                        NAMES,
                        "CREATE SCHEMA %s",
                        "SET search_path TO %s",
                        "DROP SCHEMA %s CASCADE"));
    }
}
