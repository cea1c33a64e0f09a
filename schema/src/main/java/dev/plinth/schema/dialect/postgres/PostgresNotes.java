package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.model.TableName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Notes what tables have that a model cannot hold. */
final class PostgresNotes {
    private static final String MATERIALIZED = "a materialized view";

    private static final String STAYS = "It stays in force and is left alone.";
    private static final String OF_TABLE =
            " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE" + PostgresTables.WANTED;

    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;

    PostgresNotes(Catalog catalog, List<String> schemas, FoundModel found) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    void read() throws SQLException {
        catalog.each(
                "SELECT n.nspname, c.relname, 'triggers', t.tgname FROM pg_trigger t"
                        + " JOIN pg_class c ON c.oid = t.tgrelid"
                        + OF_TABLE
                        + "AND NOT t.tgisinternal"
                        + " UNION ALL SELECT n.nspname, c.relname, 'rules', r.rulename"
                        + " FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class"
                        + OF_TABLE
                        + "AND r.rulename <> '_RETURN'"
                        + " UNION ALL SELECT n.nspname, c.relname, 'policies', p.polname"
                        + " FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid"
                        + OF_TABLE
                        + " UNION ALL SELECT n.nspname, c.relname, 'exclusions', k.conname"
                        + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                        + OF_TABLE
                        + "AND k.contype = 'x'"
                        + " UNION ALL SELECT n.nspname, c.relname, 'constraints', k.conname"
                        + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                        + OF_TABLE
                        + "AND k.contype IN ('p', 'u', 'c', 'f') AND k.conparentid = 0"
                        + " AND (k.condeferrable AND k.contype = 'p' OR NOT k.convalidated"
                        + " OR k.connoinherit"
                        + " AND k.contype = 'c')"
                        + " UNION ALL SELECT n.nspname, c.relname, 'kind', CASE c.relkind"
                        + " WHEN 'p' THEN 'a partitioned table' WHEN 'f' THEN 'a foreign table'"
                        + " WHEN 'm' THEN '"
                        + MATERIALIZED
                        + "'"
                        + " ELSE 'an heir of another table' END FROM pg_class c"
                        + OF_TABLE
                        + "AND (c.relkind IN ('p', 'f', 'm') OR c.relkind = 'r'"
                        + " AND EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid))",
                schemas,
                this::note);
    }

    private void note(ResultSet row) throws SQLException {
        String schema = row.getString(1);
        TableName table = found.name(schema, row.getString(2));
        String name = row.getString(4);
        String quoted = "\"" + name + "\"";
        switch (row.getString(3)) {
            case "triggers" ->
                    note(
                            "I002",
                            table,
                            "triggers/" + name,
                            "has a trigger of the database, " + quoted);
            case "rules" ->
                    note("I002", table, "rules/" + name, "has a rule of the database, " + quoted);
            case "policies" ->
                    note("I002", table, "policies/" + name, "has a row security policy, " + quoted);
            case "exclusions" ->
                    note("I002", table, "exclusions/" + name, "has an exclusion, " + quoted);
            case "constraints" ->
                    found.note(
                            "I003",
                            table,
                            "constraints/" + name,
                            "The constraint "
                                    + quoted
                                    + " has options that are not part of the model.",
                            "It stays as it is unless it is changed here; then they are lost.");
            default ->
                    found.note(
                            "I004",
                            table,
                            "",
                            table + " is " + name + ", which is not part of the model.",
                            name.equals(MATERIALIZED)
                                    ? "It is read. What cannot be changed while it is there makes"
                                            + " it again, with the rows of then."
                                    : "It is read, and left as it is.");
        }
    }

    private void note(String code, TableName table, String path, String what) {
        found.note(code, table, path, table + " " + what + ".", STAYS);
    }
}
