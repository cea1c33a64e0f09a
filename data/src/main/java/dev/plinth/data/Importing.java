package dev.plinth.data;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.answer.ImportReport;
import dev.plinth.data.answer.RefusalBody;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.plan.ConflictPlanner;
import dev.plinth.data.plan.ImportPlanner;
import dev.plinth.data.plan.ImportProblems;
import dev.plinth.data.request.BodyReader;
import dev.plinth.data.request.Parameter;
import dev.plinth.data.request.Preferences;
import dev.plinth.data.request.Query;
import dev.plinth.data.request.QueryParser;
import dev.plinth.data.request.RawJson;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation;
import dev.plinth.data.request.Representation.Form;
import dev.plinth.data.request.RowSource;
import dev.plinth.data.request.RowSource.SourceRow;
import dev.plinth.data.run.Attempt;
import dev.plinth.data.run.Faults;
import dev.plinth.data.run.ImportRun;
import dev.plinth.data.run.Session;
import dev.plinth.data.run.WriteContext;

import org.jspecify.annotations.Nullable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Answers {@code POST import/{table}}: rows without number, in one transaction, with a verdict on
 * each that is refused.
 */
final class Importing {
    /** So many wrong rows are no slips, and nothing would be written anyway. */
    private static final long MOST_REFUSED = 10_000;

    private final DataApi api;

    Importing(DataApi api) {
        this.api = api;
    }

    void run(Exchange exchange, VisibleCatalog visible, VisibleTable table, String method)
            throws IOException, SQLException {
        switch (method) {
            case "POST" -> post(exchange, visible, table);
            case "OPTIONS" ->
                    DataApi.allow(
                            exchange.answer(),
                            table.allows(Action.CREATE) ? "OPTIONS,POST" : "OPTIONS");
            default -> throw DataApi.unsupported(method);
        }
    }

    private void post(Exchange exchange, VisibleCatalog visible, VisibleTable table)
            throws IOException, SQLException {
        DataRequest request = exchange.request();
        Preferences preferences = Preferences.parse(request.headers("prefer"));
        preferences.check();
        Representation form =
                Representation.among(
                        request.headers("accept"), Set.of(Form.JSON, Form.JSON_LINES), Form.JSON);
        Query query = QueryParser.parse(Parameter.parse(request.query()));
        if (!table.allows(Action.CREATE)) {
            throw Forbidden.table(table);
        }
        List<CatalogColumn> by =
                preferences.resolution() == null
                        ? List.of()
                        : ConflictPlanner.columns(table, query.onConflict());
        try (RowSource source = BodyReader.rows(open(request), request.header("content-type"));
                Session session = api.openLong(exchange)) {
            session.begin();
            exchange.attempts(new Attempt(table.table(), false, List.of()));
            new Import(exchange, visible, table, preferences, form, query, by, source, session)
                    .give();
        } catch (Refusal refusal) {
            // Whoever still sends would not read the answer.
            request.body().transferTo(OutputStream.nullOutputStream());
            throw refusal;
        }
    }

    /** The body, so that what reads rows from it does not close it: its rest is read after that. */
    private static InputStream open(DataRequest request) {
        return new FilterInputStream(request.body()) {
            @Override
            public void close() {}
        };
    }

    /** One import on its way. */
    private final class Import {
        private final Exchange exchange;
        private final VisibleCatalog visible;
        private final VisibleTable table;
        private final Preferences preferences;
        private final Representation form;
        private final Query query;
        private final List<CatalogColumn> by;
        private final RowSource source;
        private final Session session;
        private final ImportProblems problems = new ImportProblems();
        private @Nullable OutputStream progress;
        private long from;
        private long to;

        Import(
                Exchange exchange,
                VisibleCatalog visible,
                VisibleTable table,
                Preferences preferences,
                Representation form,
                Query query,
                List<CatalogColumn> by,
                RowSource source,
                Session session) {
            this.exchange = exchange;
            this.visible = visible;
            this.table = table;
            this.preferences = preferences;
            this.form = form;
            this.query = query;
            this.by = by;
            this.source = source;
            this.session = session;
        }

        void give() throws IOException, SQLException {
            try {
                read();
            } catch (Refusal refusal) {
                refuse(refusal);
            } catch (SQLException e) {
                Refusal refusal =
                        Faults.refusal(
                                api.seenBy(exchange.caller()),
                                exchange.caller(),
                                api.connections(),
                                exchange.attempt(),
                                e);
                refuse(
                        new Refusal(
                                refusal.code(),
                                refusal.status(),
                                refusal.message(),
                                "This came up with rows " + from + " to " + to + ".",
                                refusal.hint(),
                                e));
            }
        }

        /** As the last line, when lines went out already. */
        private void refuse(Refusal refusal) throws IOException {
            if (progress == null) {
                throw refusal;
            }
            line(new String(RefusalBody.of(refusal), StandardCharsets.UTF_8));
        }

        private void read() throws IOException, SQLException {
            SourceRow first = source.next();
            ImportPlanner planner = planner(first);
            ImportRun run =
                    new ImportRun(
                            new WriteContext(
                                    session,
                                    api.seenBy(exchange.caller()),
                                    api.rules(),
                                    exchange.caller()),
                            table,
                            planner.columns(),
                            by,
                            preferences.resolution() == Preferences.Resolution.MERGE,
                            problems);
            exchange.timing().step("plan");
            long most = preferences.skipsInvalid() ? Long.MAX_VALUE : MOST_REFUSED;
            try (ReadAhead ahead = new ReadAhead(source, first, planner, problems, most)) {
                ReadAhead.Chunk chunk = ahead.take();
                write(run, chunk);
                while (!chunk.isLast() && problems.rows() < most) {
                    tell(run);
                    chunk = ahead.take();
                    write(run, chunk);
                }
                end(run, chunk.isEnd());
            }
        }

        private void write(ImportRun run, ReadAhead.Chunk chunk) throws SQLException {
            from = to + 1;
            to = chunk.read();
            run.write(chunk.rows());
        }

        private ImportPlanner planner(@Nullable SourceRow first) {
            List<String> names = source.names();
            if (names == null) {
                names =
                        first instanceof RowSource.Named(_, var cells)
                                ? List.copyOf(cells.keySet())
                                : query.columns() == null ? List.of() : query.columns();
            }
            return new ImportPlanner(
                    visible,
                    table,
                    names,
                    query.columns(),
                    source.isOfTexts(),
                    preferences.missingDefault());
        }

        private void tell(ImportRun run) throws IOException {
            if (form.form() == Form.JSON_LINES) {
                line(
                        "{\"rows\":%d,\"inserted\":%d,\"updated\":%d,\"refused\":%d}"
                                .formatted(to, run.inserted(), run.updated(), problems.rows()));
            }
        }

        private void line(String json) throws IOException {
            OutputStream out = progress;
            if (out == null) {
                exchange.settle();
                exchange.answer().status(200);
                exchange.answer().header("Content-Type", form.contentType());
                out = exchange.answer().body();
                progress = out;
            }
            out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        private void end(ImportRun run, boolean complete) throws IOException, SQLException {
            boolean isTrial = Boolean.TRUE.equals(preferences.rollback());
            long refused = problems.rows();
            boolean stands = !isTrial && (refused == 0 || preferences.skipsInvalid());
            long ignored = by.isEmpty() ? 0 : to - refused;
            ImportReport report =
                    new ImportReport(
                            to,
                            run.inserted(),
                            run.updated(),
                            Math.max(0, ignored - run.inserted() - run.updated()),
                            refused,
                            complete,
                            stands,
                            problems.told());
            Long most = preferences.affectedLimit();
            if (most != null && run.inserted() + run.updated() > most) {
                throw WriteAnswer.tooMany(run.inserted() + run.updated());
            }
            if (stands) {
                session.commit();
            } else {
                session.rollback();
            }
            exchange.timing().step("run");
            Refusal refusal =
                    !stands && !isTrial
                            ? new Refusal(
                                    Reason.INVALID_ROWS.code(),
                                    Reason.INVALID_ROWS.status(),
                                    refused + " of " + to + " rows cannot be written, so none was",
                                    new RawJson(report.json()),
                                    "Mend them, or import the others with Prefer:"
                                            + " invalid=skip.",
                                    null)
                            : null;
            if (refusal != null) {
                throw refusal;
            }
            exchange.answer().rows(run.inserted() + run.updated());
            if (form.form() == Form.JSON_LINES) {
                line(report.json());
                return;
            }
            DataAnswer answer = exchange.answer();
            byte[] body = report.json().getBytes(StandardCharsets.UTF_8);
            exchange.settle();
            answer.status(stands && run.inserted() > 0 ? 201 : 200);
            answer.header("Content-Type", form.contentType());
            answer.header("Content-Length", Integer.toString(body.length));
            answer.header("Server-Timing", exchange.timing().toString());
            String applied = Applied.toImport(preferences, !by.isEmpty()).toString();
            if (!applied.isEmpty()) {
                answer.header("Preference-Applied", applied);
            }
            answer.body().write(body);
        }
    }
}
