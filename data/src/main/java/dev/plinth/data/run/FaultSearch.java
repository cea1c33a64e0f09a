package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;
import dev.plinth.schema.dialect.Errors.Fault;
import dev.plinth.schema.dialect.Errors.Kind;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.UniqueKey;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;

/**
 * Finds out which constraint a write broke when the database does not tell: by trying the values
 * that were sent against each.
 */
final class FaultSearch {
    private final Session session;
    private final Catalog catalog;
    private final Caller caller;

    FaultSearch(Session session, Catalog catalog, Caller caller) {
        this.session = session;
        this.catalog = catalog;
        this.caller = caller;
    }

    /** The fault with its constraint, as far as it can be found. */
    Fault named(Fault fault, Attempt attempt) throws SQLException {
        CatalogTable table = attempt.table();
        Table model = table == null ? null : table.model();
        if (table == null || model == null || fault.constraint() != null || attempt.deletes()) {
            return fault;
        }
        for (WriteRow row : attempt.rows()) {
            String name =
                    switch (fault.kind()) {
                        case UNIQUE -> taken(table, model, row);
                        case FOREIGN_KEY -> missing(table, model, row);
                        default -> null;
                    };
            if (name != null) {
                return new Fault(fault.kind(), name, fault.column(), fault.detail());
            }
        }
        return fault;
    }

    static boolean helps(Fault fault, Attempt attempt) {
        return fault.constraint() == null
                && (fault.kind() == Kind.UNIQUE || fault.kind() == Kind.FOREIGN_KEY)
                && attempt.rows().size() == 1;
    }

    private @Nullable String missing(CatalogTable table, Table model, WriteRow row)
            throws SQLException {
        for (Relation relation : model.relations()) {
            List<Object> key = row.key(Constraints.columns(table, relation.columns()));
            CatalogTable target = catalog.tableById(relation.target());
            if (key != null && target != null) {
                List<CatalogColumn> columns = Constraints.columns(target, relation.targetColumns());
                if (count(target, columns, key) == 0) {
                    return relation.name();
                }
            }
        }
        return null;
    }

    private @Nullable String taken(CatalogTable table, Table model, WriteRow row)
            throws SQLException {
        for (UniqueKey unique : model.uniques()) {
            List<CatalogColumn> columns = Constraints.columns(table, unique.columns());
            List<Object> key = row.key(columns);
            if (key != null && count(table, columns, key) > 0) {
                return unique.name();
            }
        }
        List<Object> key = row.key(table.key());
        if (key != null && !key.isEmpty() && count(table, table.key(), key) > 0) {
            String name = model.primaryKey() == null ? "" : model.primaryKey().name();
            return name.isEmpty() ? "PRIMARY" : name;
        }
        return null;
    }

    private long count(CatalogTable table, List<CatalogColumn> columns, List<Object> key)
            throws SQLException {
        return session.number(
                WriteSql.count(catalog.dialect(), caller, Target.of(table, columns, List.of(key))));
    }
}
