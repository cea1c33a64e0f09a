package dev.plinth.schema.dialect.hsqldb;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.FoundBelongings;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.model.TableName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what goes with a view: comments on its columns, triggers and grants (2.7.4). */
final class HsqldbBelongings {
    /** With TRIGGER, which cannot be granted by itself. */
    private static final int ALL = 6;

    private final FoundModel found;
    private final FoundBelongings belongings;

    HsqldbBelongings(FoundModel found, FoundBelongings belongings) {
        this.found = found;
        this.belongings = belongings;
    }

    void read() throws SQLException {
        belongings.each(
                "SELECT object_schema, object_name, column_name, comment FROM"
                        + " information_schema.system_comments WHERE object_schema IN (?)"
                        + " AND object_type = 'COLUMN' ORDER BY object_name, column_name",
                (view, row) ->
                        belongings.commented(view, text(row, "column_name"), text(row, "comment")));
        belongings.each(
                "SELECT event_object_schema, event_object_table, trigger_schema, trigger_name,"
                        + " event_manipulation, action_statement, action_reference_old_row,"
                        + " action_reference_new_row FROM information_schema.triggers"
                        + " WHERE action_timing = 'INSTEAD OF' AND event_object_schema IN (?)"
                        + " ORDER BY event_object_table, action_order",
                this::trigger);
        grants();
    }

    private void trigger(TableName view, ResultSet row) throws SQLException {
        TableName name = found.name(text(row, "trigger_schema"), text(row, "trigger_name"));
        String rows =
                row("OLD", text(row, "action_reference_old_row"))
                        + row("NEW", text(row, "action_reference_new_row"));
        belongings.given(
                view,
                "CREATE TRIGGER "
                        + HsqldbDialect.NAMES.quote(name)
                        + " INSTEAD OF "
                        + text(row, "event_manipulation")
                        + " ON ",
                (rows.isEmpty() ? "" : " REFERENCING" + rows)
                        + " FOR EACH ROW "
                        + text(row, "action_statement"));
    }

    private static String row(String which, String name) {
        return name.isEmpty() ? "" : " " + which + " ROW AS " + quoted(name);
    }

    /** What somebody was granted, and whether it may be passed on. */
    private record Grant(TableName view, String grantee, boolean option) {
        String to() {
            return " TO " + quoted(grantee) + (option ? " WITH GRANT OPTION" : "");
        }
    }

    /** What is granted for all columns is not told from what is granted for each. */
    private void grants() throws SQLException {
        Map<TableName, Integer> columns = new HashMap<>();
        belongings.each(
                "SELECT table_schema, table_name, COUNT(*) FROM information_schema.columns"
                        + " WHERE table_schema IN (?) GROUP BY table_schema, table_name",
                (view, row) -> columns.put(view, row.getInt(3)));
        Map<Grant, Map<String, Set<String>>> grants = new LinkedHashMap<>();
        belongings.each(
                "SELECT table_schema, table_name, grantee, is_grantable, privilege_type,"
                        + " column_name FROM information_schema.column_privileges"
                        + " WHERE grantor <> '_SYSTEM' AND table_schema IN (?)"
                        + " ORDER BY table_name, grantee, is_grantable",
                (view, row) ->
                        grants.computeIfAbsent(
                                        new Grant(
                                                view,
                                                text(row, "grantee"),
                                                text(row, "is_grantable").equals("YES")),
                                        _ -> new TreeMap<>())
                                .computeIfAbsent(text(row, "privilege_type"), _ -> new TreeSet<>())
                                .add(text(row, "column_name")));
        grants.forEach((g, of) -> granted(g, of, columns.getOrDefault(g.view(), 0)));
    }

    private void granted(Grant grant, Map<String, Set<String>> privileges, int columns) {
        Set<String> whole = new TreeSet<>();
        privileges.forEach(
                (privilege, of) -> {
                    if (of.size() == columns) {
                        whole.add(privilege);
                    } else {
                        of.forEach(c -> belongings.granted(grant.view(), c, privilege, grant.to()));
                    }
                });
        boolean all = whole.size() == ALL;
        whole.remove("TRIGGER");
        if (!whole.isEmpty()) {
            String what = all ? "ALL" : String.join(", ", whole);
            belongings.given(grant.view(), "GRANT " + what + " ON ", grant.to());
        }
    }

    private static String quoted(String name) {
        return HsqldbDialect.NAMES.quote(name);
    }
}
