package dev.plinth.schema.dialect.generic;

import dev.plinth.schema.dialect.standard.Catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The information schema of the SQL standard, as far as the database has it: it tells what drivers
 * do not.
 */
final class StandardCatalog {
    /** A part of it. */
    enum Part {
        VIEWS("SELECT table_schema, table_name, view_definition FROM information_schema.views"),
        CHECKS(
                "SELECT constraint_schema, constraint_name, check_clause"
                        + " FROM information_schema.check_constraints"),
        CONSTRAINTS(
                "SELECT table_schema, table_name, constraint_name, constraint_type"
                        + " FROM information_schema.table_constraints"),
        KEYS(
                "SELECT table_schema, table_name, constraint_name, column_name"
                        + " FROM information_schema.key_column_usage"),
        NULLS(
                "SELECT table_schema, table_name, constraint_name, nulls_distinct"
                        + " FROM information_schema.table_constraints"),
        DEFERRALS(
                "SELECT table_schema, table_name, constraint_name,"
                        + " CASE WHEN is_deferrable = 'NO' THEN 'NONE'"
                        + " WHEN initially_deferred = 'YES' THEN 'DEFERRED' ELSE 'IMMEDIATE' END"
                        + " FROM information_schema.table_constraints"),
        COMPUTED(
                "SELECT table_schema, table_name, column_name, generation_expression"
                        + " FROM information_schema.columns"),
        NUMBERED(
                "SELECT table_schema, table_name, column_name, identity_generation"
                        + " FROM information_schema.columns"),
        DIGITS(
                "SELECT table_schema, table_name, column_name, datetime_precision"
                        + " FROM information_schema.columns");

        private final String query;

        Part(String query) {
            this.query = query;
        }
    }

    private final Set<Part> parts = EnumSet.noneOf(Part.class);

    StandardCatalog(Probe probe) {
        for (Part part : Part.values()) {
            if (probe.runs(part.query + " WHERE 1 = 0")) {
                parts.add(part);
            }
        }
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** Something of a table: a column, a constraint; or the table itself, its name empty. */
    record Place(String schema, String table, String name) {}

    /** A constraint of a table. */
    record Constraint(Place place, String type) {}

    /** A text of each column; none of those that have none. */
    Map<Place, String> ofColumns(Part part, Connection connection, List<String> schemas)
            throws SQLException {
        Map<Place, String> texts = new HashMap<>();
        if (has(part)) {
            new Catalog(connection)
                    .each(
                            part.query + " WHERE table_schema IN (?)",
                            schemas,
                            row -> {
                                String text = row.getString(4);
                                if (text != null) {
                                    texts.put(
                                            new Place(
                                                    row.getString(1),
                                                    row.getString(2),
                                                    row.getString(3)),
                                            text);
                                }
                            });
        }
        return texts;
    }

    /** The queries of views. */
    Map<Place, String> views(Connection connection, List<String> schemas) throws SQLException {
        Map<Place, String> queries = new HashMap<>();
        if (has(Part.VIEWS)) {
            new Catalog(connection)
                    .each(
                            Part.VIEWS.query + " WHERE table_schema IN (?)",
                            schemas,
                            row -> {
                                String query = row.getString(3);
                                queries.put(
                                        new Place(row.getString(1), row.getString(2), ""),
                                        query == null ? "" : query.strip());
                            });
        }
        return queries;
    }

    List<Constraint> constraints(Connection connection, List<String> schemas) throws SQLException {
        List<Constraint> found = new ArrayList<>();
        if (has(Part.CONSTRAINTS)) {
            new Catalog(connection)
                    .each(
                            Part.CONSTRAINTS.query
                                    + " WHERE table_schema IN (?)"
                                    + " ORDER BY table_schema, table_name, constraint_name",
                            schemas,
                            row ->
                                    found.add(
                                            new Constraint(
                                                    new Place(
                                                            row.getString(1),
                                                            row.getString(2),
                                                            row.getString(3)),
                                                    row.getString(4))));
        }
        return found;
    }

    /** The columns of each key, in its order. */
    Map<Place, List<String>> keys(Connection connection, List<String> schemas) throws SQLException {
        Map<Place, List<String>> keys = new LinkedHashMap<>();
        if (has(Part.KEYS)) {
            new Catalog(connection)
                    .each(
                            Part.KEYS.query
                                    + " WHERE table_schema IN (?)"
                                    + " ORDER BY table_schema, table_name, constraint_name,"
                                    + " ordinal_position",
                            schemas,
                            row ->
                                    keys.computeIfAbsent(
                                                    new Place(
                                                            row.getString(1),
                                                            row.getString(2),
                                                            row.getString(3)),
                                                    k -> new ArrayList<>())
                                            .add(row.getString(4)));
        }
        return keys;
    }

    /**
     * The conditions of checks, by schema and name; several where tables share a name, which the
     * standard does not foresee.
     */
    Map<Place, List<String>> checks(Connection connection, List<String> schemas)
            throws SQLException {
        Map<Place, List<String>> checks = new HashMap<>();
        if (has(Part.CHECKS)) {
            new Catalog(connection)
                    .each(
                            Part.CHECKS.query + " WHERE constraint_schema IN (?)",
                            schemas,
                            row ->
                                    checks.computeIfAbsent(
                                                    new Place(
                                                            row.getString(1), "", row.getString(2)),
                                                    k -> new ArrayList<>())
                                            .add(row.getString(3)));
        }
        return checks;
    }
}
