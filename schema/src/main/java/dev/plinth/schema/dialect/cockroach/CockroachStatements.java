package dev.plinth.schema.dialect.cockroach;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.Types;
import dev.plinth.schema.dialect.postgres.PostgresStatements;
import dev.plinth.schema.dialect.standard.Unwritable;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import java.util.List;

/** Keys are indexes, of which the primary one is always there. */
final class CockroachStatements extends PostgresStatements {
    CockroachStatements(Names names, Types types) {
        super(names, types);
    }

    @Override
    public boolean supports(Change change) {
        return super.supports(change) && knows(change);
    }

    @Override
    public boolean knows(Change change) {
        return Unwritable.isNone(this, change);
    }

    @Override
    protected List<String> rebuildTable(Change.RebuildTable change) {
        throw Unwritable.reasons(this, change);
    }

    /** DROP CONSTRAINT is for checks and relations, says its page (v22.1 to v25.1). */
    @Override
    protected List<String> dropUnique(Table table, UniqueKey key) {
        return List.of("DROP INDEX " + quote(table.name()) + "@" + quote(key.name()) + " CASCADE");
    }

    /** Only together with another one in the same transaction, which structure ends here. */
    @Override
    protected List<String> dropPrimaryKey(Table table, PrimaryKey key) {
        throw Unwritable.because("CockroachDB", "drops no primary key without having another");
    }

    /** Its DO has no PERFORM. */
    @Override
    protected String restart(Table table, Column column) {
        return "SELECT " + restarted(table, column);
    }
}
