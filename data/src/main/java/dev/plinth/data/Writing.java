package dev.plinth.data;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.plan.BodyPlanner;
import dev.plinth.data.plan.ConflictPlanner;
import dev.plinth.data.plan.Nest;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.ReadPlanner;
import dev.plinth.data.plan.WriteRow;
import dev.plinth.data.request.Body;
import dev.plinth.data.request.BodyReader;
import dev.plinth.data.request.Parameter;
import dev.plinth.data.request.Preferences;
import dev.plinth.data.request.Preferences.Return;
import dev.plinth.data.request.Query;
import dev.plinth.data.request.QueryParser;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation;
import dev.plinth.data.run.Attempt;
import dev.plinth.data.run.WriteRun;
import dev.plinth.data.run.Written;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Answers POST, PATCH, PUT and DELETE for tables. */
final class Writing {
    private final DataApi api;

    Writing(DataApi api) {
        this.api = api;
    }

    void post(Exchange exchange, VisibleCatalog visible, VisibleTable table)
            throws IOException, SQLException {
        Parts parts = parts(exchange, visible, table, Action.CREATE);
        Nest.Root body = body(exchange, visible, parts, Action.CREATE);
        Preferences preferences = parts.preferences();
        boolean merges = preferences.resolution() == Preferences.Resolution.MERGE;
        List<CatalogColumn> by =
                preferences.resolution() == null
                        ? List.of()
                        : ConflictPlanner.columns(table, parts.query().onConflict());
        boolean upserts = !by.isEmpty();
        boolean nests = !body.branches().isEmpty();
        if (nests && upserts && !merges) {
            throw new Refusal(
                    Reason.NOT_POSSIBLE,
                    "A row that is left alone has no related rows to be written with",
                    null,
                    "Use resolution=merge-duplicates, or send the rows one by one.");
        }
        WriteAnswer answer = answer(exchange, parts, upserts);
        answer.give(
                transaction -> {
                    if (body.rows().isEmpty()) {
                        return new Written(0, 0, List.of());
                    }
                    WriteRun run = transaction.run();
                    return transaction.nested(
                            body,
                            rows ->
                                    upserts
                                            ? run.upsert(table, rows, by, merges)
                                            : run.insert(
                                                    table,
                                                    rows,
                                                    nests || answer.wantsKeys(rows.size())));
                },
                written -> {
                    answer.location(written);
                    answer.status(
                            upserts && written.inserted() == 0 && written.affected() > 0
                                    ? 200
                                    : 201);
                    answer.range("*", written);
                });
    }

    void put(Exchange exchange, VisibleCatalog visible, VisibleTable table)
            throws IOException, SQLException {
        Query query = QueryParser.parse(Parameter.parse(exchange.request().query()));
        if (query.root().limit() != null || query.root().offset() != null) {
            throw new Refusal(
                    Reason.PUT_LIMIT,
                    "limit/offset querystring parameters are not allowed for PUT");
        }
        List<String> key = ConflictPlanner.checkPut(table, query);
        Parts parts = parts(exchange, visible, table, Action.CREATE);
        Nest.Root body = body(exchange, visible, parts, Action.CREATE);
        ConflictPlanner.checkPut(table, key, body.rows());
        WriteAnswer answer = answer(exchange, parts, false);
        answer.give(
                transaction -> {
                    transaction.checkMatch(table, parts.asked());
                    return transaction.nested(
                            body,
                            rows ->
                                    transaction
                                            .run()
                                            .upsert(table, rows, table.table().key(), true));
                },
                written -> {
                    boolean shown = parts.preferences().returned() == Return.REPRESENTATION;
                    answer.status(!shown ? 204 : written.inserted() > 0 ? 201 : 200);
                });
    }

    void patch(Exchange exchange, VisibleCatalog visible, VisibleTable table)
            throws IOException, SQLException {
        Parts parts = parts(exchange, visible, table, Action.UPDATE);
        Nest.Root body = body(exchange, visible, parts, Action.UPDATE);
        if (body.rows().size() > 1) {
            throw new Refusal(Reason.BODY, "An update takes one object, and there are several");
        }
        boolean nests = !body.branches().isEmpty();
        boolean isEmpty = !nests && body.rows().stream().allMatch(r -> r.values().isEmpty());
        if (!isEmpty) {
            refuseUnfiltered(parts, "update");
        }
        WriteAnswer answer = answer(exchange, parts, false);
        answer.give(
                transaction -> {
                    transaction.checkMatch(table, parts.asked());
                    return isEmpty
                            ? new Written(0, 0, List.of())
                            : transaction.nested(
                                    body,
                                    rows ->
                                            update(
                                                    transaction.run(),
                                                    parts,
                                                    rows.getFirst(),
                                                    nests || answer.wantsKeys(1)));
                },
                written -> {
                    answer.status(answer.showsRows() ? 200 : 204);
                    answer.range(
                            written.affected() == 0 ? "*" : "0-" + (written.affected() - 1),
                            written);
                });
    }

    /** A row may get nothing new but rows that refer to it. */
    private static Written update(WriteRun run, Parts parts, WriteRow row, boolean wantsKeys)
            throws SQLException {
        return row.values().isEmpty()
                ? run.hold(parts.table(), parts.asked())
                : run.update(parts.table(), parts.asked(), row, wantsKeys);
    }

    void delete(Exchange exchange, VisibleCatalog visible, VisibleTable table)
            throws IOException, SQLException {
        Parts parts = parts(exchange, visible, table, Action.DELETE);
        refuseUnfiltered(parts, "delete");
        exchange.attempts(new Attempt(table.table(), true, List.of()));
        WriteAnswer answer = answer(exchange, parts, false);
        answer.give(
                transaction -> {
                    transaction.checkMatch(table, parts.asked());
                    return transaction
                            .run()
                            .delete(
                                    table,
                                    parts.asked(),
                                    answer.showsRows() ? transaction::show : null);
                },
                written -> {
                    answer.status(answer.showsRows() ? 200 : 204);
                    answer.range("*", written);
                });
    }

    /**
     * What a write's request says.
     *
     * @param asked the rows it is for, and what of them is given back
     */
    record Parts(
            VisibleTable table,
            Query query,
            Preferences preferences,
            Representation form,
            ReadNode asked) {}

    private Parts parts(
            Exchange exchange, VisibleCatalog visible, VisibleTable table, Action action) {
        DataRequest request = exchange.request();
        Preferences preferences = Preferences.parse(request.headers("prefer"));
        preferences.check();
        Representation form = Representation.ofRows(request.headers("accept"));
        Query query = QueryParser.parse(Parameter.parse(request.query()));
        exchange.timing().step("request");
        if (!table.allows(action)) {
            throw Forbidden.table(table);
        }
        if (action != Action.CREATE && !table.allowsOnFound(action)) {
            throw Forbidden.reading(table);
        }
        boolean shown = preferences.returned() == Return.REPRESENTATION;
        if (shown && !table.allows(Action.READ)) {
            throw Forbidden.table(table);
        }
        boolean pages = query.root().limit() != null || query.root().offset() != null;
        if (pages && (action == Action.UPDATE || action == Action.DELETE)) {
            throw new Refusal(
                    Reason.NOT_POSSIBLE,
                    "limit and offset do not restrict which rows are written",
                    null,
                    "Use filters, and Prefer: max-affected to be sure of their number.");
        }
        ReadNode asked = ReadPlanner.plan(visible, table, query, api.settings().aggregates());
        return new Parts(table, query, preferences, form, asked);
    }

    private static Nest.Root body(
            Exchange exchange, VisibleCatalog visible, Parts parts, Action action)
            throws IOException {
        DataRequest request = exchange.request();
        Body body = BodyReader.read(request.body(), request.header("content-type"));
        Nest.Root planned =
                BodyPlanner.plan(
                        visible,
                        parts.table(),
                        action,
                        body,
                        parts.query().columns(),
                        parts.preferences().missingDefault());
        exchange.attempts(new Attempt(parts.table().table(), false, planned.rows()));
        exchange.timing().step("plan");
        return planned;
    }

    private WriteAnswer answer(Exchange exchange, Parts parts, boolean resolves) {
        return new WriteAnswer(
                api,
                exchange,
                parts,
                Applied.toWrite(parts.preferences(), resolves, api.settings().rollbackByRequest()));
    }

    private void refuseUnfiltered(Parts parts, String what) {
        if (parts.query().root().filters().isEmpty()
                && parts.preferences().affectedLimit() == null
                && parts.form().form() != Representation.Form.SINGULAR
                && !api.settings().unfilteredWrites()) {
            throw new Refusal(
                    Reason.UNFILTERED,
                    "This would " + what + " every row of \"" + parts.table().table().name() + "\"",
                    null,
                    "Add a filter, or say how many rows it may touch with Prefer:"
                            + " max-affected=….");
        }
    }
}
