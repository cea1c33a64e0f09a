package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;

import java.sql.SQLException;
import java.util.List;

/** Keeps rows as they are until the transaction ends. */
public final class Locks {
    private Locks() {}

    /** Locks the rows asked for, where the database can lock rows. */
    public static void take(Session session, Caller caller, CatalogTable table, ReadNode asked)
            throws SQLException {
        List<CatalogColumn> columns =
                table.address().isEmpty() ? List.copyOf(table.columns()) : table.address();
        Target target = new Target(table, asked, null, List.of(), null);
        session.each(
                WriteSql.select(session.dialect(), caller, target, columns, List.of(), true),
                WriteSql.keyTypes(session.dialect(), columns),
                values -> {});
    }
}
