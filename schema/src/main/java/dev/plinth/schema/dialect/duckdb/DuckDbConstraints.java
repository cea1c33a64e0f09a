package dev.plinth.schema.dialect.duckdb;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.Names;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Relation.Action;
import dev.plinth.schema.type.BinaryType;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.LongTextType;
import dev.plinth.schema.type.TextType;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys, checks and relations; a check of a length belongs to the type of its column. */
final class DuckDbConstraints {
    private static final Pattern LIMIT =
            Pattern.compile("\\((?:octet_)?length\\((.+)\\) <= (\\d{1,9})\\)", Pattern.DOTALL);

    /** What {@link DuckDbStatements#check} makes of a name. */
    private static final Pattern NAMED =
            Pattern.compile("\\(\\('((?:[^']|'')*)' IS NULL\\) OR (.*)\\)", Pattern.DOTALL);

    private final Catalog catalog;
    private final List<String> schemas;
    private final Names names;
    private final List<Found> constraints = new ArrayList<>();
    private final Map<Place, Integer> limits = new HashMap<>();

    private record Place(String schema, String table, String column) {}

    private record Found(
            String type,
            String schema,
            String table,
            List<String> columns,
            String expression,
            String target,
            List<String> targetColumns) {}

    DuckDbConstraints(Catalog catalog, List<String> schemas, Names names) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.names = names;
    }

    void read() throws SQLException {
        catalog.each(
                "SELECT * FROM duckdb_constraints() WHERE database_name = current_database()"
                        + " AND schema_name IN (?) ORDER BY table_oid, constraint_index",
                schemas,
                row -> {
                    Found found =
                            new Found(
                                    text(row, "constraint_type"),
                                    text(row, "schema_name"),
                                    text(row, "table_name"),
                                    list(row, "constraint_column_names"),
                                    text(row, "expression"),
                                    text(row, "referenced_table"),
                                    list(row, "referenced_column_names"));
                    if (!isLimit(found)) {
                        constraints.add(found);
                    }
                });
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    private boolean isLimit(Found found) {
        Matcher limit = LIMIT.matcher(found.expression);
        if (!found.type.equals("CHECK") || found.columns.size() != 1 || !limit.matches()) {
            return false;
        }
        String column = found.columns.getFirst();
        return DuckDbInspector.plain(limit.group(1)).equals(column)
                && limits.putIfAbsent(
                                new Place(found.schema, found.table, column),
                                Integer.parseInt(limit.group(2)))
                        == null;
    }

    /** The type with the length that a check holds it to. */
    ColumnType limited(String schema, String table, String column, ColumnType type) {
        Integer limit = limits.get(new Place(schema, table, column));
        if (limit == null || limit == 0) {
            return type;
        }
        return switch (type) {
            case LongTextType ignored -> new TextType(limit);
            case BinaryType ignored -> new BinaryType(limit);
            default -> type;
        };
    }

    void addTo(FoundModel model) {
        Map<String, Set<String>> given = new HashMap<>();
        for (Found found : constraints) {
            FoundTable table = model.find(found.schema, found.table).orElse(null);
            if (table == null) {
                continue;
            }
            switch (found.type) {
                case "PRIMARY KEY" -> table.primaryKey("", found.columns);
                case "UNIQUE" -> table.unique("", found.columns, true);
                case "CHECK" ->
                        check(
                                table,
                                found.expression,
                                given.computeIfAbsent(
                                        found.schema + '\0' + found.table, k -> new HashSet<>()));
                case "FOREIGN KEY" ->
                        table.relation(
                                "",
                                found.columns,
                                model.name(found.schema, found.target),
                                found.targetColumns,
                                Action.NO_ACTION,
                                Action.NO_ACTION);
                default -> {}
            }
        }
    }

    private void check(FoundTable table, String expression, Set<String> given) {
        Matcher named = NAMED.matcher(expression);
        if (named.matches()) {
            table.check(named.group(1).replace("''", "'"), named.group(2));
            return;
        }
        String first = names.fitted(table.name().name() + "_check");
        String free = first;
        for (int i = 2; !given.add(free); i++) {
            free = first + i;
        }
        table.check(free, expression);
    }
}
