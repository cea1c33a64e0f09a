package dev.plinth.schema.dialect.duckdb;

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

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * DuckDB 2.0, which lives within the process. What is said here of it was tried on 2.0.0.
 *
 * <p>It can declare relations, but Plinth does not: they are part of CREATE TABLE only, no table
 * they lead from or to can be renamed without breaking them, a table that points at itself cannot
 * be filled by one statement, and the update of any row that is pointed at is refused.
 */
public final class DuckDbDialect implements Dialect {
    private static final Names NAMES =
            new Names('"', '"', 1000, Names.Unit.CHARACTERS, Names.Scope.SCHEMA, Names.Scope.TABLE);
    private static final Types TYPES = new DuckDbTypes();

    private static final Limits LIMITS =
            new Limits() {
                @Override
                public int decimalDigits() {
                    return 38;
                }

                @Override
                public int secondDigits() {
                    return 6;
                }

                /** Both would have the same name, which neither can be told by (2.0). */
                @Override
                public boolean keysOfSameColumns() {
                    return false;
                }

                @Override
                public boolean relations() {
                    return false;
                }

                @Override
                public boolean constraintsOnGenerated() {
                    return false;
                }
            };

    /** Relations that others declared, whole: such as name a table that is there. */
    private static final String RELATIONS =
            "SELECT r.schema_name, r.table_name, r.constraint_text FROM duckdb_constraints() r"
                    + " JOIN duckdb_tables() t ON t.database_name = r.database_name"
                    + " AND t.schema_name = r.schema_name AND t.table_name = r.referenced_table"
                    + " WHERE r.constraint_type = 'FOREIGN KEY' AND r.database_name ="
                    + " current_database()";

    private final Statements statements = new DuckDbStatements(NAMES, TYPES);
    private final DiffRules diffRules = new DuckDbDiffRules();
    private final Inspector inspector = new DuckDbInspector(NAMES);
    private final Errors errors = new DuckDbErrors();
    private final Queries queries = new DuckDbQueries(TYPES);

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public String title() {
        return "DuckDB";
    }

    @Override
    public boolean accepts(String jdbcUrl) {
        return jdbcUrl.startsWith("jdbc:duckdb:");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.TRANSACTIONAL_DDL,
                Capability.COMMENTS,
                Capability.VIEW_COMMENTS,
                Capability.VIEW_BELONGINGS,
                Capability.EXPRESSION_INDEX,
                Capability.GENERATED_VIRTUAL,
                Capability.RETURNING,
                Capability.UUID_DEFAULT,
                Capability.NUMBERED_GROUPS,
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

    /**
     * In UTC, and shut off from the files and the network of the machine, which SQL could read
     * otherwise; nobody can open that again while the database is open.
     */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET enable_external_access = false");
            statement.execute("SET TimeZone = 'UTC'");
        }
    }

    /** Only once a table is dropped, writing to it fails (2.0). */
    @Override
    public Optional<String> contents(String quotedTable) {
        return Optional.of(
                "SELECT COUNT(*) || ' ' || COALESCE(SUM(CAST(hash(t) AS HUGEINT)), 0) FROM "
                        + quotedTable
                        + " t");
    }

    @Override
    public void beforeDeployment(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TEMP TABLE plinth_relations AS " + RELATIONS);
        }
    }

    /** A relation that others made is not lost with a table that is made anew or renamed. */
    @Override
    public void beforeCommit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet lost =
                        statement.executeQuery(
                                "SELECT * FROM temp.plinth_relations EXCEPT ALL " + RELATIONS)) {
            if (lost.next()) {
                throw new SQLException(
                        "A relation of "
                                + lost.getString("table_name")
                                + " that others made would be lost; drop it yourself first.",
                        "2BP01");
            }
        }
    }

    /** There are no locks: whoever changes a row that another one is changing is refused. */
    @Override
    public String lockStatement(String quotedTable) {
        return "UPDATE " + quotedTable + " SET id = id";
    }
}
