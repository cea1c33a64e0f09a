package dev.plinth.schema.dialect.mysql;

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
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TextType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MySQL 8.0.19 or newer. */
public class MySqlDialect implements Dialect {
    protected static final Names NAMES =
            new Names('`', '`', 64, Names.Unit.CHARACTERS, Names.Scope.TABLE, Names.Scope.SCHEMA);

    /** Of code points, without filling up with spaces, so that a text equals only itself. */
    static final String COLLATION = "utf8mb4_0900_bin";

    /**
     * What does not fit is refused, not cut; 0 is a number and not a wish for the next one. A
     * backslash escapes, as comments rely on.
     */
    private static final String MODE =
            "STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
                    + "NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO";

    /** A table that has the day 0000-00-00 for a default could not be altered otherwise. */
    private static final String DEPLOYING = MODE.replace("NO_ZERO_IN_DATE,NO_ZERO_DATE,", "");

    private static final int SECONDS_TO_WAIT_FOR_A_TABLE = 60;

    private final MySqlTypes types = new MySqlTypes();

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public String title() {
        return "MySQL";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:mysql:");
    }

    @Override
    public String driverAdvice() {
        return "Its driver is GPL and so no part of Plinth: put the jar of"
                + " com.mysql:mysql-connector-j (on Maven Central) into the folder \"drivers\".";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.ALTER_TABLE,
                Capability.ADD_FOREIGN_KEY,
                Capability.COMMENTS,
                Capability.VIEW_BELONGINGS,
                Capability.EXPRESSION_INDEX,
                Capability.DESCENDING_INDEX,
                Capability.GENERATED_STORED,
                Capability.GENERATED_VIRTUAL,
                Capability.UUID_DEFAULT,
                Capability.NUMBERED_GROUPS,
                Capability.ON_UPDATE_CASCADE,
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
        return new MySqlStatements(NAMES, types);
    }

    @Override
    public Optional<Statements> onlineStatements() {
        return Optional.of(new MySqlOnlineStatements(NAMES, types));
    }

    @Override
    public DiffRules diffRules() {
        return new MySqlDiffRules();
    }

    @Override
    public boolean speaks(String dialect) {
        return Set.of("mysql", "mariadb", "tidb").contains(dialect);
    }

    @Override
    public Inspector inspector() {
        return new MySqlInspector();
    }

    /** One for tables and one for rows, in whole seconds. */
    @Override
    public List<String> lockTimeout(Duration patience) {
        long seconds = Math.max(1, patience.toSeconds());
        return List.of(
                "SET SESSION lock_wait_timeout = " + seconds,
                "SET SESSION innodb_lock_wait_timeout = " + seconds);
    }

    @Override
    public Errors errors() {
        return new MySqlErrors();
    }

    @Override
    public Queries queries() {
        return new MySqlQueries(types, COLLATION);
    }

    @Override
    public Limits limits() {
        return new InnoDbLimits();
    }

    /** Limits of InnoDB's rows and indexes. */
    public static class InnoDbLimits implements Limits {
        /** Error 1830, and in MariaDB 1005 (tried with 11.4.5). */
        @Override
        public boolean emptiesRequired() {
            return false;
        }

        /** Error 3823, and in MariaDB 1901 (tried with 11.4.5). */
        @Override
        public boolean actionsOnCheckedColumns() {
            return false;
        }

        @Override
        public Numbered numbered() {
            return Numbered.FIRST_OF_A_KEY;
        }

        /** Errors 3818 and 3109, and in MariaDB 1901. */
        @Override
        public boolean looksAtNumbered() {
            return false;
        }

        /** Names and comments are utf8mb3. */
        @Override
        public boolean keepsEmoji() {
            return false;
        }

        /** Of numbers size and scale must be the same, of texts they may differ. */
        @Override
        public boolean relates(ColumnType from, ColumnType to) {
            return from.equals(to) || from instanceof TextType && to instanceof TextType;
        }

        @Override
        public boolean uniqueKeysAreIndexes() {
            return true;
        }

        @Override
        public boolean indexes(String expression) {
            return MySqlIndexes.BEGINNING.matcher(expression).matches();
        }

        @Override
        public int indexBytes() {
            return 3072;
        }

        @Override
        public int columns() {
            return 1017;
        }

        @Override
        public int indexParts() {
            return 16;
        }

        @Override
        public int rowBytes() {
            return 65_535;
        }

        /** As the server counts when it makes a table, whatever a row then has. */
        @Override
        public long bytesInRow(ColumnType type) {
            return MySqlRow.bytes(type);
        }

        @Override
        public int secondDigits() {
            return MySqlTypes.MAX_DIGITS;
        }

        @Override
        public int decimalScale() {
            return 30;
        }

        @Override
        public Set<String> reservedIndexes() {
            return Set.of("primary", "gen_clust_index");
        }

        @Override
        public boolean unlimitedKeys() {
            return false;
        }

        @Override
        public int textLength() {
            return MySqlTypes.MAX_TEXT;
        }

        @Override
        public int decimalDigits() {
            return 65;
        }

        @Override
        public Set<Action> onDelete() {
            return EnumSet.complementOf(EnumSet.of(Action.SET_DEFAULT));
        }

        @Override
        public Set<Action> onUpdate() {
            return onDelete();
        }
    }

    /**
     * At its usual level a transaction would not see the rows that kept it from inserting its own,
     * and would lock the gaps between rows.
     */
    @Override
    public void prepare(Connection connection) throws SQLException {
        set(
                connection,
                "sql_mode = '" + MODE + "'",
                "time_zone = '+00:00'",
                "TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }

    /** Without a limit a deployment would wait a year for a table, and all others behind it. */
    @Override
    public void beforeDeployment(Connection connection) throws SQLException {
        set(
                connection,
                "sql_mode = '" + DEPLOYING + "'",
                "lock_wait_timeout = " + SECONDS_TO_WAIT_FOR_A_TABLE);
    }

    private static void set(Connection connection, String... settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute("SET SESSION " + setting);
            }
        }
    }

    @Override
    public Costs costs() {
        return new MySqlCosts();
    }

    @Override
    public Optional<Scratch> scratch() {
        return Optional.of(
                new ScratchSchema(NAMES, "CREATE DATABASE %s", "USE %s", "DROP DATABASE %s"));
    }
}
