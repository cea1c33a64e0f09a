package dev.plinth.data;

import dev.plinth.data.answer.AnswerStream;
import dev.plinth.data.answer.ContentRange;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.answer.JsonRows;
import dev.plinth.data.answer.RowWriter;
import dev.plinth.data.answer.ValueRows;
import dev.plinth.data.plan.Call;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.request.Preferences;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation;
import dev.plinth.data.request.Representation.Form;
import dev.plinth.data.run.CallRun;
import dev.plinth.data.run.ReadRun;
import dev.plinth.data.run.Session;
import dev.plinth.data.sql.Read;
import dev.plinth.data.sql.SelectSql;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer to one call. Of a function that may write it is held until the transaction ended, as
 * that may still fail; else it is streamed like any other.
 */
final class CallAnswer {
    private final DataApi api;
    private final Exchange exchange;
    private final Representation form;
    private final Preferences preferences;
    private final boolean reads;
    private final ZoneId zone;
    private long offset;
    private long rows;
    private long seen;
    private @Nullable Long total;
    private @Nullable CallRun run;
    private ToldAnswer told = ToldAnswer.NOTHING;

    /**
     * @param reads whether the function is called such that it can change nothing
     */
    CallAnswer(
            DataApi api,
            Exchange exchange,
            Representation form,
            Preferences preferences,
            boolean reads) {
        this.api = api;
        this.exchange = exchange;
        this.form = form;
        this.preferences = preferences;
        this.reads = reads;
        this.zone = preferences.zone();
    }

    void give(ReadNode node, Call call) throws IOException, SQLException {
        boolean isHead = exchange.request().method().equalsIgnoreCase("HEAD");
        AnswerStream out =
                reads && preferences.count() == null
                        ? new AnswerStream(exchange.answer(), () -> settle(call, true), isHead)
                        : AnswerStream.holdingAll(exchange.answer(), isHead);
        try (Session session = api.open(exchange)) {
            begin(session);
            run = new CallRun(session, exchange.caller());
            run.tell(CallFacts.of(exchange));
            if (exchange.outer() != null) {
                // What an earlier part of the transaction told is not told by this one.
                run.tell(ToldAnswer.NAMES.stream().collect(Collectors.toMap(n -> n, n -> "")));
            }
            if (call.routine().isOfNothing()) {
                run.run(call);
                rows = 1;
            } else {
                read(session, node, call, out);
            }
            if (!out.isSettled()) {
                told = ToldAnswer.of(run.told(ToldAnswer.NAMES));
            }
            if (api.rollsBack(preferences)) {
                session.rollback();
            } else {
                session.commit();
            }
        }
        exchange.timing().step("run");
        exchange.answer().rows(rows);
        if (!out.isSettled()) {
            settle(call, false);
            if (!call.routine().isOfNothing()) {
                exchange.answer().header("Content-Length", Long.toString(out.length()));
            }
        }
        if (!call.routine().isOfNothing()) {
            out.finish();
        }
    }

    private void begin(Session session) throws SQLException {
        if (!reads) {
            session.begin();
        } else {
            session.beginReading();
        }
    }

    private void read(Session session, ReadNode node, Call call, AnswerStream out)
            throws SQLException, IOException {
        boolean counts = preferences.count() != null;
        Long limit = node.limit();
        offset = node.offset();
        // A function is called once, so its rows are counted while they go by.
        ReadNode wanted = counts ? node.withPage(0, null) : node;
        long from = counts ? offset : 0;
        Long to = counts && limit != null ? (Long) (offset + limit) : null;
        SelectSql.Options options = new SelectSql.Options(form.form().isOfTexts(), List.of());
        Read read = SelectSql.read(session.dialect(), exchange.caller(), wanted, options);
        exchange.timing().step("sql");
        RowWriter writer = writer(call, out);
        new ReadRun(session, exchange.caller(), options)
                .run(
                        read,
                        row -> {
                            if (seen >= from && (to == null || seen < to)) {
                                writer.row(read.shape(), row);
                                rows++;
                            }
                            seen++;
                        });
        if (counts) {
            total = seen;
            ContentRange.check(exchange::refuseWithRange, offset, total);
        }
        if (form.form() == Form.SINGULAR && !call.routine().isOfValues() && rows != 1) {
            throw Reading.notSingle(rows);
        }
        Long most = preferences.affectedLimit();
        if (most != null && seen > most) {
            throw WriteAnswer.tooMany(seen);
        }
        writer.end(read.shape());
    }

    private RowWriter writer(Call call, AnswerStream out) {
        boolean single = !call.routine().isOfMany() || form.form() == Form.SINGULAR;
        boolean plain = form.form() == Form.JSON || form.form() == Form.SINGULAR;
        if (plain && call.routine().isOfValues()) {
            return new ValueRows(out, single, zone);
        }
        return plain
                ? new JsonRows(out, single, form.nullsStripped(), zone)
                : RowWriter.of(form, out, zone);
    }

    /**
     * @param early whether rows are still to come
     */
    private void settle(Call call, boolean early) {
        if (early) {
            told = toldSoFar();
        }
        exchange.settle();
        DataAnswer answer = exchange.answer();
        ContentRange range = ContentRange.of(offset, rows, total);
        boolean empty = call.routine().isOfNothing();
        Integer status = told.status();
        answer.status(status != null ? status : empty ? 204 : range.isPartial() ? 206 : 200);
        if (!empty) {
            answer.header("Content-Type", form.contentType());
        }
        if (!early) {
            answer.header("Content-Range", range.text());
        }
        if (form.form() == Form.RAW || !told.headers().isEmpty()) {
            // What a function writes must not act as one of our own pages.
            answer.header("Content-Security-Policy", "sandbox");
            answer.header("X-Content-Type-Options", "nosniff");
        }
        told.addTo(answer);
        boolean ends = !reads && api.settings().rollbackByRequest();
        String applied = Applied.toCall(preferences, ends).toString();
        if (!applied.isEmpty()) {
            answer.header("Preference-Applied", applied);
        }
        answer.header("Server-Timing", exchange.timing().toString());
    }

    /** A function has run to its end when the first of its rows comes. */
    private ToldAnswer toldSoFar() {
        CallRun now = run;
        if (now == null) {
            return told;
        }
        try {
            return ToldAnswer.of(now.told(ToldAnswer.NAMES));
        } catch (SQLException | IOException e) {
            throw new Refusal(Reason.DATABASE, "The function did not end well").causedBy(e);
        }
    }
}
