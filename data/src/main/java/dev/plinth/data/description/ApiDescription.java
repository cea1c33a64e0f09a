package dev.plinth.data.description;

import static dev.plinth.data.description.JsonTree.object;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.VisibleCatalog;
import dev.plinth.data.access.VisibleColumn;
import dev.plinth.data.access.VisibleTable;
import dev.plinth.data.catalog.CatalogRoutine;
import dev.plinth.data.description.Notation.Part;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of a schema and what the caller may do with them, for programs to read. */
public final class ApiDescription {
    /** Of the data API, not of the model: that changes with every deployment. */
    static final String VERSION = "1";

    private static final String KEY = "idempotencyKey";
    private static final String LAST_EVENT = "lastEvent";

    private final VisibleCatalog catalog;
    private final Notation notation;
    private final Map<String, Object> shared = object();

    /** A parameter of these names is no filter, or there would be two of the name. */
    private static final Set<String> TAKEN =
            Set.of("select", "order", "limit", "offset", "after", "columns", "on_conflict");

    private ApiDescription(VisibleCatalog catalog, Notation notation) {
        this.catalog = catalog;
        this.notation = notation;
    }

    /**
     * The description as JSON. What is not open to the caller is not in it, and who sees nothing
     * does not learn the title either.
     */
    public static byte[] of(
            VisibleCatalog catalog, String schema, Published published, Notation notation) {
        return JsonTree.write(new ApiDescription(catalog, notation).document(schema, published));
    }

    private Map<String, Object> document(String schema, Published published) {
        List<VisibleTable> tables = catalog.tables(schema);
        Map<String, String> keys =
                notation.keys(tables.stream().map(t -> t.table().name()).toList());
        Map<String, Object> paths = object("/", object("get", itself()));
        Map<String, Object> schemas = object();
        shareParameters();
        for (VisibleTable table : tables) {
            String name = table.table().name();
            String key = keys.getOrDefault(name, name);
            TableSchema rows = new TableSchema(catalog, table, keys);
            schemas.putAll(notation.rows(key, rows));
            paths.put("/" + encoded(name), operations(table, key, rows));
            Map<String, Object> importing = notation.importing(key);
            if (table.allows(Action.CREATE) && !importing.isEmpty()) {
                paths.put("/import/" + encoded(name), object("post", importing(table, key, rows)));
            }
        }
        RoutineOperations calls = new RoutineOperations(notation, catalog);
        List<CatalogRoutine> routines =
                catalog.routines(schema).stream().filter(r -> catalog.given(r) != null).toList();
        Map<String, String> names =
                notation.keys(routines.stream().map(CatalogRoutine::name).distinct().toList());
        for (CatalogRoutine routine : routines) {
            String name = routine.name();
            paths.putIfAbsent(
                    "/rpc/" + encoded(name), calls.of(routine, names.getOrDefault(name, name)));
        }
        boolean isEmpty = paths.size() == 1;
        if (!isEmpty && hasOurOwn()) {
            Map<String, Object> batch = notation.batch();
            add(batch, KEY);
            paths.put("/", object("get", itself(), "post", batch));
        }
        Published shown = !isEmpty ? published : new Published("Data API", published.path());
        return notation.document(shown, paths, schemas, shared);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, Object> itself() {
        return object(
                "tags",
                List.of("Introspection"),
                "operationId",
                "describe",
                "summary",
                "OpenAPI description (this document)",
                "responses",
                object("200", object("description", "OK")));
    }

    private void shareParameters() {
        share("select", "select", "query", "Columns and related rows: id,name,customer(name)");
        share("columns", "columns", "query", "Columns of the body to take: id,name");
        share("order", "order", "query", "Sort keys: name.asc,date.desc.nullslast");
        share("limit", "limit", "query", "How many rows at most");
        share("offset", "offset", "query", "How many rows to skip");
        share("after", "after", "query", "The header Next-Cursor of the page before; may be empty");
        share("range", "Range", "header", "The first and last row: 0-24");
        share("rangeUnit", "Range-Unit", "header", "Of the header Range", "items");
        share("on_conflict", "on_conflict", "query", "Columns by which a row is known");
        share(
                "preferCount",
                "Prefer",
                "header",
                "Whether all rows are counted",
                "count=exact",
                "count=planned",
                "count=estimated");
        share("preferReturn", "Prefer", "header", "What the answer holds", RETURNS);
        share(
                "preferPost",
                "Prefer",
                "header",
                "What the answer holds, and what of known rows",
                POSTS);
        if (hasOurOwn()) {
            share(KEY, "Idempotency-Key", "header", "Names a write that may be sent again");
            share(
                    LAST_EVENT,
                    "Last-Event-ID",
                    "header",
                    "With Accept: text/event-stream, the last event that arrived; what follows is"
                            + " told");
            share("preferImport", "Prefer", "header", "What of refused and known rows", IMPORTS);
        }
    }

    /** Whether readers expect more than tables. */
    private boolean hasOurOwn() {
        return !notation.batch().isEmpty();
    }

    private static final String[] IMPORTS = {
        "invalid=skip",
        "resolution=merge-duplicates",
        "resolution=ignore-duplicates",
        "missing=default",
        "tx=rollback"
    };
    private static final String[] RETURNS = {
        "return=representation", "return=minimal", "return=headers-only"
    };
    private static final String[] POSTS = {
        "return=representation",
        "return=minimal",
        "return=headers-only",
        "resolution=merge-duplicates",
        "resolution=ignore-duplicates",
        "missing=default"
    };

    private void share(String key, String name, String in, String description, String... values) {
        shared.put(key, notation.parameter(name, in, description, List.of(values)));
    }

    private Object shared(String key) {
        return object("$ref", notation.pointer(Part.PARAMETER, key));
    }

    private Map<String, Object> operations(VisibleTable table, String key, TableSchema rows) {
        Map<String, Object> operations = object();
        if (table.allows(Action.READ)) {
            Map<String, Object> get = operation("read", table, key, rows, filters(table, key));
            add(get, "select", "order", "limit", "offset", "after", "range", "rangeUnit");
            add(get, "preferCount");
            boolean isLive = table.table().isLive() && hasOurOwn();
            if (isLive) {
                add(get, LAST_EVENT);
            }
            get.put("responses", notation.readAnswers(key, isLive));
            operations.put("get", get);
        }
        if (table.allows(Action.CREATE)) {
            Map<String, Object> post = operation("create", table, key, rows, new ArrayList<>());
            notation.addBody(post, key, false, shared);
            add(post, "select", "columns", "on_conflict", "preferPost");
            addKey(post);
            post.put("responses", notation.writeAnswers(key, "201", "Created"));
            operations.put("post", post);
        }
        if (table.allowsOnFound(Action.UPDATE)) {
            Map<String, Object> patch = operation("update", table, key, rows, filters(table, key));
            notation.addBody(patch, key, true, shared);
            add(patch, "preferReturn");
            addKey(patch);
            patch.put("responses", notation.writeAnswers(key, "204", "No Content"));
            operations.put("patch", patch);
        }
        if (table.allowsOnFound(Action.DELETE)) {
            Map<String, Object> delete = operation("delete", table, key, rows, filters(table, key));
            add(delete, "preferReturn");
            addKey(delete);
            delete.put("responses", notation.writeAnswers(key, "204", "No Content"));
            operations.put("delete", delete);
        }
        return operations;
    }

    private Map<String, Object> importing(VisibleTable table, String key, TableSchema rows) {
        Map<String, Object> operation = operation("import", table, key, rows, new ArrayList<>());
        operation.putAll(notation.importing(key));
        add(operation, "on_conflict", "preferImport");
        return operation;
    }

    private static Map<String, Object> operation(
            String verb, VisibleTable table, String key, TableSchema rows, List<Object> filters) {
        Map<String, Object> operation =
                object("tags", List.of(table.table().name()), "operationId", verb + "." + key);
        if (!rows.description().isEmpty()) {
            operation.put("summary", rows.description());
        }
        operation.put("parameters", filters);
        return operation;
    }

    private List<Object> filters(VisibleTable table, String key) {
        List<Object> filters = new ArrayList<>();
        for (VisibleColumn column : table.columns()) {
            if (TAKEN.contains(column.name())) {
                continue;
            }
            filters.add(notation.filter(key, column.name(), shared));
        }
        return filters;
    }

    private void addKey(Map<String, Object> operation) {
        if (hasOurOwn()) {
            add(operation, KEY);
        }
    }

    private void add(Map<String, Object> operation, String... keys) {
        for (String key : keys) {
            JsonTree.append(operation, "parameters", shared(key));
        }
    }
}
