package dev.plinth.schema.dialect.oracle;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks: those that tell the kind of a column, those that are NOT NULL, and true ones. */
final class OracleChecks {
    private static final Pattern NOT_NULL =
            Pattern.compile("\\s*\"?[^\"]+\"?\\s+IS\\s+NOT\\s+NULL\\s*", Pattern.CASE_INSENSITIVE);

    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;
    private final Map<Place, OracleKind> kinds = new HashMap<>();
    private final List<Shown> checks = new ArrayList<>();

    private record Place(String schema, String table, String column) {}

    private record Shown(
            String schema, String table, String name, boolean enabled, String condition) {}

    OracleChecks(Catalog catalog, List<String> schemas, FoundModel found) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    /** What the checks without a name tell of a column. */
    Optional<OracleKind> kind(String schema, String table, String column) {
        return Optional.ofNullable(kinds.get(new Place(schema, table, column)));
    }

    void read() throws SQLException {
        catalog.each(
                """
                SELECT k.owner, k.table_name, k.constraint_name, k.status, k.generated,
                    (SELECT COUNT(*) FROM all_cons_columns n WHERE n.owner = k.owner
                        AND n.constraint_name = k.constraint_name) AS columns,
                    (SELECT MIN(n.column_name) FROM all_cons_columns n WHERE n.owner = k.owner
                        AND n.constraint_name = k.constraint_name) AS column_name,
                    k.search_condition
                FROM all_constraints k
                WHERE k.owner IN (?) AND k.constraint_type = 'C' AND k.view_related IS NULL\
                """,
                schemas,
                this::check);
    }

    private void check(ResultSet row) throws SQLException {
        String schema = text(row, "owner");
        String table = text(row, "table_name");
        String name = text(row, "constraint_name");
        boolean enabled = text(row, "status").equals("ENABLED");
        boolean unnamed = text(row, "generated").equals("GENERATED NAME");
        boolean single = row.getInt("columns") == 1;
        String column = text(row, "column_name");
        String condition = text(row, "search_condition").strip();
        if (single && NOT_NULL.matcher(condition).matches()) {
            return;
        }
        Optional<OracleKind> kind =
                single && unnamed && enabled ? OracleKind.read(condition) : Optional.empty();
        kind.ifPresentOrElse(
                k -> kinds.put(new Place(schema, table, column), k),
                () -> checks.add(new Shown(schema, table, name, enabled, condition)));
    }

    /** Adds the true checks to their tables. */
    void add() {
        for (Shown check : checks) {
            if (check.enabled) {
                found.find(check.schema, check.table)
                        .ifPresent(t -> t.check(check.name, check.condition));
            } else {
                found.note(
                        "I003",
                        found.name(check.schema, check.table),
                        "checks/" + check.name,
                        "The check \"" + check.name + "\" is not enforced by the database.",
                        "It stays as it is unless it is changed here; then that is lost.");
            }
        }
    }
}
