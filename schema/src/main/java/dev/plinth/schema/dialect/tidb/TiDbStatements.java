package dev.plinth.schema.dialect.tidb;

import dev.plinth.schema.change.Change;
import dev.plinth.schema.change.Change.Aspect;
import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.mysql.MySqlStatements;
import dev.plinth.schema.dialect.mysql.MySqlTypes;
import dev.plinth.schema.dialect.standard.Unwritable;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.TimeType;
import dev.plinth.schema.type.ZonedTimestampType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One operation in each statement, and none of those that TiDB's documentation excludes. */
final class TiDbStatements extends MySqlStatements {
    TiDbStatements(Names names, MySqlTypes types) {
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

    private static PlinthException refusal(String what) {
        return Unwritable.because("TiDB", what);
    }

    @Override
    protected List<String> addColumn(Table table, Column column) {
        if (column.identity() != null) {
            throw refusal("numbers no column of a table that is there");
        }
        if (column.generated() != null && column.generated().stored()) {
            throw refusal("adds no column to a table that is computed on writing");
        }
        return super.addColumn(table, column);
    }

    @Override
    protected List<String> addPrimaryKey(Table table, PrimaryKey key) {
        return List.of(alter(table) + "ADD " + primaryKey(table, key));
    }

    /** Rows lie in the order of their key, unless a cluster was told otherwise. */
    @Override
    protected List<String> dropPrimaryKey(Table table, PrimaryKey key) {
        throw refusal("drops no primary key by which rows are ordered");
    }

    @Override
    protected List<String> addUnique(Table table, UniqueKey key) {
        return List.of(alter(table) + "ADD " + unique(table, key));
    }

    @Override
    protected List<String> changeColumn(Table table, Column from, Column to, Set<Aspect> aspects) {
        if (aspects.contains(Aspect.IDENTITY) && to.identity() != null) {
            throw refusal("numbers no column of a table that is there");
        }
        if (aspects.contains(Aspect.TYPE) && !computedFrom(table, to.name()).isEmpty()) {
            throw refusal("changes no type of a column that another is computed from");
        }
        return super.changeColumn(table, from, to, aspects);
    }

    /** What is computed on reading is dropped and added, each by a statement of its own. */
    @Override
    protected List<String> changeGenerated(Table table, Column from, Column to) {
        boolean stored = from.generated() != null && from.generated().stored();
        if (stored || to.generated() == null) {
            throw refusal("makes no plain or other column of one that is computed");
        }
        List<String> statements = new ArrayList<>(dropColumn(table, to));
        statements.addAll(addColumn(table, to));
        return statements;
    }

    /** Of the functions that a default may have, the one that gives 16 bytes. */
    @Override
    protected String newUuid() {
        return "UUID_TO_BIN(UUID())";
    }

    /** Sessions of Plinth are in UTC; a default cannot ask for it. */
    @Override
    protected String now(ColumnType type) {
        return switch (type) {
            case ZonedTimestampType(int digits) -> "CURRENT_TIMESTAMP(" + Math.min(digits, 6) + ")";
            case TimeType time -> throw refusal("gives no column the time of day by default");
            default -> super.now(type);
        };
    }
}
