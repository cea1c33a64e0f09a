package dev.plinth.schema.dialect.sqlite;

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

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQLite 3.37 or newer, by the driver of Xerial, which brings the database with it. */
public final class SqliteDialect implements Dialect {
    private static final Names NAMES =
            new Names('"', '"', 1000, Names.Unit.CHARACTERS, Names.Scope.SCHEMA, Names.Scope.TABLE);
    private static final Limits LIMITS =
            new Limits() {
                @Override
                public int columns() {
                    return 2000;
                }

                @Override
                public String reservedPrefix() {
                    return "sqlite_";
                }

                @Override
                public boolean indexesNamedApartFromTables() {
                    return true;
                }

                @Override
                public Numbered numbered() {
                    return Numbered.PRIMARY_KEY;
                }
            };

    private static final SqliteTypes TYPES = new SqliteTypes();

    /** How many rows of each table pointed nowhere before a deployment. */
    private static final String ORPHANS =
            "SELECT \"table\", COUNT(*) AS number FROM pragma_foreign_key_check GROUP BY \"table\"";

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String title() {
        return "SQLite";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:sqlite:");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.TRANSACTIONAL_DDL,
                Capability.VIEW_BELONGINGS,
                Capability.DEFERRABLE_RELATION,
                Capability.PARTIAL_INDEX,
                Capability.EXPRESSION_INDEX,
                Capability.DESCENDING_INDEX,
                Capability.GENERATED_STORED,
                Capability.GENERATED_VIRTUAL,
                Capability.UUID_DEFAULT,
                Capability.NUMBERED_GROUPS,
                Capability.ON_UPDATE_CASCADE,
                Capability.RETURNING,
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
    public boolean foldsNames() {
        return false;
    }

    @Override
    public Types types() {
        return TYPES;
    }

    @Override
    public Statements statements() {
        return new SqliteStatements(NAMES, TYPES);
    }

    @Override
    public DiffRules diffRules() {
        return new SqliteDiffRules();
    }

    @Override
    public Inspector inspector() {
        return new SqliteInspector(NAMES);
    }

    @Override
    public Errors errors() {
        return new SqliteErrors();
    }

    @Override
    public Queries queries() {
        return new SqliteQueries(TYPES);
    }

    /** Foreign keys are not checked unless each connection asks for it. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        SqliteFunctions.addTo(connection);
        foreignKeys(connection, true);
    }

    /**
     * Not at all: the driver (3.54) takes the time for how long to wait for whoever writes, and
     * lets statements run as long as they like.
     */
    @Override
    public void limit(Statement statement, int seconds) {}

    /**
     * While a table is rebuilt, foreign keys must not act: dropping the old table would delete the
     * rows of others that point at it. The setting is ignored within a transaction.
     */
    @Override
    public void beforeDeployment(Connection connection) throws SQLException {
        foreignKeys(connection, false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS temp.plinth_orphans");
            statement.execute("CREATE TEMP TABLE plinth_orphans AS " + ORPHANS);
        }
    }

    /** What foreign keys would have refused along the way is refused here, all at once. */
    @Override
    public void beforeCommit(Connection connection) throws SQLException {
        String more =
                "SELECT now.\"table\" FROM ("
                        + ORPHANS
                        + ") now LEFT JOIN temp.plinth_orphans was ON was.\"table\" = now.\"table\""
                        + " WHERE now.number > coalesce(was.number, 0)";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(more)) {
            if (rows.next()) {
                throw new SQLException(
                        "FOREIGN KEY constraint failed: rows of "
                                + rows.getString(1)
                                + " point at rows that are gone",
                        "23503");
            }
        }
    }

    @Override
    public String lockStatement(String quotedTable) {
        // There are no locks of rows: whoever writes has the database to himself, even for no row.
        return "DELETE FROM " + quotedTable + " WHERE 1 = 0";
    }

    /** Whoever writes waits for whoever writes: there are no smaller locks. */
    @Override
    public List<String> lockTimeout(Duration patience) {
        return List.of("PRAGMA busy_timeout=" + patience.toMillis());
    }

    private static void foreignKeys(Connection connection, boolean on) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys=" + (on ? "ON" : "OFF"));
            try (ResultSet rows = statement.executeQuery("PRAGMA foreign_keys")) {
                if (!rows.next() || rows.getBoolean(1) != on) {
                    throw new SQLException(
                            "foreign keys cannot be switched " + (on ? "on" : "off") + " here");
                }
            }
        }
    }

    @Override
    public Costs costs() {
        return new SqliteCosts();
    }

    @Override
    public Optional<Scratch> scratch() {
        return Optional.of(new SqliteScratch());
    }
}
