package dev.plinth.data.run;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.RowRule;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.sql.WriteSql;
import dev.plinth.data.sql.WriteSql.Target;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Writes rows, within a transaction that the caller commits. */
public final class WriteRun {
    private final WriteContext context;

    public WriteRun(WriteContext context) {
        this.context = context;
    }

    /** Takes the keys of rows. */
    @FunctionalInterface
    public interface KeysTaker {
        void take(List<List<Object>> keys) throws SQLException, IOException;
    }

    /**
     * Inserts rows.
     *
     * @param wantsKeys whether the new rows are to be found again
     */
    public Written insert(VisibleTable table, List<WriteRow> rows, boolean wantsKeys)
            throws SQLException {
        return new InsertRun(context, table).run(rows, wantsKeys);
    }

    /**
     * Inserts rows, or updates those that exist already.
     *
     * @param by the columns by which such a row is known
     * @param merges whether it gets the new values, rather than being left alone
     */
    public Written upsert(
            VisibleTable table, List<WriteRow> rows, List<CatalogColumn> by, boolean merges)
            throws SQLException {
        return new UpsertRun(context, table, by, merges).run(rows);
    }

    /** Keeps the rows asked for as they are, for others that are written with them. */
    public Written hold(VisibleTable table, ReadNode asked) throws SQLException {
        RowRule rule = table.ruleFor(Action.UPDATE, List.of());
        List<CatalogColumn> address = table.table().address();
        Target target = new Target(table.table(), asked, rule, List.of(), null);
        List<List<Object>> keys =
                context.session()
                        .rows(
                                WriteSql.select(
                                        context.dialect(),
                                        context.caller(),
                                        target,
                                        address,
                                        List.of(),
                                        true),
                                WriteSql.keyTypes(context.dialect(), address));
        return new Written(keys.size(), 0, keys);
    }

    /** Updates the rows asked for. */
    public Written update(VisibleTable table, ReadNode asked, WriteRow row, boolean wantsKeys)
            throws SQLException {
        return new UpdateRun(context, table).run(asked, row, wantsKeys);
    }

    /**
     * Deletes the rows asked for.
     *
     * @param beforehand shows them while they are still there; null if nobody wants to see them
     */
    public Written delete(VisibleTable table, ReadNode asked, @Nullable KeysTaker beforehand)
            throws SQLException, IOException {
        return new DeleteRun(context, table, asked).run(beforehand);
    }
}
