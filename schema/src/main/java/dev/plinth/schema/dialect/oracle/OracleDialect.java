package dev.plinth.schema.dialect.oracle;

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

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Oracle Database 19c or newer. To it, an empty text is NULL. */
public final class OracleDialect implements Dialect {
    static final Names NAMES =
            new Names('"', '"', 128, Names.Unit.BYTES, Names.Scope.SCHEMA, Names.Scope.SCHEMA);

    private final OracleTypes types = new OracleTypes();

    @Override
    public String name() {
        return "oracle";
    }

    @Override
    public String title() {
        return "Oracle Database";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:oracle:");
    }

    @Override
    public String driverAdvice() {
        return "Its driver has a licence of its own and so is no part of Plinth: put the jar of"
                + " com.oracle.database.jdbc:ojdbc17 (on Maven Central) into the folder"
                + " \"drivers\".";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.ALTER_TABLE,
                Capability.DEFERRABLE_RELATION,
                Capability.DEFERRABLE_UNIQUE,
                Capability.ADD_FOREIGN_KEY,
                Capability.COMMENTS,
                Capability.EXPRESSION_INDEX,
                Capability.DESCENDING_INDEX,
                Capability.GENERATED_VIRTUAL,
                Capability.IDENTITY_ALWAYS,
                Capability.UUID_DEFAULT,
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
        return new OracleStatements(NAMES, types);
    }

    @Override
    public DiffRules diffRules() {
        return new OracleDiffRules();
    }

    @Override
    public Inspector inspector() {
        return new OracleInspector();
    }

    @Override
    public Errors errors() {
        return new OracleErrors();
    }

    @Override
    public Queries queries() {
        return new OracleQueries(types);
    }

    @Override
    public Limits limits() {
        return new OracleLimits();
    }

    /** Limits of a database with blocks of 8 KB and texts of the standard size. */
    private static final class OracleLimits implements Limits {
        /** ORA-00998. */
        @Override
        public boolean namesViewColumns() {
            return false;
        }

        @Override
        public boolean keysNamedAsIndexes() {
            return true;
        }

        @Override
        public int indexBytes() {
            return 6398;
        }

        @Override
        public int columns() {
            return 1000;
        }

        @Override
        public int indexParts() {
            return 32;
        }

        @Override
        public Set<String> reservedColumns() {
            return Set.of("ROWID");
        }

        @Override
        public boolean unlimitedKeys() {
            return false;
        }

        @Override
        public String forbiddenInNames() {
            return "\"";
        }

        @Override
        public boolean keepsEmptyTexts() {
            return false;
        }

        @Override
        public boolean zonedKeys() {
            return false;
        }

        @Override
        public int textLength() {
            return OracleTypes.MAX_TEXT;
        }

        @Override
        public int decimalDigits() {
            return 38;
        }

        /** A key of several columns is an index of expressions then. */
        @Override
        public boolean relatesToOptional(UniqueKey key) {
            return key.columns().size() == 1;
        }

        @Override
        public Set<Action> onDelete() {
            return EnumSet.complementOf(EnumSet.of(Action.SET_DEFAULT));
        }

        @Override
        public Set<Action> onUpdate() {
            return EnumSet.of(Action.NO_ACTION, Action.RESTRICT);
        }
    }

    /** Whatever the server or the client's country say: UTC, a point in numbers, code points. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        execute(
                connection,
                "ALTER SESSION SET TIME_ZONE = '+00:00' NLS_SORT = BINARY NLS_COMP = BINARY"
                        + " NLS_NUMERIC_CHARACTERS = '.,' NLS_LENGTH_SEMANTICS = CHAR"
                        + " NLS_DATE_FORMAT = 'YYYY-MM-DD\"T\"HH24:MI:SS'"
                        + " NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD\"T\"HH24:MI:SS.FF'"
                        + " NLS_TIMESTAMP_TZ_FORMAT = 'YYYY-MM-DD\"T\"HH24:MI:SS.FFTZH:TZM'");
    }

    /** DDL waits so long; rows are waited for without end, unless a statement has a limit. */
    @Override
    public List<String> lockTimeout(Duration patience) {
        return List.of("ALTER SESSION SET DDL_LOCK_TIMEOUT = " + Math.max(1, patience.toSeconds()));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Costs costs() {
        return new OracleCosts();
    }
}
