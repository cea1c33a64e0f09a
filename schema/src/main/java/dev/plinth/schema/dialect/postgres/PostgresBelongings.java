package dev.plinth.schema.dialect.postgres;

import dev.plinth.schema.dialect.standard.FoundBelongings;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what views have and a model does not: DROP VIEW takes it all along (tried with 18). What is
 * of one column is given back as long as the view has it.
 */
final class PostgresBelongings {
    private static final String VIEWS =
            " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace ";
    private static final String WANTED =
            " WHERE c.relkind IN ('v', 'm') AND" + PostgresTables.WANTED;
    private static final String KIND =
            "CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW ' ELSE 'VIEW ' END";

    /** The name as definitions show it, in which it is left open. */
    private static final String NAME = "format('%I.%I', n.nspname, c.relname)";

    private final FoundBelongings belongings;

    PostgresBelongings(FoundBelongings belongings) {
        this.belongings = belongings;
    }

    /** The owner comes after what only the one who made the view can do, and grants are his. */
    void read() throws SQLException {
        whole("'ALTER ' || " + KIND, options(), VIEWS + WANTED + "AND c.reloptions IS NOT NULL");
        whole(
                "'ALTER MATERIALIZED VIEW '",
                "' SET TABLESPACE ' || quote_ident(s.spcname)",
                VIEWS + "JOIN pg_tablespace s ON s.oid = c.reltablespace" + WANTED);
        columns(
                "'ALTER VIEW '",
                "format(' ALTER COLUMN %I SET DEFAULT ', a.attname)"
                        + " || pg_get_expr(f.adbin, f.adrelid)",
                "JOIN pg_attrdef f ON f.adrelid = c.oid AND f.adnum = a.attnum");
        columns(
                "'COMMENT ON COLUMN '",
                "format('.%I IS %L', a.attname, d.description)",
                "JOIN pg_description d ON d.objoid = c.oid AND d.objsubid = a.attnum"
                        + " AND d.classoid = 'pg_class'::regclass");
        defined("pg_get_triggerdef(t.oid)", "pg_trigger t ON t.tgrelid = c.oid", "t.tgname");
        commented("TRIGGER", "pg_trigger", "t.tgrelid", "t.tgname");
        defined(
                "rtrim(pg_get_ruledef(t.oid), ';')",
                "pg_rewrite t ON t.ev_class = c.oid AND t.rulename <> '_RETURN'",
                "t.rulename");
        commented("RULE", "pg_rewrite", "t.ev_class", "t.rulename");
        defined("pg_get_indexdef(t.indexrelid)", "pg_index t ON t.indrelid = c.oid", "1");
        whole(
                "'REFRESH MATERIALIZED VIEW '",
                "' WITH NO DATA'",
                VIEWS + WANTED + "AND NOT c.relispopulated");
        whole(
                "format('SECURITY LABEL FOR %I ON ', l.provider) || " + KIND,
                "format(' IS %L', l.label)",
                VIEWS
                        + "JOIN pg_seclabel l ON l.objoid = c.oid AND l.objsubid = 0"
                        + " AND l.classoid = 'pg_class'::regclass"
                        + WANTED);
        whole(
                "'ALTER ' || " + KIND,
                "' OWNER TO ' || quote_ident(pg_get_userbyid(c.relowner))",
                VIEWS + WANTED + "AND pg_get_userbyid(c.relowner) <> current_user");
        revoked();
        granted();
    }

    private static String options() {
        return "' SET (' || (SELECT string_agg(format('%I=%L', split_part(o, '=', 1),"
                + " substr(o, strpos(o, '=') + 1)), ', ' ORDER BY o)"
                + " FROM unnest(c.reloptions) o) || ')'";
    }

    /** What the view was not given, but one made now would be: by default privileges. */
    private void revoked() throws SQLException {
        String from = "' FROM ' || " + role("x.grantee");
        whole(
                "'REVOKE ALL ON '",
                from,
                VIEWS
                        + "CROSS JOIN LATERAL (SELECT DISTINCT e.grantee FROM pg_default_acl d,"
                        + " aclexplode(d.defaclacl) e WHERE d.defaclobjtype = 'r'"
                        + " AND d.defaclnamespace IN (0, n.oid)"
                        + " AND d.defaclrole = current_user::regrole"
                        + " AND e.grantee <> c.relowner) x"
                        + WANTED);
        whole(
                "'REVOKE ALL ON '",
                from,
                VIEWS + "CROSS JOIN LATERAL (SELECT c.relowner AS grantee) x" + WANTED + LESS);
    }

    /** Whether the owner kept less than everything for himself. */
    private static final String LESS =
            "AND c.relacl IS NOT NULL AND (SELECT count(*) FROM aclexplode(c.relacl) e"
                    + " WHERE e.grantee = c.relowner) < (SELECT count(*)"
                    + " FROM aclexplode(acldefault('r', c.relowner)))";

    private void granted() throws SQLException {
        whole(
                "'GRANT ' || x.privileges || ' ON '",
                "' TO ' || " + role("x.grantee") + GRANTABLE,
                VIEWS
                        + "CROSS JOIN LATERAL (SELECT e.grantee, e.is_grantable,"
                        + " string_agg(e.privilege_type, ', ' ORDER BY e.privilege_type)"
                        + " AS privileges FROM aclexplode(c.relacl) e GROUP BY 1, 2) x"
                        + WANTED
                        + "AND (x.grantee <> c.relowner OR TRUE "
                        + LESS
                        + ")");
        columns(
                "format('GRANT %s (%I) ON ', x.privileges, a.attname)",
                "' TO ' || " + role("x.grantee") + GRANTABLE,
                "CROSS JOIN LATERAL (SELECT e.grantee, e.is_grantable,"
                        + " string_agg(e.privilege_type, ', ' ORDER BY e.privilege_type)"
                        + " AS privileges FROM aclexplode(a.attacl) e GROUP BY 1, 2) x");
    }

    private static final String GRANTABLE =
            " || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END";

    private static String role(String oid) {
        return "CASE "
                + oid
                + " WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid("
                + oid
                + ")) END";
    }

    private void whole(String before, String after, String from) throws SQLException {
        belongings.each(
                "SELECT n.nspname, c.relname, "
                        + before
                        + ", "
                        + after
                        + from
                        + " ORDER BY 1, 2, 4",
                (view, row) -> belongings.given(view, row.getString(3), row.getString(4)));
    }

    private void columns(String before, String after, String join) throws SQLException {
        belongings.each(
                "SELECT n.nspname, c.relname, "
                        + before
                        + ", "
                        + after
                        + ", a.attname"
                        + VIEWS
                        + "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                        + " AND NOT a.attisdropped "
                        + join
                        + WANTED
                        + "ORDER BY 1, 2, a.attnum, 4",
                (view, row) ->
                        belongings.given(
                                view, row.getString(5), row.getString(3), row.getString(4)));
    }

    private void commented(String kind, String table, String of, String name) throws SQLException {
        whole(
                "format('COMMENT ON " + kind + " %I ON ', " + name + ")",
                "format(' IS %L', d.description)",
                VIEWS
                        + "JOIN "
                        + table
                        + " t ON "
                        + of
                        + " = c.oid JOIN pg_description d ON d.objoid = t.oid AND d.classoid = '"
                        + table
                        + "'::regclass"
                        + WANTED);
    }

    private void defined(String definition, String join, String order) throws SQLException {
        belongings.each(
                "SELECT n.nspname, c.relname, "
                        + definition
                        + ", "
                        + NAME
                        + VIEWS
                        + "JOIN "
                        + join
                        + WANTED
                        + "ORDER BY 1, 2, "
                        + order,
                (view, row) -> {
                    String whole = row.getString(3);
                    Matcher name =
                            Pattern.compile(
                                            "(?<=\\s)"
                                                    + Pattern.quote(row.getString(4))
                                                    + "(?=\\s)")
                                    .matcher(whole);
                    // Else the statement is refused, and the view stays as it is.
                    boolean open = name.find();
                    belongings.given(
                            view,
                            open ? whole.substring(0, name.start()) : whole,
                            open ? whole.substring(name.end()) : "");
                });
    }
}
