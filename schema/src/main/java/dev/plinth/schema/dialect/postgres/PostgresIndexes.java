package dev.plinth.schema.dialect.postgres;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads indexes, without those that a key or an exclusion constraint brings with it. */
final class PostgresIndexes {
    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;
    private final PostgresEchoes echoes;

    PostgresIndexes(
            Catalog catalog, List<String> schemas, FoundModel found, PostgresEchoes echoes) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
        this.echoes = echoes;
    }

    void read() throws SQLException {
        // indoption: 1 for descending, 2 for NULLs first; NULLs first goes with descending.
        catalog.each(
                "SELECT n.nspname, c.relname, x.relname AS index, m.amname, i.indisunique,"
                        + " pg_get_expr(i.indpred, i.indrelid) AS condition, p.columns, p.shown,"
                        + " p.descending, CASE WHEN i.indnatts = i.indnkeyatts THEN '{}'"
                        + " ELSE ARRAY(SELECT a.attname::text"
                        + " FROM generate_series(i.indnkeyatts, i.indnatts - 1) k"
                        + " JOIN pg_attribute a ON a.attrelid = i.indrelid"
                        + " AND a.attnum = i.indkey[k] ORDER BY k) END AS included,"
                        + " i.indisvalid, p.special OR NOT i.indisvalid"
                        + " OR COALESCE(to_jsonb(i) ->> 'indnullsnotdistinct', '') = 'true'"
                        + " AS special"
                        + " FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_class x ON x.oid = i.indexrelid"
                        + " JOIN pg_am m ON m.oid = x.relam"
                        + " CROSS JOIN LATERAL (SELECT"
                        + " array_agg(COALESCE(a.attname::text, '') ORDER BY k) AS columns,"
                        + " array_agg(CASE WHEN a.attname IS NULL"
                        + " THEN pg_get_indexdef(i.indexrelid, k, false) ELSE '' END ORDER BY k)"
                        + " AS shown,"
                        + " array_agg(i.indoption[k - 1] & 1 = 1 ORDER BY k) AS descending,"
                        + " bool_or(i.indoption[k - 1] IN (1, 2) OR NOT o.opcdefault"
                        + " OR i.indcollation[k - 1] <> 0"
                        + " AND i.indcollation[k - 1] <> COALESCE(a.attcollation,"
                        + " i.indcollation[k - 1])) AS special"
                        + " FROM generate_series(1, i.indnkeyatts) k"
                        + " JOIN pg_opclass o ON o.oid = i.indclass[k - 1]"
                        + " LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid"
                        + " AND a.attnum = i.indkey[k - 1] AND a.attnum > 0) p"
                        + " WHERE NOT EXISTS (SELECT FROM pg_constraint k"
                        + " WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) AND"
                        + PostgresTables.WANTED,
                schemas,
                this::index);
    }

    private void index(ResultSet row) throws SQLException {
        FoundTable table = found.find(text(row, "nspname"), text(row, "relname")).orElse(null);
        if (table == null) {
            return;
        }
        String name = text(row, "index");
        List<String> columns = PostgresConstraints.list(row, "columns");
        List<String> shown = PostgresConstraints.list(row, "shown");
        Boolean[] descending = (Boolean[]) row.getArray("descending").getArray();
        List<Index.Part> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(
                    columns.get(i).isEmpty()
                            ? new Index.Part(
                                    "", echoes.settled(table.name(), shown.get(i)), descending[i])
                            : table.part(columns.get(i), descending[i]));
        }
        String method = text(row, "amname");
        table.index(
                name,
                parts,
                row.getBoolean("indisunique"),
                echoes.settled(table.name(), text(row, "condition")),
                PostgresConstraints.list(row, "included"),
                PostgresDiffRules.USUAL_METHODS.contains(method) ? "" : method);
        if (!row.getBoolean("indisvalid")) {
            found.unready(table.name(), name);
        }
        if (row.getBoolean("special")) {
            found.note(
                    "I003",
                    table.name(),
                    "indexes/" + name,
                    "The index \"" + name + "\" has options that are not part of the model.",
                    "It stays as it is unless it is changed here; then they are lost.");
        }
    }
}
