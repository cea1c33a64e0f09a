package dev.plinth.data;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.answer.ChangeEvents;
import dev.plinth.data.answer.ChangeStream;
import dev.plinth.data.catalog.CatalogColumn;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.plan.ReadNode;
import dev.plinth.data.plan.ReadPlanner;
import dev.plinth.data.request.Level;
import dev.plinth.data.request.Parameter;
import dev.plinth.data.request.Preferences;
import dev.plinth.data.request.Query;
import dev.plinth.data.request.QueryParser;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.run.Cancellation;
import dev.plinth.data.run.ChangeFeed;
import dev.plinth.data.run.ChangedRows;
import dev.plinth.data.run.ChangedRows.ChangedRow;
import dev.plinth.data.run.Session;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/** The changes of the rows that a request asks for. */
final class Following implements ChangeStream {
    private final DataApi api;
    private final Caller caller;
    private final Query query;
    private final ReadNode asked;
    private final ZoneId zone;
    private final @Nullable String lastEvent;

    private Following(
            DataApi api,
            Caller caller,
            Query query,
            ReadNode asked,
            ZoneId zone,
            @Nullable String lastEvent) {
        this.api = api;
        this.caller = caller;
        this.query = query;
        this.asked = asked;
        this.zone = zone;
        this.lastEvent = lastEvent;
    }

    /**
     * What a request asks for.
     *
     * @throws Refusal when it cannot be told
     */
    static Following of(
            DataApi api, Exchange exchange, VisibleCatalog visible, VisibleTable table) {
        DataRequest request = exchange.request();
        Preferences preferences = Preferences.parse(request.headers("prefer"));
        preferences.check();
        Query query = QueryParser.parse(Parameter.parse(request.query()));
        if (!table.allows(Action.READ)) {
            throw Forbidden.table(table);
        }
        check(api, table);
        ReadNode asked = ReadPlanner.plan(visible, table, query, api.settings().aggregates());
        Level root = query.root();
        if (!root.order().isEmpty() || root.limit() != null || root.offset() != null) {
            throw refusal(
                    "Changes have no order, limit or offset of their own",
                    "They come as they happen; leave these out.");
        }
        if (asked.isGrouped()) {
            throw refusal(
                    "Groups of rows cannot be followed",
                    "Follow the rows, and read the groups again.");
        }
        String last = request.header("last-event-id");
        return new Following(
                api,
                exchange.caller(),
                query.withAfter(null),
                asked,
                preferences.zone(),
                last == null ? query.after() : last);
    }

    private static void check(DataApi api, VisibleTable visible) {
        CatalogTable table = visible.table();
        if (!table.isLive()) {
            throw refusal(
                    "\"" + table.name() + "\" does not tell its changes",
                    "Give the table a trigger that tells subscribers. A database that was attached"
                            + " as it is can have none.");
        }
        for (CatalogColumn column : table.key()) {
            VisibleColumn key = visible.column(column.name());
            if (key == null || key.mask() != null) {
                throw refusal(
                        "The key of \"" + table.name() + "\" is hidden from you",
                        "Rows are told apart by it.");
            }
        }
    }

    private static Refusal refusal(String message, String hint) {
        return new Refusal(Reason.NO_STREAM, message, null, hint);
    }

    @Override
    public ChangeFeed feed() {
        return api.changes();
    }

    @Override
    public @Nullable String lastEvent() {
        return lastEvent;
    }

    @Override
    public Object audience() {
        return List.of(api, asked.table().table(), query, caller, zone);
    }

    @Override
    public @Nullable String tell(ChangeFeed.Window window) throws SQLException, IOException {
        if (!window.isOf(asked.table().table().id())) {
            return "";
        }
        List<ChangedRow> rows;
        try (Session session =
                Session.open(
                        api.connections(),
                        api.catalog().dialect(),
                        new Cancellation(),
                        api.settings().timeoutSeconds())) {
            rows = ChangedRows.of(window, session, caller, asked);
        }
        if (rows == null) {
            return null;
        }
        ChangeEvents events = new ChangeEvents(asked.table().table().key(), zone);
        StringBuilder text = new StringBuilder();
        for (ChangedRow row : rows) {
            text.append(events.of(window.id(row.number()), row));
        }
        return text.toString();
    }
}
