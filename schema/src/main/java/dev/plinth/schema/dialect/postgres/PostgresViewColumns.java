package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Extras.ViewColumn;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.model.TableName;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the stored queries of views which of their columns are columns of tables. */
final class PostgresViewColumns {
    /** Views may stand on each other; none on itself. */
    private static final int DEEPEST = 100;

    private final Catalog catalog;
    private final List<String> schemas;
    private final Map<Place, Place> origins = new LinkedHashMap<>();
    private final Map<Place, String> columns = new HashMap<>();
    private final Map<String, TableName> relations = new HashMap<>();

    /** A column by its number. */
    private record Place(String relation, int column) {}

    PostgresViewColumns(Catalog catalog, List<String> schemas) {
        this.catalog = catalog;
        this.schemas = schemas;
    }

    List<ViewColumn> read() throws SQLException {
        catalog.each(
                "SELECT c.oid, r.ev_action::text AS query FROM pg_rewrite r"
                        + " JOIN pg_class c ON c.oid = r.ev_class AND c.relkind IN ('v', 'm')"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE r.rulename = '_RETURN'"
                        + " AND n.nspname NOT IN ('pg_catalog', 'information_schema')",
                List.of(),
                this::view);
        Set<String> named = new LinkedHashSet<>();
        origins.forEach(
                (shown, origin) -> {
                    named.add(shown.relation);
                    named.add(origin.relation);
                });
        if (named.isEmpty()) {
            return List.of();
        }
        catalog.each(
                "SELECT c.oid, n.nspname, c.relname, a.attnum, a.attname FROM pg_class c"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                        + " WHERE c.oid::text IN (?)",
                List.copyOf(named),
                this::column);
        return viewColumns();
    }

    private void view(ResultSet row) throws SQLException {
        for (PostgresQueryTree.Target target : PostgresQueryTree.targets(row.getString("query"))) {
            if (target.table() != 0) {
                origins.put(
                        new Place(row.getString("oid"), target.number()),
                        new Place(Long.toString(target.table()), target.column()));
            }
        }
    }

    private void column(ResultSet row) throws SQLException {
        String schema = row.getString("nspname");
        String relation = row.getString("relname");
        relations.put(
                row.getString("oid"),
                schemas.getFirst().equals(schema)
                        ? TableName.of(relation)
                        : new TableName(schema, relation));
        columns.put(
                new Place(row.getString("oid"), row.getInt("attnum")), row.getString("attname"));
    }

    private List<ViewColumn> viewColumns() {
        List<ViewColumn> all = new ArrayList<>();
        for (Place shown : origins.keySet()) {
            Place origin = origin(shown);
            TableName view = relations.get(shown.relation);
            TableName table = relations.get(origin.relation);
            String column = columns.get(shown);
            String tableColumn = columns.get(origin);
            if (view != null && table != null && column != null && tableColumn != null) {
                all.add(new ViewColumn(view, column, table, tableColumn));
            }
        }
        return all;
    }

    /** Through views on views down to what is no view's column any more. */
    private Place origin(Place shown) {
        Place place = shown;
        @Nullable Place below = origins.get(place);
        for (int depth = 0; below != null && depth < DEEPEST; depth++) {
            place = below;
            below = origins.get(place);
        }
        return place;
    }
}
