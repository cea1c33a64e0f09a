package dev.plinth.data;

import dev.plinth.data.access.Access;
import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.access.VisibleTable.NotOpen;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.catalog.Catalog;
import dev.plinth.data.catalog.CatalogTable;
import dev.plinth.data.description.Published;
import dev.plinth.data.plan.ConflictPlanner;
import dev.plinth.data.plan.Nearest;
import dev.plinth.data.request.Preferences;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation;
import dev.plinth.data.rule.Rules;
import dev.plinth.data.run.Cancellation;
import dev.plinth.data.run.ChangeFeed;
import dev.plinth.data.run.Connections;
import dev.plinth.data.run.Retry;
import dev.plinth.data.run.Session;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.type.InvalidValueException;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * PostgREST's dialect of HTTP over one database. Safe for many threads; made anew when the catalog,
 * the roles or the settings change.
 */
public final class DataApi {
    /** What supabase-js asks for when nothing is said; where there is one schema, it is meant. */
    private static final String USUAL_SCHEMA = "public";

    private static final String CALLS = "rpc/";
    private static final String IMPORTS = "import/";
    private static final Set<String> WRITES = Set.of("POST", "PATCH", "PUT", "DELETE");
    private final Catalog catalog;
    private final Access access;
    private final Connections connections;
    private final DataSettings settings;
    private final Rules rules;
    private final Reading reading;
    private final Writing writing;
    private final Calling calling;
    private final Importing importing;
    private final Batching batching;
    private final Repeating repeating;
    private final Describing describing;

    /** An API that is published nowhere in particular. */
    public DataApi(Catalog catalog, Access access, Connections connections, DataSettings settings) {
        this(catalog, access, connections, settings, new Published("Data API", ""));
    }

    public DataApi(
            Catalog catalog,
            Access access,
            Connections connections,
            DataSettings settings,
            Published published) {
        this.describing = new Describing(published);
        this.catalog = catalog;
        this.access = access;
        this.connections = connections;
        this.settings = settings;
        this.rules = Rules.of(catalog);
        this.reading = new Reading(this);
        this.writing = new Writing(this);
        this.calling = new Calling(this);
        this.importing = new Importing(this);
        this.batching = new Batching(this);
        this.repeating = new Repeating(this);
    }

    Catalog catalog() {
        return catalog;
    }

    Connections connections() {
        return connections;
    }

    Rules rules() {
        return rules;
    }

    /** Whether changes of any table are told. */
    public boolean tellsChanges() {
        return catalog.allTables().stream().anyMatch(CatalogTable::isLive);
    }

    /** The changes that are told. */
    public ChangeFeed changes() {
        return new ChangeFeed(catalog.dialect(), connections);
    }

    /** What is allowed. */
    public DataSettings settings() {
        return settings;
    }

    /**
     * Answers a request. A refusal is an answer too.
     *
     * @throws IOException when the caller is gone
     */
    public void handle(DataRequest request, Caller caller, DataAnswer answer) throws IOException {
        Exchange exchange = new Exchange(request, caller, answer);
        try {
            dispatch(exchange);
        } catch (SQLException | Refusal | NotOpen | InvalidValueException | PlinthException e) {
            new Refusing(this, exchange).give(e);
        }
    }

    /** The session of a request: its own, or its part of the one that it is within. */
    Session open(Exchange exchange) throws SQLException {
        return open(exchange, Session::open);
    }

    /** As {@link #open}, for as long as its caller takes to send or read any number of rows. */
    Session openLong(Exchange exchange) throws SQLException {
        return open(exchange, Session::openLong);
    }

    /** Opens a session of its own. */
    @FunctionalInterface
    private interface Opening {
        Session open(
                Connections connections,
                Dialect dialect,
                Cancellation cancellation,
                int timeoutSeconds)
                throws SQLException;
    }

    private Session open(Exchange exchange, Opening opening) throws SQLException {
        Session outer = exchange.outer();
        return outer != null
                ? Session.within(outer)
                : opening.open(
                        connections,
                        catalog.dialect(),
                        exchange.request().cancellation(),
                        settings.timeoutSeconds());
    }

    /** Runs a transaction until it comes through; a part of another one is for that to repeat. */
    void transaction(Exchange exchange, Retry.Transaction<IOException> work)
            throws IOException, SQLException {
        if (exchange.outer() != null) {
            work.run();
        } else {
            new Retry(catalog.dialect().errors()).run(work);
        }
    }

    /** The catalog as a caller sees it. */
    VisibleCatalog seenBy(Caller caller) {
        return access.seenBy(caller);
    }

    /** Whether what is written is only tried. */
    boolean rollsBack(Preferences preferences) {
        return settings.rollbackByRequest() && Boolean.TRUE.equals(preferences.rollback());
    }

    /**
     * Answers a request, or a part of one.
     *
     * @throws RuntimeException of the kinds that {@link #handle} makes refusals of
     */
    void dispatch(Exchange exchange) throws IOException, SQLException {
        DataRequest request = exchange.request();
        String path = stripped(request.path());
        String method = request.method().toUpperCase(Locale.ROOT);
        exchange.answer().header("Access-Control-Allow-Origin", "*");
        boolean calls = isBelow(path, CALLS);
        boolean imports = isImport(path);
        if (path.contains("/") && !calls && !imports) {
            throw new Refusal(Reason.PATH, "Invalid path specified in request URL");
        }
        String key = WRITES.contains(method) ? request.header(Repeating.KEY) : null;
        if (key != null && exchange.outer() == null) {
            repeating.run(exchange, key, imports);
            return;
        }
        if (path.isEmpty() && method.equals("POST")) {
            batching.run(exchange);
            return;
        }
        VisibleCatalog visible = access.seenBy(exchange.caller());
        String schema = schema(request, method);
        if (catalog.schemas().size() > 1) {
            exchange.answer().header("Content-Profile", schema);
        }
        if (path.isEmpty()) {
            describing.describe(exchange, visible, schema, method);
            return;
        }
        if (calls) {
            calling.call(exchange, visible, schema, path.substring(CALLS.length()), method);
            return;
        }
        if (imports) {
            VisibleTable target = table(visible, schema, path.substring(IMPORTS.length()));
            importing.run(exchange, visible, target, method);
            return;
        }
        dispatch(exchange, visible, table(visible, schema, path), method);
    }

    private void dispatch(
            Exchange exchange, VisibleCatalog visible, VisibleTable table, String method)
            throws IOException, SQLException {
        switch (method) {
            case "GET" -> {
                if (Representation.isOfEvents(exchange.request().headers("accept"))) {
                    exchange.answer().follow(Following.of(this, exchange, visible, table));
                } else {
                    reading.read(exchange, visible, table);
                }
            }
            case "HEAD" -> reading.read(exchange, visible, table);
            case "POST" -> writing.post(exchange, visible, table);
            case "PATCH" -> writing.patch(exchange, visible, table);
            case "PUT" -> writing.put(exchange, visible, table);
            case "DELETE" -> writing.delete(exchange, visible, table);
            case "OPTIONS" -> options(exchange, table);
            default -> throw unsupported(method);
        }
    }

    static boolean isImport(String path) {
        return isBelow(path, IMPORTS);
    }

    private static boolean isBelow(String path, String folder) {
        return path.startsWith(folder) && path.indexOf('/', folder.length()) < 0;
    }

    static Refusal unsupported(String method) {
        return new Refusal(Reason.METHOD, "Unsupported HTTP method: " + method);
    }

    static String stripped(String path) {
        int from = path.startsWith("/") ? 1 : 0;
        int to = path.length() > from && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(from, to);
    }

    /** The schema that the request chooses. */
    private String schema(DataRequest request, String method) {
        boolean reads = method.equals("GET") || method.equals("HEAD");
        String chosen = request.header(reads ? "accept-profile" : "content-profile");
        if (chosen == null) {
            return catalog.defaultSchema();
        }
        if (chosen.equals(USUAL_SCHEMA) && catalog.schemas().size() == 1) {
            return catalog.defaultSchema();
        }
        if (!catalog.schemas().contains(chosen)) {
            throw new Refusal(
                    Reason.UNKNOWN_SCHEMA,
                    "Invalid schema: " + chosen,
                    null,
                    "Only the following schemas are exposed: "
                            + String.join(", ", catalog.schemas()));
        }
        return chosen;
    }

    private static VisibleTable table(VisibleCatalog visible, String schema, String name) {
        VisibleTable table = visible.table(schema, name);
        if (table != null) {
            return table;
        }
        String prefix = schema.isEmpty() ? "" : schema + ".";
        String near =
                Nearest.of(
                        name,
                        visible.tables(schema).stream().map(t -> t.table().name()).toList(),
                        Nearest.CLOSE);
        throw new Refusal(
                Reason.UNKNOWN_TABLE,
                "Could not find the table '" + prefix + name + "' in the schema cache",
                null,
                near == null ? null : "Perhaps you meant the table '" + prefix + near + "'");
    }

    /** What the caller may do with a table. */
    private static void options(Exchange exchange, VisibleTable table) {
        List<String> methods = new ArrayList<>(List.of("OPTIONS"));
        if (table.allows(Action.READ)) {
            methods.add("GET");
            methods.add("HEAD");
        }
        if (table.allows(Action.CREATE)) {
            methods.add("POST");
        }
        if (table.allows(Action.CREATE)
                && table.allows(Action.UPDATE)
                && ConflictPlanner.hasKey(table)) {
            methods.add("PUT");
        }
        if (table.allowsOnFound(Action.UPDATE)) {
            methods.add("PATCH");
        }
        if (table.allowsOnFound(Action.DELETE)) {
            methods.add("DELETE");
        }
        allow(exchange.answer(), String.join(",", methods));
    }

    /** Answers what may be done at an address. */
    static void allow(DataAnswer answer, String methods) {
        answer.status(200);
        answer.header("Allow", methods);
        answer.header("Access-Control-Allow-Methods", methods);
        answer.header("Access-Control-Allow-Headers", "*");
        answer.header("Access-Control-Max-Age", "86400");
    }
}
