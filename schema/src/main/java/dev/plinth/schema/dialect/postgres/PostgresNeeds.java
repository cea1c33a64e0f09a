package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.standard.Catalog;
import dev.plinth.schema.dialect.standard.FoundModel;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/**
 * Extensions, types, sequences that do not number one column alone, and functions that tables call,
 * in the order in which they were made.
 */
final class PostgresNeeds {
    private static final String NO_MEMBER =
            " AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = %s AND e.deptype = 'e')";

    private static final String NAME =
            "CASE WHEN n.nspname = current_schema() THEN quote_ident(%1$s)"
                    + " ELSE quote_ident(n.nspname) || '.' || quote_ident(%1$s) END";

    private static final String SIGNATURE =
            NAME.formatted("p.proname")
                    + " || '(' || pg_get_function_identity_arguments(p.oid) || ')'";

    private final Catalog catalog;
    private final List<String> schemas;
    private final FoundModel found;

    private record Made(String name, String sql) {}

    PostgresNeeds(Catalog catalog, List<String> schemas, FoundModel found) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.found = found;
    }

    void read() throws SQLException {
        TreeMap<Long, Made> made = new TreeMap<>();
        for (String sql : List.of(extensions(), types(), sequences())) {
            read(sql, schemas, made);
        }
        List<String> called = new PostgresCalls(catalog, schemas).read();
        if (!called.isEmpty()) {
            read(functions(), called, made);
            read(aggregates(), called, made);
        }
        made.values().forEach(m -> found.need(m.name, m.sql));
    }

    private void read(String sql, List<String> values, TreeMap<Long, Made> made)
            throws SQLException {
        catalog.each(
                sql,
                values,
                row ->
                        made.put(
                                row.getLong(1),
                                new Made(row.getString(2), row.getString(3).strip())));
    }

    private static String extensions() {
        return "SELECT x.oid, quote_ident(x.extname), 'CREATE EXTENSION '"
                + " || quote_ident(x.extname) FROM pg_extension x"
                + " JOIN pg_namespace n ON n.oid = x.extnamespace WHERE n.nspname IN (?)";
    }

    private static String types() {
        String name = NAME.formatted("t.typname");
        return "SELECT t.oid, "
                + name
                + ", CASE t.typtype WHEN 'e' THEN 'CREATE TYPE ' || "
                + name
                + " || ' AS ENUM (' || (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY"
                + " e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) || ')'"
                + " WHEN 'd' THEN 'CREATE DOMAIN ' || "
                + name
                + " || ' AS ' || format_type(t.typbasetype, t.typtypmod)"
                + " || coalesce(' DEFAULT ' || t.typdefault, '')"
                + " || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END"
                + " || coalesce((SELECT string_agg(' CONSTRAINT ' || quote_ident(k.conname) || ' '"
                + " || pg_get_constraintdef(k.oid), '' ORDER BY k.conname) FROM pg_constraint k"
                + " WHERE k.contypid = t.oid AND k.contype = 'c'), '')"
                + " WHEN 'r' THEN 'CREATE TYPE ' || "
                + name
                + " || ' AS RANGE (SUBTYPE = ' || (SELECT format_type(r.rngsubtype, NULL)"
                + " FROM pg_range r WHERE r.rngtypid = t.oid) || ')'"
                + " ELSE 'CREATE TYPE ' || "
                + name
                + " || ' AS (' || coalesce((SELECT string_agg(quote_ident(a.attname) || ' '"
                + " || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)"
                + " FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0"
                + " AND NOT a.attisdropped), '') || ')' END"
                + " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                + " LEFT JOIN pg_class c ON c.oid = t.typrelid WHERE n.nspname IN (?)"
                + " AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c')"
                + NO_MEMBER.formatted("t.oid");
    }

    private static String sequences() {
        String name = NAME.formatted("c.relname");
        return "SELECT c.oid, "
                + name
                + ", 'CREATE SEQUENCE ' || "
                + name
                + " || ' AS ' || format_type(s.seqtypid, NULL)"
                + " || ' INCREMENT BY ' || s.seqincrement || ' MINVALUE ' || s.seqmin"
                + " || ' MAXVALUE ' || s.seqmax || ' START WITH ' || s.seqstart"
                + " || ' CACHE ' || s.seqcache || CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END"
                + " FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN (?)"
                + " AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_attribute a"
                + " ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid"
                + " WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid"
                + " AND d.refclassid = 'pg_class'::regclass AND (d.deptype = 'i'"
                + " OR d.deptype = 'a' AND a.atttypid IN (20, 21, 23) AND NOT EXISTS ("
                + "SELECT FROM pg_depend u JOIN pg_attrdef f ON f.oid = u.objid"
                + " WHERE u.classid = 'pg_attrdef'::regclass AND u.refobjid = c.oid"
                + " AND (f.adrelid, f.adnum) <> (d.refobjid, d.refobjsubid))))"
                + NO_MEMBER.formatted("c.oid");
    }

    private static final String UNQUALIFIED =
            "CASE WHEN n.nspname = current_schema() THEN regexp_replace(%1$s,"
                    + " 'FUNCTION ' || quote_ident(n.nspname) || '\\.', 'FUNCTION ') ELSE %1$s END";

    private static String functions() {
        return "SELECT p.oid, "
                + SIGNATURE
                + ", "
                + UNQUALIFIED.formatted("pg_get_functiondef(p.oid)")
                + " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                + " WHERE p.prokind = 'f' AND p.oid::text IN (?)"
                + NO_MEMBER.formatted("p.oid");
    }

    /** Plain ones; those of ordered sets are left to whoever made them. */
    private static String aggregates() {
        return "SELECT p.oid, "
                + SIGNATURE
                + ", 'CREATE AGGREGATE ' || "
                + NAME.formatted("p.proname")
                + " || '(' || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || ')"
                + " (SFUNC = ' || g.aggtransfn || ', STYPE = ' || format_type(g.aggtranstype, NULL)"
                + " || CASE WHEN g.aggfinalfn <> 0 THEN ', FINALFUNC = ' || g.aggfinalfn ELSE ''"
                + " END || CASE WHEN g.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END || CASE"
                + " WHEN g.aggcombinefn <> 0 THEN ', COMBINEFUNC = ' || g.aggcombinefn ELSE '' END"
                + " || coalesce(', INITCOND = ' || quote_literal(g.agginitval), '') || CASE"
                + " p.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL ="
                + " RESTRICTED' ELSE '' END || ')' FROM pg_aggregate g JOIN pg_proc p ON p.oid ="
                + " g.aggfnoid JOIN pg_namespace n ON n.oid = p.pronamespace"
                + " WHERE g.aggkind = 'n' AND p.oid::text IN (?)"
                + NO_MEMBER.formatted("p.oid");
    }
}
