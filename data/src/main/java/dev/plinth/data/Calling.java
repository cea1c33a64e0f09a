package dev.plinth.data;

import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.data.plan.Call;
import dev.plinth.data.plan.CallPlanner;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.ReadPlanner;
import dev.plinth.data.request.ArgumentReader;
import dev.plinth.data.request.Arguments;
import dev.plinth.data.request.Level;
import dev.plinth.data.request.Parameter;
import dev.plinth.data.request.Preferences;
import dev.plinth.data.request.Query;
import dev.plinth.data.request.QueryParser;
import dev.plinth.data.request.Range;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation;
import dev.plinth.data.request.SelectItem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Answers calls of the functions of the database. */
final class Calling {
    private final DataApi api;

    Calling(DataApi api) {
        this.api = api;
    }

    /**
     * @param method as the request has it, in capitals
     */
    void call(Exchange exchange, VisibleCatalog visible, String schema, String name, String method)
            throws IOException, SQLException {
        switch (method) {
            case "GET", "HEAD", "POST" -> answer(exchange, visible, schema, name, method);
            case "OPTIONS" -> options(exchange, visible, schema, name);
            default ->
                    throw new Refusal(
                            Reason.ROUTINE_METHOD, "Cannot use the " + method + " method on RPC");
        }
    }

    private void answer(
            Exchange exchange, VisibleCatalog visible, String schema, String name, String method)
            throws IOException, SQLException {
        DataRequest request = exchange.request();
        boolean reads = !method.equals("POST");
        Preferences preferences = Preferences.parse(request.headers("prefer"));
        preferences.check();
        List<Parameter> parameters = Parameter.parse(request.query());
        Query query = reads ? QueryParser.parseCall(parameters) : QueryParser.parse(parameters);
        Arguments arguments =
                reads
                        ? Arguments.of(query.arguments())
                        : ArgumentReader.read(
                                request.body(), request.header("content-type"), query.columns());
        exchange.timing().step("request");
        Call call = CallPlanner.plan(visible, schema, name, arguments);
        CatalogRoutine routine = call.routine();
        if (reads && exchange.outer() != null && !routine.model().changesNothing()) {
            throw new Refusal(
                    Reason.NOT_POSSIBLE,
                    "A part of a transaction cannot be kept from writing",
                    null,
                    "Call the function by POST.");
        }
        if (preferences.affectedLimit() != null && !routine.isOfMany()) {
            throw new Refusal(
                    Reason.ROUTINE_MAX_AFFECTED,
                    "Function must return SETOF or TABLE when max-affected preference is used with"
                            + " handling=strict");
        }
        Representation form =
                Representation.ofCall(
                        request.headers("accept"), routine.model().result().mediaType());
        ReadNode node = node(visible, query, call);
        Range range =
                Range.of(
                        query.root(),
                        reads ? request.header("range") : null,
                        api.settings().mostRows());
        node = node.withPage(range.offset(), range.limit()).withCall(call);
        exchange.timing().step("plan");
        new CallAnswer(api, exchange, form, preferences, reads).give(node, call);
    }

    /** What of the function's rows is wanted; of values there is nothing to choose. */
    private ReadNode node(VisibleCatalog visible, Query query, Call call) {
        VisibleTable rows = visible.given(call.routine());
        if (rows == null) {
            throw new Refusal(
                    Reason.NOT_ALLOWED,
                    "permission denied for the rows of function " + call.routine().name(),
                    null,
                    "A role that calls it must also be able to read the table that they are of.");
        }
        boolean chooses = !call.routine().isOfValues() && !call.routine().isOfNothing();
        Level root = query.root();
        Query asked =
                chooses
                        ? query
                        : new Query(
                                List.of(new SelectItem.Star()),
                                Map.of(
                                        List.of(),
                                        new Level(
                                                List.of(), List.of(), root.limit(), root.offset())),
                                null,
                                null,
                                null,
                                List.of());
        return ReadPlanner.plan(visible, rows, asked, api.settings().aggregates());
    }

    private static void options(
            Exchange exchange, VisibleCatalog visible, String schema, String name) {
        List<CatalogRoutine> all = visible.routines(schema, name);
        if (all.isEmpty()) {
            CallPlanner.plan(visible, schema, name, Arguments.of(List.of()));
        }
        boolean reads = all.stream().allMatch(r -> r.model().changesNothing());
        DataApi.allow(exchange.answer(), reads ? "OPTIONS,GET,HEAD,POST" : "OPTIONS,POST");
    }
}
