package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.plan.Predicate;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.Value;
import dev.plinth.data.sql.Read;
import dev.plinth.data.sql.RowShape;
import dev.plinth.data.sql.SelectSql;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of some keys that a caller gets to see, to be found by their keys. */
public final class KeyedRows {
    private final Map<List<Object>, Found> rows = new HashMap<>();

    /** A row, and where its members are found. */
    public record Found(RowShape shape, Row row) {}

    /** Reads what is asked for, of these rows only. */
    static KeyedRows read(Session session, Caller caller, ReadNode asked, List<List<Object>> keys)
            throws SQLException, IOException {
        KeyedRows all = new KeyedRows();
        List<Value> key = new ArrayList<>();
        for (CatalogColumn column : asked.table().table().address()) {
            key.add(new Value.OfColumn(new VisibleColumn(column, null)));
        }
        SelectSql.Options options = new SelectSql.Options(false, key);
        for (List<List<Object>> chunk : Chunks.ofKeys(keys)) {
            ReadNode these = ReadByKeys.only(asked, key, chunk);
            ReadNode node = these.withFilter(Predicate.and(asked.filter(), these.filter()));
            Read read = SelectSql.read(session.dialect(), caller, node, options);
            new ReadRun(session, caller, options)
                    .run(
                            read,
                            row -> {
                                List<Object> found = Keys.of(row.values(), read.hidden());
                                if (found != null) {
                                    all.rows.put(Keys.normal(found), new Found(read.shape(), row));
                                }
                            });
        }
        return all;
    }

    @Nullable Found of(List<Object> key) {
        return rows.get(Keys.normal(key));
    }
}
