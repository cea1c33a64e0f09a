package dev.plinth.data.run;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.plan.Operand;
import dev.plinth.data.plan.Predicate;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.Value;
import dev.plinth.data.sql.Read;
import dev.plinth.data.sql.RowShape;
import dev.plinth.data.sql.SelectSql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads written rows again, by their keys. */
public final class ReadByKeys {
    private final Session session;
    private final Caller caller;
    private final boolean asText;

    /**
     * @param asText whether values that are JSON in the answer are wanted as the database's own
     *     text
     */
    public ReadByKeys(Session session, Caller caller, boolean asText) {
        this.session = session;
        this.caller = caller;
        this.asText = asText;
    }

    /** Takes rows, and where their members are found. */
    @FunctionalInterface
    public interface ShapedRowTaker {
        void take(RowShape shape, Row row) throws IOException;
    }

    /**
     * Gives on the rows of the keys, in the order asked for, else in that of the keys. A row that
     * the caller may not see is left out.
     *
     * @return where the members of the rows are found
     */
    public RowShape read(ReadNode asked, List<List<Object>> keys, ShapedRowTaker taker)
            throws SQLException, IOException {
        List<Value> key = new ArrayList<>();
        for (CatalogColumn column : asked.table().table().address()) {
            key.add(new Value.OfColumn(new VisibleColumn(column, null)));
        }
        SelectSql.Options options = new SelectSql.Options(asText, key);
        ReadRun run = new ReadRun(session, caller, options);
        boolean sorted = !asked.order().isEmpty() || asked.isGrouped();
        if (sorted || keys.isEmpty()) {
            Read read =
                    SelectSql.read(
                            session.dialect(),
                            caller,
                            only(asked, key, keys),
                            new SelectSql.Options(asText, List.of()));
            if (!keys.isEmpty()) {
                run.run(read, row -> taker.take(read.shape(), row));
            }
            return read.shape();
        }
        RowShape shape = new RowShape(List.of());
        for (List<List<Object>> chunk : Chunks.ofKeys(keys)) {
            Read read = SelectSql.read(session.dialect(), caller, only(asked, key, chunk), options);
            Map<List<Object>, Row> rows = new HashMap<>();
            run.run(
                    read,
                    row -> {
                        List<Object> found = Keys.of(row.values(), read.hidden());
                        if (found != null) {
                            rows.put(Keys.normal(found), row);
                        }
                    });
            for (List<Object> wanted : chunk) {
                Row row = rows.get(Keys.normal(wanted));
                if (row != null) {
                    taker.take(read.shape(), row);
                }
            }
            shape = read.shape();
        }
        return shape;
    }

    static ReadNode only(ReadNode asked, List<Value> key, List<List<Object>> keys) {
        List<List<Operand>> operands = new ArrayList<>();
        for (List<Object> values : keys) {
            List<Operand> row = new ArrayList<>();
            for (int i = 0; i < key.size(); i++) {
                row.add(new Operand(key.get(i).type(), values.get(i)));
            }
            operands.add(row);
        }
        return asked.withFilter(new Predicate.KeyIn(key, operands)).withPage(0, null);
    }
}
