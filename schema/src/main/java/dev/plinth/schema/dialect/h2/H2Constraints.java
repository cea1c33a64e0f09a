package dev.plinth.schema.dialect.h2;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.dialect.standard.Groups;
import dev.plinth.schema.model.Relation.Action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads keys, checks and relations; joined here, since H2 has no indexes on its catalog. */
final class H2Constraints {
    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;
    private final Map<Name, Constraint> constraints = new HashMap<>();
    private final Groups<Name, String> columns = new Groups<>();
    private final Groups<Name, String> indexed = new Groups<>();
    private final Groups<Name, Integer> places = new Groups<>();

    private record Name(String schema, String name) {}

    private record Constraint(
            String type, String schema, String table, boolean nullsDistinct, Name index) {}

    H2Constraints(Catalog catalog, List<String> schemas, FoundModel found) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    void read() throws SQLException {
        catalog.each(
                "SELECT constraint_schema, constraint_name, constraint_type, table_schema,"
                        + " table_name, nulls_distinct, index_schema, index_name"
                        + " FROM information_schema.table_constraints",
                List.of(),
                row ->
                        constraints.put(
                                name(row, "constraint"),
                                new Constraint(
                                        text(row, "constraint_type"),
                                        text(row, "table_schema"),
                                        text(row, "table_name"),
                                        !text(row, "nulls_distinct").equals("NO"),
                                        name(row, "index"))));
        catalog.each(
                "SELECT constraint_schema, constraint_name, column_name,"
                        + " position_in_unique_constraint AS place"
                        + " FROM information_schema.key_column_usage"
                        + " ORDER BY constraint_schema, constraint_name, ordinal_position",
                List.of(),
                row -> {
                    Name name = name(row, "constraint");
                    columns.add(name, text(row, "column_name"));
                    places.add(name, row.getInt("place"));
                });
        catalog.each(
                "SELECT index_schema, index_name, column_name"
                        + " FROM information_schema.index_columns"
                        + " ORDER BY index_schema, index_name, ordinal_position",
                List.of(),
                row -> indexed.add(name(row, "index"), text(row, "column_name")));
        columns.each(this::key);
        checks();
        relations();
    }

    private static Name name(ResultSet row, String prefix) throws SQLException {
        return new Name(text(row, prefix + "_schema"), text(row, prefix + "_name"));
    }

    private void key(Name name, List<String> names) {
        Constraint constraint = constraints.get(name);
        FoundTable table = constraint == null ? null : table(constraint);
        if (table == null || constraint == null) {
            return;
        }
        switch (constraint.type) {
            case "PRIMARY KEY" -> table.primaryKey(name.name, current(name, names));
            case "UNIQUE" ->
                    table.unique(name.name, current(name, names), constraint.nullsDistinct);
            default -> {}
        }
    }

    /**
     * A constraint goes on naming a renamed column as before until its table is altered otherwise
     * (tried with 2.4.240); its index does not.
     */
    private List<String> current(Name name, List<String> names) {
        Constraint constraint = constraints.get(name);
        List<String> found = constraint == null ? List.of() : indexed.of(constraint.index);
        if (found.size() < names.size()) {
            return names;
        }
        List<String> first = found.subList(0, names.size());
        boolean ordered = constraint != null && constraint.type.equals("PRIMARY KEY");
        return ordered || !Set.copyOf(first).equals(Set.copyOf(names)) ? first : names;
    }

    private @org.jspecify.annotations.Nullable FoundTable table(Constraint constraint) {
        return found.find(constraint.schema, constraint.table).orElse(null);
    }

    private void checks() throws SQLException {
        catalog.each(
                "SELECT constraint_schema, constraint_name, check_clause"
                        + " FROM information_schema.check_constraints"
                        + " WHERE constraint_schema IN (?)",
                schemas,
                row -> {
                    Name name = name(row, "constraint");
                    Constraint constraint = constraints.get(name);
                    FoundTable table = constraint == null ? null : table(constraint);
                    if (table != null) {
                        table.check(name.name, text(row, "check_clause"));
                    }
                });
    }

    private void relations() throws SQLException {
        catalog.each(
                "SELECT * FROM information_schema.referential_constraints"
                        + " WHERE constraint_schema IN (?)",
                schemas,
                row -> {
                    Name name = name(row, "constraint");
                    Constraint constraint = constraints.get(name);
                    Constraint target = constraints.get(name(row, "unique_constraint"));
                    FoundTable table = constraint == null ? null : table(constraint);
                    if (table != null && target != null) {
                        table.relation(
                                name.name,
                                current(name, columns.of(name)),
                                found.name(target.schema, target.table),
                                targets(
                                        name,
                                        current(
                                                name(row, "unique_constraint"),
                                                columns.of(name(row, "unique_constraint")))),
                                action(text(row, "delete_rule")),
                                action(text(row, "update_rule")));
                    }
                });
    }

    /** The columns of the key pointed at, in the order in which the relation names them. */
    private List<String> targets(Name relation, List<String> key) {
        return places.of(relation).stream().map(place -> key.get(place - 1)).toList();
    }

    private static Action action(String rule) {
        return Action.valueOf(rule.replace(' ', '_').toUpperCase(Locale.ROOT));
    }
}
