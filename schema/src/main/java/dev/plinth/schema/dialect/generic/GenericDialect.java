package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.Capability;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.DiffRules;
import dev.plinth.schema.dialect.Errors;
import dev.plinth.schema.dialect.Inspector;
import dev.plinth.schema.dialect.Limits;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Queries;
import dev.plinth.schema.dialect.Statements;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.generic.StandardCatalog.Part;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.problem.PlinthException;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A product that nobody wrote a dialect for, as its driver and the database itself describe it. The
 * description is made once, from a connection; what it does not hold is refused, not tried.
 */
public final class GenericDialect implements Dialect {
    /** The longest name of the SQL standard, where a driver tells none. */
    private static final int USUAL_NAME = 128;

    private static final String USUAL_PATIENCE = String.valueOf(Timeouts.DEFAULT.lock().toMillis());

    private static final List<String> IN_UTC =
            List.of("SET TIME ZONE 'UTC'", "SET TIME ZONE INTERVAL '0:00' HOUR TO MINUTE");

    /** In milliseconds: H2 and SQL Server, PostgreSQL and its relatives. */
    private static final List<String> LOCK_TIMEOUTS =
            List.of("SET LOCK_TIMEOUT $n", "SET lock_timeout = $n");

    private final String title;
    private final Set<Capability> capabilities;
    private final Names names;
    private final Limits limits;
    private final GenericTypes types;
    private final GenericStatements statements;
    private final DiffRules diffRules;
    private final Inspector inspector;
    private final Errors errors;
    private final Queries queries;
    private final String lock;
    private final String inUtc;
    private final Optional<String> lockTimeout;

    private GenericDialect(Probe probe) throws SQLException {
        DatabaseMetaData metadata = probe.metadata();
        title = metadata.getDatabaseProductName();
        names = names(metadata);
        Forms forms = new Forms(title, probe);
        Phrases phrases = new Phrases(probe);
        FoundTypes found = new FoundTypes(probe);
        for (TypeForm needed : List.of(TypeForm.TEXT, TypeForm.NORMAL, TypeForm.DECIMAL)) {
            if (!found.has(needed)) {
                throw undescribed("the type " + needed.spellings().getFirst());
            }
        }
        StandardCatalog catalog = new StandardCatalog(probe);
        types = new GenericTypes(found);
        capabilities = capabilities(metadata, forms, phrases, catalog);
        limits = GenericLimits.of(metadata, found, forms);
        statements =
                new GenericStatements(
                        names,
                        types,
                        forms,
                        phrases,
                        new Conversions(found, probe),
                        found.has(TypeForm.ZONED));
        diffRules = new GenericDiffRules(capabilities);
        inspector = new GenericInspector(types, catalog, statements);
        errors = new GenericErrors(probe.missing(), probe.nonsense());
        boolean locks = metadata.supportsSelectForUpdate();
        queries = new GenericQueries(types, forms, phrases, locks);
        lock = forms.knows(Form.LOCK_AT_ONCE) ? " FOR UPDATE NOWAIT" : locks ? " FOR UPDATE" : "";
        lockTimeout =
                LOCK_TIMEOUTS.stream()
                        .filter(t -> probe.runs(t.replace("$n", USUAL_PATIENCE)))
                        .findFirst();
        inUtc = IN_UTC.stream().filter(probe::runs).findFirst().orElse("");
    }

    /**
     * The dialect of the database behind a connection, which is left as it was.
     *
     * @throws PlinthException when the driver tells too little
     */
    public static GenericDialect of(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try {
            return new GenericDialect(new Probe(connection));
        } finally {
            connection.setAutoCommit(before);
        }
    }

    /** What is known of refusals before a connection could be opened. */
    public static Errors anyErrors() {
        return new GenericErrors(Set.of(), Set.of());
    }

    /** Names count in bytes, which no database takes for fewer than it allows. */
    private Names names(DatabaseMetaData metadata) throws SQLException {
        String quote = Objects.requireNonNullElse(metadata.getIdentifierQuoteString(), "").strip();
        if (quote.length() != 1) {
            throw undescribed("quotes around names");
        }
        char open = quote.charAt(0);
        int longest =
                List.of(metadata.getMaxTableNameLength(), metadata.getMaxColumnNameLength())
                        .stream()
                        .filter(l -> l > 0)
                        .min(Integer::compare)
                        .orElse(USUAL_NAME);
        return new Names(
                open,
                open == '[' ? ']' : open,
                longest,
                Names.Unit.BYTES,
                Names.Scope.SCHEMA,
                Names.Scope.SCHEMA);
    }

    private PlinthException undescribed(String what) {
        return PlinthException.of(
                "S004",
                "",
                title + " was not found to have " + what + ", without which Plinth cannot use it.",
                "Check that the driver fits the database.");
    }

    private static Set<Capability> capabilities(
            DatabaseMetaData metadata, Forms forms, Phrases phrases, StandardCatalog catalog)
            throws SQLException {
        Set<Capability> can = EnumSet.of(Capability.ALTER_TABLE);
        if (metadata.supportsTransactions()
                && metadata.supportsDataDefinitionAndDataManipulationTransactions()
                && !metadata.dataDefinitionCausesTransactionCommit()
                && !metadata.dataDefinitionIgnoredInTransactions()) {
            can.add(Capability.TRANSACTIONAL_DDL);
        }
        if (forms.knows(Form.ADD_RELATION)) {
            can.add(Capability.ADD_FOREIGN_KEY);
        }
        if (forms.knows(Form.COMMENT_TABLE) && forms.knows(Form.COMMENT_COLUMN)) {
            can.add(Capability.COMMENTS);
        }
        if (forms.knows(Form.DESCENDING)) {
            can.add(Capability.DESCENDING_INDEX);
        }
        if (forms.knows(Form.NULLS_NOT_DISTINCT) && catalog.has(Part.NULLS)) {
            can.add(Capability.NULLS_NOT_DISTINCT);
        }
        if (forms.knows(Form.DEFERRED_RELATION)) {
            can.add(Capability.DEFERRABLE_RELATION);
        }
        if (forms.knows(Form.DEFERRED_KEY) && catalog.has(Part.DEFERRALS)) {
            can.add(Capability.DEFERRABLE_UNIQUE);
        }
        if (forms.knows(Form.GENERATED)) {
            can.add(Capability.GENERATED_STORED);
        }
        if (forms.knows(Form.IDENTITY_ALWAYS) && catalog.has(Part.NUMBERED)) {
            can.add(Capability.IDENTITY_ALWAYS);
        }
        if (forms.onUpdate().contains(Action.CASCADE)) {
            can.add(Capability.ON_UPDATE_CASCADE);
        }
        if (phrases.knows(Phrase.NEW_UUID)) {
            can.add(Capability.UUID_DEFAULT);
        }
        if (forms.knows(Form.RETURNING)) {
            can.add(Capability.RETURNING);
        }
        return Collections.unmodifiableSet(can);
    }

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public String title() {
        return title;
    }

    /** It follows from a connection, never from a URL. */
    @Override
    public boolean accepts(String jdbcUrl) {
        return false;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Names names() {
        return names;
    }

    @Override
    public Types types() {
        return types;
    }

    @Override
    public Limits limits() {
        return limits;
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
        return lockTimeout.stream()
                .map(t -> t.replace("$n", String.valueOf(patience.toMillis())))
                .toList();
    }

    @Override
    public String lockStatement(String quotedTable) {
        return "SELECT * FROM " + quotedTable + lock;
    }

    /** In UTC where the database knows how, so that the same moment is kept everywhere. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        if (!inUtc.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(inUtc);
            }
        }
    }
}
