package dev.plinth.data;

import dev.plinth.data.KnownReads.Known;
import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.answer.AnswerStream;
import dev.plinth.data.answer.ContentRange;
import dev.plinth.data.answer.RowTag;
import dev.plinth.data.answer.RowWriter;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.ReadPlanner;
import dev.plinth.data.request.Parameter;
import dev.plinth.data.request.Preferences;
import dev.plinth.data.request.Preferences.Count;
import dev.plinth.data.request.Query;
import dev.plinth.data.request.QueryParser;
import dev.plinth.data.request.QueryShape;
import dev.plinth.data.request.Range;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation;
import dev.plinth.data.request.Representation.Form;
import dev.plinth.data.run.Counts;
import dev.plinth.data.run.ReadRun;
import dev.plinth.data.run.Session;
import dev.plinth.data.sql.BulkSql;
import dev.plinth.data.sql.Read;
import dev.plinth.data.sql.SelectSql;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers GET and HEAD for tables. */
final class Reading {
    private static final long FEW_ROWS = 2000;
    private final DataApi api;
    private final KnownReads known = new KnownReads();

    Reading(DataApi api) {
        this.api = api;
    }

    void read(Exchange exchange, VisibleCatalog visible, VisibleTable table)
            throws IOException, SQLException {
        DataRequest request = exchange.request();
        Preferences preferences = Preferences.parse(request.headers("prefer"));
        preferences.check();
        ZoneId zone = preferences.zone();
        Representation form = Representation.ofRows(request.headers("accept"));
        exchange.timing().step("request");
        QueryShape shape = request.header("range") == null ? QueryShape.of(request.query()) : null;
        Known read =
                shape == null ? null : known.find(table, form.form(), shape, exchange.caller());
        if (read != null) {
            exchange.timing().step("plan");
            Supplier<ReadNode> node = () -> plan(exchange, visible, table).node;
            new Answer(exchange, form, zone, preferences, null, node).give(read);
            return;
        }
        Plan plan = plan(exchange, visible, table);
        exchange.timing().step("plan");
        read = say(exchange, form, plan);
        exchange.timing().step("sql");
        if (shape != null && plan.page == null) {
            known.keep(table, form.form(), shape, exchange.caller(), read);
        }
        new Answer(exchange, form, zone, preferences, plan.page, () -> plan.node).give(read);
    }

    /**
     * @param page null when paging is not by cursor
     */
    private record Plan(ReadNode node, @Nullable CursorPage page) {}

    private Plan plan(Exchange exchange, VisibleCatalog visible, VisibleTable table) {
        DataRequest request = exchange.request();
        Query query = QueryParser.parse(Parameter.parse(request.query()));
        if (!table.allows(Action.READ)) {
            throw Forbidden.table(table);
        }
        ReadNode node = ReadPlanner.plan(visible, table, query, api.settings().aggregates());
        Range range = Range.of(query.root(), request.header("range"), api.settings().mostRows());
        node = node.withPage(range.offset(), range.limit());
        return new Plan(
                node,
                query.after() == null
                        ? null
                        : CursorPage.of(query.after(), node, api.catalog().dialect().types()));
    }

    private Known say(Exchange exchange, Representation form, Plan plan) {
        ReadNode node = plan.node;
        CursorPage page = plan.page;
        ReadNode wanted = node;
        if (form.form() == Form.SINGULAR) {
            wanted = node.withPage(node.offset(), least(node.limit(), 2L));
        } else if (page != null) {
            wanted = page.asked(node);
        }
        SelectSql.Options options =
                new SelectSql.Options(
                        form.form().isOfTexts(),
                        List.of(),
                        page != null,
                        page == null ? null : page.after());
        Read read = SelectSql.read(api.catalog().dialect(), exchange.caller(), wanted, options);
        boolean isLarge =
                !wanted.isOfOneRow() && (wanted.limit() == null || wanted.limit() > FEW_ROWS);
        return new Known(node, options, read, isLarge);
    }

    /** One answer of rows on its way. */
    private final class Answer {
        private final Exchange exchange;
        private final Representation form;
        private final ZoneId zone;
        private final Preferences preferences;
        private final @Nullable CursorPage page;
        private final Supplier<ReadNode> counted;
        private @Nullable Long total;
        private long rows;
        private @Nullable String tag;

        /**
         * @param counted gives the node with the values of this request, for a count of its rows
         */
        Answer(
                Exchange exchange,
                Representation form,
                ZoneId zone,
                Preferences preferences,
                @Nullable CursorPage page,
                Supplier<ReadNode> counted) {
            this.page = page;
            this.counted = counted;
            this.exchange = exchange;
            this.form = form;
            this.zone = zone;
            this.preferences = preferences;
        }

        void give(Known known) throws IOException, SQLException {
            ReadNode node = known.node();
            Read read = known.read();
            boolean single = form.form() == Form.SINGULAR;
            boolean head = exchange.request().method().equalsIgnoreCase("HEAD");
            AnswerStream out =
                    page == null
                            ? new AnswerStream(exchange.answer(), () -> settle(node, true), head)
                            : AnswerStream.holdingAll(exchange.answer(), head);
            boolean isLong = page == null && known.isLarge();
            try (Session session = isLong ? api.openLong(exchange) : api.open(exchange)) {
                if (!read.children().isEmpty() || preferences.count() != null) {
                    session.beginSnapshot();
                } else if (known.isLarge()) {
                    // Only within a transaction do drivers hand out a large result piece by piece.
                    session.begin();
                }
                if (preferences.count() != null) {
                    total =
                            Counts.of(
                                    session,
                                    exchange.caller(),
                                    counted.get(),
                                    preferences.count(),
                                    api.settings().estimateAbove());
                }
                if ((page == null || !page.isSomewhere()) && isExact()) {
                    ContentRange.check(exchange::refuseWithRange, node.offset(), total);
                }
                RowWriter writer = RowWriter.of(form, out, zone);
                ReadRun run = new ReadRun(session, exchange.caller(), known.options());
                Optional<BulkSql.Whole> bulk =
                        form.form() == Form.CSV && isLong
                                ? BulkSql.select(api.catalog().dialect(), read, zone)
                                : Optional.empty();
                if (bulk.isPresent()) {
                    writer.end(read.shape());
                    rows = session.write(session.dialect().bulk().orElseThrow(), bulk.get(), out);
                } else if (page != null && !single) {
                    rows = page(run, read, writer, out, page);
                } else {
                    rows =
                            run.run(
                                    read,
                                    row -> {
                                        if (!single || rows++ == 0) {
                                            writer.row(read.shape(), row);
                                        }
                                        if (single) {
                                            tag = RowTag.of(read.shape(), row);
                                        }
                                    });
                }
                if (single && rows != 1) {
                    throw notSingle(
                            rows == 0
                                    ? 0
                                    : Counts.exact(session, exchange.caller(), counted.get()));
                }
                if (bulk.isEmpty()) {
                    writer.end(read.shape());
                }
                if (total != null && rows > 0 && !isExact()) {
                    // An estimate may be below what was seen with one's own eyes.
                    total = Math.max(total, node.offset() + rows);
                }
            }
            exchange.timing().step("run");
            exchange.answer().rows(rows);
            if (tag != null && isKnown(tag)) {
                exchange.answer().status(304);
                exchange.answer().header("ETag", tag);
                return;
            }
            if (!out.isSettled()) {
                settle(node, false);
                exchange.answer().header("Content-Length", Long.toString(out.length()));
            }
            out.finish();
        }

        private static long page(
                ReadRun run, Read read, RowWriter writer, AnswerStream out, CursorPage page)
                throws SQLException, IOException {
            run.run(
                    read,
                    row -> {
                        if (!page.hasMore() && page.takes(row, read.hidden(), out.length())) {
                            writer.row(read.shape(), row);
                        }
                    },
                    page::hasMore);
            return page.rows();
        }

        private boolean isExact() {
            return preferences.count() == Count.EXACT;
        }

        private boolean isKnown(String current) {
            String header = exchange.request().header("if-none-match");
            return header != null && RowTag.matches(header, current);
        }

        /**
         * @param early whether rows are still to come
         */
        private void settle(ReadNode node, boolean early) {
            String next = page == null ? null : page.next();
            exchange.settle();
            ContentRange range =
                    early
                            ? ContentRange.expected(node.offset(), node.limit(), total)
                            : page != null && page.isSomewhere()
                                    ? ContentRange.somewhere(rows, total)
                                    : ContentRange.of(node.offset(), rows, total);
            if (next != null) {
                exchange.answer().header("Next-Cursor", next);
            }
            exchange.answer().status(range.isPartial() ? 206 : 200);
            exchange.answer().header("Content-Type", form.contentType());
            if (form.form() == Form.WORKBOOK) {
                exchange.answer()
                        .header("Content-Disposition", "attachment; filename=\"rows.xlsx\"");
            }
            if (!range.text().isEmpty()) {
                exchange.answer().header("Content-Range", range.text());
            }
            if (tag != null) {
                exchange.answer().header("ETag", tag);
            }
            String applied = Applied.toRead(preferences).toString();
            if (!applied.isEmpty()) {
                exchange.answer().header("Preference-Applied", applied);
            }
            exchange.answer().header("Server-Timing", exchange.timing().toString());
        }
    }

    static Refusal notSingle(long rows) {
        return new Refusal(
                Reason.NOT_SINGULAR,
                "Cannot coerce the result to a single JSON object",
                "The result contains " + rows + " rows",
                null);
    }

    private static Long least(@Nullable Long a, long b) {
        return a == null ? b : Math.min(a, b);
    }
}
