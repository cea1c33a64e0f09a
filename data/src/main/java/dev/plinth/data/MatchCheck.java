package dev.plinth.data;

import dev.plinth.data.access.Caller;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.answer.JsonRows;
import dev.plinth.data.answer.RowTag;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.request.RawJson;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.run.Locks;
import dev.plinth.data.run.ReadRun;
import dev.plinth.data.run.Row;
import dev.plinth.data.run.Session;
import dev.plinth.data.sql.Read;
import dev.plinth.data.sql.SelectSql;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Compares a row with what the caller last saw of it. */
final class MatchCheck {
    private MatchCheck() {}

    /**
     * Locks the row and compares it.
     *
     * @param asked the row, with the columns by which the caller knows its state
     * @throws Refusal if it is gone or was changed
     */
    static void check(
            Session session, Caller caller, VisibleTable table, ReadNode asked, String header)
            throws SQLException, IOException {
        Locks.take(session, caller, table.table(), asked);
        ReadNode one = asked.withPage(0, 2L);
        Read read = SelectSql.read(session.dialect(), caller, one, SelectSql.Options.PLAIN);
        List<Row> rows = new ArrayList<>();
        new ReadRun(session, caller, SelectSql.Options.PLAIN).run(read, rows::add);
        if (rows.size() > 1) {
            throw refusal("If-Match compares one row, and the filters name several", null);
        }
        if (rows.isEmpty()) {
            throw refusal("The row is not there any more", null);
        }
        if (!RowTag.matches(header, RowTag.of(read.shape(), rows.getFirst()))) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            JsonRows writer = new JsonRows(json, true, false, ZoneOffset.UTC);
            writer.row(read.shape(), rows.getFirst());
            writer.end(read.shape());
            throw refusal(
                    "The row was changed since you read it",
                    new RawJson(json.toString(StandardCharsets.UTF_8)));
        }
    }

    private static Refusal refusal(String message, @Nullable RawJson current) {
        return new Refusal(
                Reason.CHANGED.code(),
                Reason.CHANGED.status(),
                message,
                current,
                "Compare with the row as it is now, and try again.",
                null);
    }
}
