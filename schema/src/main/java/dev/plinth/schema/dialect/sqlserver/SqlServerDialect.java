package dev.plinth.schema.dialect.sqlserver;

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
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.type.ColumnType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** SQL Server 2019 or newer, and Azure SQL. */
public final class SqlServerDialect implements Dialect {
    private static final Names NAMES =
            new Names('[', ']', 128, Names.Unit.CHARACTERS, Names.Scope.TABLE, Names.Scope.SCHEMA);

    private static final int MILLISECONDS_TO_WAIT_FOR_A_TABLE = 60_000;

    private final SqlServerTypes types = new SqlServerTypes();

    @Override
    public String name() {
        return "sqlserver";
    }

    @Override
    public String title() {
        return "SQL Server";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:sqlserver:");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.TRANSACTIONAL_DDL,
                Capability.COVERING_INDEX,
                Capability.ALTER_TABLE,
                Capability.ADD_FOREIGN_KEY,
                Capability.COMMENTS,
                Capability.PARTIAL_INDEX,
                Capability.DESCENDING_INDEX,
                Capability.NULLS_NOT_DISTINCT,
                Capability.GENERATED_STORED,
                Capability.GENERATED_VIRTUAL,
                Capability.IDENTITY_ALWAYS,
                Capability.UUID_DEFAULT,
                Capability.NUMBERED_GROUPS,
                Capability.ON_UPDATE_CASCADE,
                Capability.RETURNING);
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
        return new SqlServerStatements(NAMES, types);
    }

    @Override
    public DiffRules diffRules() {
        return new SqlServerDiffRules();
    }

    @Override
    public Inspector inspector() {
        return new SqlServerInspector();
    }

    @Override
    public List<String> lockTimeout(Duration patience) {
        return List.of("SET LOCK_TIMEOUT " + patience.toMillis());
    }

    @Override
    public Errors errors() {
        return new SqlServerErrors();
    }

    @Override
    public Queries queries() {
        return new SqlServerQueries(types);
    }

    @Override
    public Limits limits() {
        return new SqlServerLimits();
    }

    /** Limits of keys, decimals and relations. */
    private static final class SqlServerLimits implements Limits {
        /** Error 1761. */
        @Override
        public boolean emptiesRequired() {
            return false;
        }

        /** Error 8003 begins at 2100, of which the driver takes two for the statement itself. */
        @Override
        public int parameters() {
            return 2098;
        }

        /** Error 1033. */
        @Override
        public boolean sortsViews() {
            return false;
        }

        /** Error 4511. */
        @Override
        public boolean namesViewColumns() {
            return false;
        }

        /** Error 2714: all are objects of the schema. */
        @Override
        public boolean constraintsNamedApartFromTables() {
            return true;
        }

        /** Errors 1778 and 1753. */
        @Override
        public boolean relates(ColumnType from, ColumnType to) {
            return from.equals(to);
        }

        @Override
        public int indexBytes() {
            return 1700;
        }

        /** The primary key is clustered, and so in every other index as well. */
        @Override
        public int primaryKeyBytes() {
            return 900;
        }

        @Override
        public int bytesPerCharacter() {
            return 2;
        }

        @Override
        public int columns() {
            return 1024;
        }

        @Override
        public int indexParts() {
            return 32;
        }

        @Override
        public int secondDigits() {
            return 7;
        }

        @Override
        public boolean unlimitedKeys() {
            return false;
        }

        @Override
        public int textLength() {
            return SqlServerTypes.MAX_TEXT;
        }

        @Override
        public int decimalDigits() {
            return 38;
        }

        @Override
        public Set<Action> onDelete() {
            return EnumSet.allOf(Action.class);
        }

        /** One that takes NULLs for different is an index with a condition. */
        @Override
        public boolean relatesToOptional(UniqueKey key) {
            return !key.nullsDistinct();
        }

        @Override
        public boolean severalCascadePaths() {
            return false;
        }
    }

    /** What filtered indexes and computed columns ask of each session; dates in one order only. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        execute(
                connection,
                "SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL,"
                        + " QUOTED_IDENTIFIER, XACT_ABORT ON",
                "SET NUMERIC_ROUNDABORT OFF",
                "SET DATEFORMAT ymd");
    }

    @Override
    public void beforeDeployment(Connection connection) throws SQLException {
        execute(connection, "SET LOCK_TIMEOUT " + MILLISECONDS_TO_WAIT_FOR_A_TABLE);
    }

    @Override
    public String lockStatement(String quotedTable) {
        return "SELECT * FROM " + quotedTable + " WITH (UPDLOCK, HOLDLOCK, NOWAIT)";
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public Costs costs() {
        return new SqlServerCosts();
    }
}
