package dev.plinth.schema.dialect.postgres;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Deferral;
import dev.plinth.schema.model.Relation.Action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads keys, checks and relations. */
final class PostgresConstraints {
    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;
    private final PostgresEchoes echoes;

    PostgresConstraints(
            Catalog catalog, List<String> schemas, FoundModel found, PostgresEchoes echoes) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
        this.echoes = echoes;
    }

    void read() throws SQLException {
        // A relation to a partitioned table has a copy for each partition: those have a parent.
        catalog.each(
                "SELECT n.nspname, c.relname, k.conname, k.contype, k.confdeltype, k.confupdtype,"
                        + " k.condeferrable, k.condeferred, k.convalidated,"
                        + names("k.conrelid", "k.conkey")
                        + " AS columns, tn.nspname AS target_schema, t.relname AS target,"
                        + names("k.confrelid", "k.confkey")
                        + " AS target_columns, pg_get_expr(k.conbin, k.conrelid) AS condition,"
                        + " to_jsonb(i) ->> 'indnullsnotdistinct' AS nulls_equal"
                        + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " LEFT JOIN pg_class t ON t.oid = k.confrelid"
                        + " LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace"
                        + " LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype = 'u'"
                        + " WHERE k.contype IN ('p', 'u', 'c', 'f')"
                        + " AND (k.contype <> 'f' OR k.conparentid = 0) AND"
                        + PostgresTables.WANTED,
                schemas,
                this::constraint);
    }

    /** The names of columns given by number, in that order. */
    private static String names(String table, String numbers) {
        return " (SELECT array_agg(a.attname::text ORDER BY u.place) FROM unnest("
                + numbers
                + ") WITH ORDINALITY u(number, place) JOIN pg_attribute a ON a.attrelid = "
                + table
                + " AND a.attnum = u.number)";
    }

    private void constraint(ResultSet row) throws SQLException {
        FoundTable table = found.find(text(row, "nspname"), text(row, "relname")).orElse(null);
        if (table == null) {
            return;
        }
        String name = text(row, "conname");
        if (!row.getBoolean("convalidated")) {
            found.unready(table.name(), name);
        }
        switch (text(row, "contype")) {
            case "p" -> table.primaryKey(name, list(row, "columns"));
            case "u" ->
                    table.unique(
                            name,
                            list(row, "columns"),
                            !text(row, "nulls_equal").equals("true"),
                            deferral(row));
            case "c" -> table.check(name, echoes.settled(table.name(), text(row, "condition")));
            default ->
                    table.relation(
                            name,
                            list(row, "columns"),
                            found.name(text(row, "target_schema"), text(row, "target")),
                            list(row, "target_columns"),
                            action(text(row, "confdeltype")),
                            action(text(row, "confupdtype")),
                            deferral(row));
        }
    }

    private static Deferral deferral(ResultSet row) throws SQLException {
        if (!row.getBoolean("condeferrable")) {
            return Deferral.NONE;
        }
        return row.getBoolean("condeferred") ? Deferral.DEFERRED : Deferral.IMMEDIATE;
    }

    static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Action action(String letter) {
        return switch (letter) {
            case "r" -> Action.RESTRICT;
            case "c" -> Action.CASCADE;
            case "n" -> Action.SET_NULL;
            case "d" -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }
}
