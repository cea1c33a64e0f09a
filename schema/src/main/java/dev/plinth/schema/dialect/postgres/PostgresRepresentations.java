package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.Extras.Representation;
import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.NativeType;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the implicit casts between domains and json or text. PostgreSQL keeps them but never uses
 * them, which makes them a place to say how values of a domain are to be shown and read.
 */
final class PostgresRepresentations {
    private final Catalog catalog;
    private final String defaultSchema;
    private final Map<String, Found> found = new LinkedHashMap<>();

    /** The functions of one domain, as far as they were found. */
    private static final class Found {
        private @Nullable TableName toJson;
        private @Nullable TableName fromJson;
        private @Nullable TableName fromText;
    }

    PostgresRepresentations(Catalog catalog, String defaultSchema) {
        this.catalog = catalog;
        this.defaultSchema = defaultSchema;
    }

    List<Representation> read() throws SQLException {
        catalog.each(
                "SELECT format_type(t.oid, NULL) AS type, n.nspname, p.proname,"
                        + " CASE WHEN c.castsource = t.oid THEN 'to json'"
                        + " WHEN c.castsource = 'json'::regtype THEN 'from json'"
                        + " ELSE 'from text' END AS way"
                        + " FROM pg_cast c JOIN pg_proc p ON p.oid = c.castfunc"
                        + " JOIN pg_namespace n ON n.oid = p.pronamespace"
                        + " JOIN pg_type t ON t.typtype = 'd' AND ("
                        + "t.oid = c.castsource AND c.casttarget = 'json'::regtype OR "
                        + "t.oid = c.casttarget AND c.castsource IN"
                        + " ('json'::regtype, 'text'::regtype))"
                        + " WHERE c.castcontext = 'i' ORDER BY t.oid",
                List.of(),
                this::cast);
        return found.entrySet().stream()
                .map(
                        e ->
                                new Representation(
                                        type(e.getKey()),
                                        e.getValue().toJson,
                                        e.getValue().fromJson,
                                        e.getValue().fromText))
                .toList();
    }

    private static ColumnType type(String shown) {
        return new NativeType(shown);
    }

    private void cast(ResultSet row) throws SQLException {
        Found of = found.computeIfAbsent(row.getString("type"), t -> new Found());
        String schema = row.getString("nspname");
        TableName function =
                new TableName(schema.equals(defaultSchema) ? "" : schema, row.getString("proname"));
        switch (row.getString("way")) {
            case "to json" -> of.toJson = function;
            case "from json" -> of.fromJson = function;
            default -> of.fromText = function;
        }
    }
}
