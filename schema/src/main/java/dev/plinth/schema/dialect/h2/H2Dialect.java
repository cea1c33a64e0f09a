package dev.plinth.schema.dialect.h2;

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

/** H2 2.x. */
public final class H2Dialect implements Dialect {
    static final Names NAMES =
            new Names('"', '"', 256, Names.Unit.CHARACTERS, Names.Scope.SCHEMA, Names.Scope.SCHEMA);
    private static final Types TYPES = new H2Types();

    private static final Limits LIMITS =
            new Limits() {
                @Override
                public boolean unlimitedBinaryKeys() {
                    return false;
                }

                @Override
                public int textLength() {
                    return 999_999_999;
                }

                @Override
                public int columns() {
                    return 16_384;
                }

                @Override
                public int decimalDigits() {
                    return 100_000;
                }
            };

    private final Statements statements = new H2Statements(NAMES, TYPES);
    private final DiffRules diffRules = new H2DiffRules();
    private final Inspector inspector = new H2Inspector();
    private final Errors errors = new H2Errors();
    private final Queries queries = new H2Queries(TYPES);

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public String title() {
        return "H2";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:h2:");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.ALTER_TABLE,
                Capability.ADD_FOREIGN_KEY,
                Capability.COMMENTS,
                Capability.VIEW_COMMENTS,
                Capability.VIEW_BELONGINGS,
                Capability.DESCENDING_INDEX,
                Capability.NULLS_NOT_DISTINCT,
                Capability.GENERATED_STORED,
                Capability.IDENTITY_ALWAYS,
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
    public List<String> lockTimeout(Duration patience) {
        return List.of("SET LOCK_TIMEOUT " + patience.toMillis());
    }

    /** In UTC, so that the same moment is kept wherever the server runs. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
        }
    }

    @Override
    public Costs costs() {
        return new H2Costs();
    }

    @Override
    public Optional<Scratch> scratch() {
        return Optional.of(
                new ScratchSchema(
                        NAMES, "CREATE SCHEMA %s", "SET SCHEMA %s", "DROP SCHEMA %s CASCADE"));
    }
}
