package dev.plinth.schema.dialect.derby;

import dev.plinth.schema.dialect.Capability;
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
import dev.plinth.schema.type.ColumnType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;

/** Apache Derby; what is said of it here was tried on 10.17.1. */
public final class DerbyDialect implements Dialect {
    static final Names NAMES =
            new Names('"', '"', 128, Names.Unit.CHARACTERS, Names.Scope.SCHEMA, Names.Scope.SCHEMA);
    private static final DerbyTypes TYPES = new DerbyTypes();

    private static final Limits LIMITS =
            new Limits() {
                /** A constraint takes them for different (10.17.1). */
                @Override
                public boolean nullsDifferInIndexes() {
                    return false;
                }

                /** SQLSTATE 42834 (10.17.1). */
                @Override
                public boolean emptiesRequired() {
                    return false;
                }

                /** Not even an integer to a bigint (10.17). */
                @Override
                public boolean relates(ColumnType from, ColumnType to) {
                    return from.equals(to);
                }

                @Override
                public boolean unlimitedKeys() {
                    return false;
                }

                @Override
                public int textLength() {
                    return DerbyTypes.LONGEST;
                }

                @Override
                public int columns() {
                    return 1012;
                }

                @Override
                public int decimalDigits() {
                    return DerbyTypes.DIGITS;
                }

                @Override
                public boolean keysOfSameColumns() {
                    return false;
                }

                /** Tried with 10.17. */
                @Override
                public boolean relationsInAnyOrder() {
                    return false;
                }

                /** A literal is read by the calendar of Java, a bound value as it is written. */
                @Override
                public boolean everyDay() {
                    return false;
                }

                /** Tried with 10.17.1: SQLSTATE 42915 as well. */
                @Override
                public boolean deletesAfterOthers() {
                    return false;
                }

                @Override
                public boolean unlikePaths() {
                    return false;
                }

                @Override
                public Set<Action> onDelete() {
                    return EnumSet.complementOf(EnumSet.of(Action.SET_DEFAULT));
                }

                @Override
                public Set<Action> onUpdate() {
                    return EnumSet.of(Action.NO_ACTION, Action.RESTRICT);
                }
            };

    private final Statements statements = new DerbyStatements(NAMES, TYPES);
    private final DiffRules diffRules = new DerbyDiffRules();
    private final Inspector inspector = new DerbyInspector();
    private final Errors errors = new DerbyErrors();
    private final Queries queries = new DerbyQueries(TYPES);

    @Override
    public String name() {
        return "derby";
    }

    @Override
    public String title() {
        return "Apache Derby";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:derby:");
    }

    @Override
    public String driverAdvice() {
        return "Put derby.jar, derbyshared.jar and, for a server, derbyclient.jar (on Maven"
                + " Central) into the folder \"drivers\".";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.TRANSACTIONAL_DDL,
                Capability.ALTER_TABLE,
                Capability.ADD_FOREIGN_KEY,
                Capability.VIEW_BELONGINGS,
                Capability.DESCENDING_INDEX,
                Capability.DEFERRABLE_RELATION,
                Capability.DEFERRABLE_UNIQUE,
                Capability.GENERATED_STORED,
                Capability.IDENTITY_ALWAYS);
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
    public DiffRules diffRules() {
        return diffRules;
    }

    @Override
    public Inspector inspector() {
        return inspector;
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
    public String askedNumber(String column) {
        return column;
    }

    @Override
    public String lockStatement(String quotedTable) {
        return "SELECT * FROM " + quotedTable + " FOR UPDATE WITH RS";
    }

    /** Nothing but a property of the whole database says how long a session waits for a lock. */
    @Override
    public void lock(Connection connection, String quotedTable) throws SQLException {
        if (isLocked(connection, quotedTable)) {
            throw new SQLException("another session has the lock", "40001");
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(lockStatement(quotedTable))) {
            rows.next();
        }
    }

    private static boolean isLocked(Connection connection, String quotedTable) throws SQLException {
        String name = quotedTable.substring(quotedTable.lastIndexOf('.') + 1);
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT 1 FROM SYSCS_DIAG.LOCK_TABLE WHERE STATE = 'GRANT' AND TYPE"
                                        + " = 'ROW' AND TABLENAME = '"
                                        + name.replace("\"", "").replace("'", "''")
                                        + "'")) {
            return rows.next();
        }
    }

    /** A query without a value looks nothing up. */
    @Override
    public String filled(Connection connection, String sql) throws SQLException {
        return DerbyNumbering.filled(connection, sql);
    }
}
