package dev.plinth.schema.dialect.firebird;

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
import dev.plinth.schema.type.ColumnType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Firebird 3 or newer. What is said here of it was tried on 3.0.11 with Jaybird 6.0.5. */
public final class FirebirdDialect implements Dialect {
    /** The constraint of a key names its index too. */
    static final Names NAMES =
            new Names('"', '"', 31, Names.Unit.BYTES, Names.Scope.SCHEMA, Names.Scope.SCHEMA);

    private static final FirebirdTypes TYPES = new FirebirdTypes();

    private static final Limits LIMITS =
            new Limits() {
                /** A quarter of a page of 8192 bytes, less what the index needs itself. */
                @Override
                public int indexBytes() {
                    return 2036;
                }

                /** Its catalog is in UNICODE_FSS, whose characters have three bytes at most. */
                @Override
                public boolean keepsEmoji() {
                    return false;
                }

                @Override
                public boolean unlimitedKeys() {
                    return false;
                }

                @Override
                public int textLength() {
                    return FirebirdTypes.MAX_CHARACTERS;
                }

                @Override
                public int decimalDigits() {
                    return 18;
                }

                @Override
                public int secondDigitsKept() {
                    return 4;
                }

                @Override
                public boolean constraintsOnGenerated() {
                    return false;
                }

                @Override
                public boolean indexesOnGenerated() {
                    return false;
                }

                @Override
                public boolean keysOfSameColumns() {
                    return false;
                }

                /** Both sides have an index, whose values must be spelled alike. */
                @Override
                public boolean relates(ColumnType from, ColumnType to) {
                    return FirebirdTypes.inIndex(from).equals(FirebirdTypes.inIndex(to));
                }
            };

    private final Statements statements = new FirebirdStatements(NAMES, TYPES);
    private final DiffRules diffRules = new FirebirdDiffRules();
    private final Inspector inspector = new FirebirdInspector();
    private final Errors errors = new FirebirdErrors();
    private final Queries queries = new FirebirdQueries(TYPES);

    @Override
    public String name() {
        return "firebird";
    }

    @Override
    public String title() {
        return "Firebird";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:firebird:") || jdbcUrl.startsWith("jdbc:firebirdsql:");
    }

    @Override
    public String driverAdvice() {
        return "Put jaybird.jar, which is LGPL, into the folder \"drivers\".";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.ALTER_TABLE,
                Capability.ADD_FOREIGN_KEY,
                Capability.COMMENTS,
                Capability.DESCENDING_INDEX,
                Capability.GENERATED_VIRTUAL,
                Capability.ON_UPDATE_CASCADE,
                Capability.NUMBERED_GROUPS,
                Capability.VIEW_BELONGINGS);
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
    public void prepare(Connection connection) throws SQLException {
        FirebirdSession.refuseToWait(connection);
    }

    @Override
    public String lockStatement(String quotedTable) {
        return "UPDATE " + quotedTable + " SET \"id\" = \"id\"";
    }
}
