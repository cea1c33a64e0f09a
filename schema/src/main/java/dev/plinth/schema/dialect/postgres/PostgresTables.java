package dev.plinth.schema.dialect.postgres;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.Constants;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.dialect.standard.FoundTable;
import dev.plinth.schema.model.Default;
import dev.plinth.schema.model.Expression;
import dev.plinth.schema.model.Generated;
import dev.plinth.schema.model.Identity;
import dev.plinth.schema.type.ColumnType;
import dev.plinth.schema.type.IntegerType;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Reads tables and views with their columns. */
final class PostgresTables {
    private static final Set<String> NOW =
            Set.of(
                    "now()",
                    "CURRENT_TIMESTAMP",
                    "LOCALTIMESTAMP",
                    "transaction_timestamp()",
                    "CURRENT_DATE",
                    "LOCALTIME");

    /** A partition is part of its parent, and what an extension brought belongs to that. */
    static final String WANTED =
            " n.nspname IN (?) AND NOT c.relispartition AND NOT EXISTS (SELECT FROM pg_depend e"
                    + " WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid"
                    + " AND e.deptype = 'e') ";

    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;
    private final PostgresEchoes echoes;

    PostgresTables(Catalog catalog, List<String> schemas, FoundModel found, PostgresEchoes echoes) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
        this.echoes = echoes;
    }

    void read() throws SQLException {
        catalog.each(
                "SELECT n.nspname, c.relname, c.relkind, d.description, CASE WHEN c.relkind IN"
                    + " ('v', 'm') THEN pg_get_viewdef(c.oid) END AS query FROM pg_class c JOIN"
                    + " pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_description d ON"
                    + " d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_class'::regclass"
                    + " WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND"
                        + WANTED,
                schemas,
                this::table);
        catalog.each(
                "SELECT n.nspname, c.relname, a.attname, a.attnotnull, a.attidentity,"
                        + " a.attgenerated, format_type(a.atttypid, a.atttypmod) AS type,"
                        + " t.typname, tn.nspname AS type_schema, a.atttypmod,"
                        + " pg_get_expr(f.adbin, f.adrelid) AS value, d.description,"
                        + " f.adbin IS NOT NULL AND EXISTS (SELECT FROM pg_depend s"
                        + " JOIN pg_class q ON q.oid = s.objid AND q.relkind = 'S'"
                        + " WHERE s.classid = 'pg_class'::regclass AND s.deptype = 'a'"
                        + " AND s.refclassid = 'pg_class'::regclass AND s.refobjid = c.oid"
                        + " AND s.refobjsubid = a.attnum) AS owns_sequence"
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                        + " AND NOT a.attisdropped"
                        + " JOIN pg_type t ON t.oid = a.atttypid"
                        + " JOIN pg_namespace tn ON tn.oid = t.typnamespace"
                        + " LEFT JOIN pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum"
                        + " LEFT JOIN pg_description d ON d.objoid = c.oid"
                        + " AND d.objsubid = a.attnum AND d.classoid = 'pg_class'::regclass"
                        + " WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND"
                        + WANTED
                        + "ORDER BY c.oid, a.attnum",
                schemas,
                this::column);
        heirs();
    }

    /** Partitions aside, which are part of their parent. */
    private void heirs() throws SQLException {
        catalog.each(
                "SELECT n.nspname, c.relname, pn.nspname AS parent_schema, p.relname AS parent,"
                        + " ARRAY(SELECT a.attname::text FROM pg_attribute a"
                        + " WHERE a.attrelid = c.oid AND a.attislocal AND a.attnum > 0"
                        + " AND NOT a.attisdropped"
                        + " UNION ALL SELECT k.conname::text FROM pg_constraint k"
                        + " WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conislocal) AS own"
                        + " FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " JOIN pg_class p ON p.oid = h.inhparent"
                        + " JOIN pg_namespace pn ON pn.oid = p.relnamespace"
                        + " WHERE c.relkind IN ('r', 'f') AND"
                        + WANTED
                        + "ORDER BY c.oid, h.inhseqno",
                schemas,
                row ->
                        found.heir(
                                found.name(text(row, "nspname"), text(row, "relname")),
                                found.name(text(row, "parent_schema"), text(row, "parent")),
                                Set.copyOf(PostgresConstraints.list(row, "own"))));
    }

    private void table(ResultSet row) throws SQLException {
        String schema = text(row, "nspname");
        String name = text(row, "relname");
        String comment = text(row, "description");
        switch (text(row, "relkind")) {
            case "v" -> found.view(schema, name, query(text(row, "query")), comment);
            case "m" ->
                    found.view(
                            schema,
                            name,
                            PostgresStatements.MATERIALIZED + " " + query(text(row, "query")),
                            comment);
            default -> found.table(schema, name, comment);
        }
    }

    /** As it is written after AS. */
    private static String query(String shown) {
        String query = shown.strip();
        return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
    }

    private void column(ResultSet row) throws SQLException {
        String schema = text(row, "nspname");
        String owner = text(row, "relname");
        String name = text(row, "attname");
        ColumnType type =
                PostgresTypeReader.read(
                        text(row, "type_schema"),
                        text(row, "typname"),
                        row.getInt("atttypmod"),
                        text(row, "type"));
        boolean required = row.getBoolean("attnotnull");
        FoundTable table = found.find(schema, owner).orElse(null);
        if (table == null) {
            found.viewColumn(schema, owner, name, type, required);
            return;
        }
        if (text(row, "typname").equals("varchar") && row.getInt("atttypmod") < 0) {
            echoes.unlimited(table.name(), name);
        }
        String value = text(row, "value");
        String kind = text(row, "attgenerated");
        // Read as stored whatever it is: the same model must fit servers that know no other kind.
        Generated generated =
                kind.isEmpty()
                        ? null
                        : new Generated(Expression.sql(echoes.settled(table.name(), value)), true);
        if (kind.equals("v")) {
            found.note(
                    "I003",
                    table.name(),
                    "columns/" + name,
                    "The column \""
                            + name
                            + "\" is computed when it is read; the model says stored.",
                    "It stays as it is unless it is changed here; then it is stored.");
        }
        Identity identity = identity(row, type, value);
        table.column(
                name,
                type,
                required,
                generated == null && identity == null ? defaultValue(type, value) : null,
                identity,
                generated,
                text(row, "description"));
    }

    private static @Nullable Identity identity(ResultSet row, ColumnType type, String value)
            throws SQLException {
        return switch (text(row, "attidentity")) {
            case "a" -> Identity.ALWAYS;
            case "d" -> Identity.BY_DEFAULT;
            // serial: numbered by a sequence that belongs to the column
            default ->
                    row.getBoolean("owns_sequence")
                                    && type instanceof IntegerType
                                    && value.startsWith("nextval(")
                            ? Identity.BY_DEFAULT
                            : null;
        };
    }

    private static @Nullable Default defaultValue(ColumnType type, String echo) {
        if (echo.isEmpty()) {
            return null;
        }
        if (NOW.contains(echo)) {
            return new Default.Now();
        }
        return echo.equals("gen_random_uuid()")
                ? new Default.NewUuid()
                : Constants.of(type, echo).orElseGet(() -> new Default.Sql(echo));
    }
}
