package dev.plinth.data;

import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.answer.AnswerStream;
import dev.plinth.data.answer.RowTag;
import dev.plinth.data.answer.RowWriter;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.plan.Nest;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.request.Preferences.Count;
import dev.plinth.data.request.Preferences.Return;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation.Form;
import dev.plinth.data.run.Faults;
import dev.plinth.data.run.NestRun;
import dev.plinth.data.run.ReadByKeys;
import dev.plinth.data.run.Retry;
import dev.plinth.data.run.Row;
import dev.plinth.data.run.Session;
import dev.plinth.data.run.WriteContext;
import dev.plinth.data.run.WriteRun;
import dev.plinth.data.run.Written;
import dev.plinth.data.sql.RowShape;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The answer to a write, and the transaction that it is written in. */
final class WriteAnswer {
    private final DataApi api;
    private final Exchange exchange;
    private final Writing.Parts parts;
    private final String applied;
    private AnswerStream out;
    private int status;
    private @Nullable String range;
    private @Nullable String location;
    private @Nullable String tag;
    private boolean isShown;

    WriteAnswer(DataApi api, Exchange exchange, Writing.Parts parts, Applied applied) {
        this.api = api;
        this.exchange = exchange;
        this.parts = parts;
        this.applied = applied.toString();
        this.out = AnswerStream.holdingAll(exchange.answer());
    }

    /** What is written. */
    @FunctionalInterface
    interface Work {
        Written write(Transaction transaction) throws SQLException, IOException;
    }

    /** What the answer says of it. */
    @FunctionalInterface
    interface Telling {
        void tell(Written written);
    }

    /** Runs a write, sees to it that it is what was asked for, and answers. */
    void give(Work work, Telling telling) throws SQLException, IOException {
        api.transaction(
                exchange,
                () -> {
                    out = AnswerStream.holdingAll(exchange.answer());
                    isShown = false;
                    tag = null;
                    write(work, telling);
                });
        exchange.timing().step("run");
        send();
    }

    private void write(Work work, Telling telling) throws SQLException, IOException {
        try (Session session = api.open(exchange)) {
            session.begin();
            Transaction transaction = new Transaction(session);
            try {
                write(transaction, work, telling);
                if (api.rollsBack(parts.preferences())) {
                    session.rollback();
                } else {
                    session.commit();
                }
            } catch (SQLException e) {
                if (Retry.helps(session.dialect().errors(), e)) {
                    throw e;
                }
                throw Faults.refusal(
                        transaction.context(), api.connections(), exchange.attempt(), e);
            }
        }
    }

    private void write(Transaction transaction, Work work, Telling telling)
            throws SQLException, IOException {
        Written written = work.write(transaction);
        checkAffected(written);
        if (showsRows() && !isShown) {
            List<List<Object>> keys = written.keys();
            transaction.show(keys == null ? List.of() : keys);
        }
        telling.tell(written);
        exchange.answer().rows(written.affected());
    }

    private void checkAffected(Written written) {
        Long most = parts.preferences().affectedLimit();
        if (most != null && written.affected() > most) {
            throw tooMany(written.affected());
        }
        boolean single = parts.form().form() == Form.SINGULAR;
        Return returned = parts.preferences().returned();
        boolean rowsMatter = returned == null || returned == Return.REPRESENTATION;
        if (single && rowsMatter && written.affected() != 1) {
            throw Reading.notSingle(written.affected());
        }
    }

    static Refusal tooMany(long affected) {
        return new Refusal(
                Reason.MAX_AFFECTED,
                "Query result exceeds max-affected preference constraint",
                "The query affects " + affected + " rows",
                null);
    }

    boolean showsRows() {
        return parts.preferences().returned() == Return.REPRESENTATION;
    }

    /** Whether the answer says where to find the rows, or shows them. */
    boolean wantsKeys(int rows) {
        return showsRows()
                || rows == 1
                        && parts.preferences().returned() == Return.HEADERS_ONLY
                        && !parts.table().table().key().isEmpty();
    }

    void status(int newStatus) {
        status = newStatus;
    }

    /** The range of the rows that were written, with their number if that was asked for. */
    void range(String rows, Written written) {
        boolean counted = parts.preferences().count() == Count.EXACT;
        range = rows + "/" + (counted ? Long.toString(written.affected()) : "*");
    }

    void location(Written written) {
        List<List<Object>> keys = written.keys();
        if (parts.preferences().returned() != Return.HEADERS_ONLY
                || keys == null
                || keys.size() != 1) {
            return;
        }
        List<CatalogColumn> key = parts.table().table().key();
        if (!key.stream().allMatch(parts.table()::knows)) {
            return;
        }
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            String value = key.get(i).type().format(keys.getFirst().get(i));
            terms.add(encoded(key.get(i).name()) + "=eq." + encoded(value));
        }
        location = "/" + encoded(parts.table().table().name()) + "?" + String.join("&", terms);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void send() throws IOException {
        var answer = exchange.answer();
        exchange.settle();
        answer.status(status);
        if (range != null) {
            answer.header("Content-Range", range);
        }
        if (location != null) {
            answer.header("Location", location);
        }
        if (tag != null) {
            answer.header("ETag", tag);
        }
        if (!applied.isEmpty()) {
            answer.header("Preference-Applied", applied);
        }
        answer.header("Server-Timing", exchange.timing().toString());
        if (showsRows()) {
            answer.header("Content-Type", parts.form().contentType());
            answer.header("Content-Length", Long.toString(out.length()));
            out.finish();
        } else if (status != 204) {
            answer.header("Content-Length", "0");
        }
    }

    /** The transaction of a write. */
    final class Transaction {
        private final Session session;

        private Transaction(Session session) {
            this.session = session;
        }

        WriteContext context() {
            return new WriteContext(
                    session, api.seenBy(exchange.caller()), api.rules(), exchange.caller());
        }

        WriteRun run() {
            return new WriteRun(context());
        }

        /** Writes the rows of a body with those that are nested in them. */
        Written nested(Nest.Root body, NestRun.RootWrite write) throws SQLException, IOException {
            return new NestRun(context(), body.rows().size(), exchange::attempts)
                    .run(parts.table(), body, write);
        }

        /** Writes the rows of the keys into the answer. */
        void show(List<List<Object>> keys) throws SQLException, IOException {
            isShown = true;
            RowWriter writer = RowWriter.of(parts.form(), out, parts.preferences().zone());
            ReadByKeys reader =
                    new ReadByKeys(session, exchange.caller(), parts.form().form().isOfTexts());
            RowShape[] shape = {new RowShape(List.of())};
            List<Row> last = new ArrayList<>();
            shape[0] =
                    reader.read(
                            parts.asked(),
                            keys,
                            (rowShape, row) -> {
                                writer.row(rowShape, row);
                                tag = last.isEmpty() ? RowTag.of(rowShape, row) : null;
                                last.add(row);
                            });
            writer.end(shape[0]);
        }

        /**
         * Sees to it that the row is still as the caller saw it, if the request asks for that.
         *
         * @throws Refusal with the row as it is, if it is not
         */
        void checkMatch(VisibleTable table, ReadNode asked) throws SQLException, IOException {
            String header = exchange.request().header("if-match");
            if (header != null) {
                MatchCheck.check(session, exchange.caller(), table, asked, header);
            }
        }
    }
}
