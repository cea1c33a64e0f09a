package dev.plinth.schema.dialect.firebird;

import static dev.plinth.schema.dialect.standard.Catalog.text;

import dev.plinth.schema.dialect.standard.FoundBelongings;
import dev.plinth.schema.dialect.standard.FoundModel;
import dev.plinth.schema.model.TableName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what goes with a view: comments on its columns, triggers and grants (3.0.11). */
final class FirebirdBelongings {
    private static final Map<String, String> PRIVILEGES =
            Map.of("S", "SELECT", "I", "INSERT", "U", "UPDATE", "D", "DELETE", "R", "REFERENCES");

    /** Kinds of grantees by RDB$USER_TYPE. */
    private static final Map<Integer, String> GRANTEES =
            Map.of(
                    1,
                    "VIEW",
                    2,
                    "TRIGGER",
                    5,
                    "PROCEDURE",
                    8,
                    "USER",
                    13,
                    "ROLE",
                    15,
                    "FUNCTION",
                    18,
                    "PACKAGE");

    /** Whether the session may say who gives a grant. */
    private static final String ADMINISTRATOR =
            "(CURRENT_USER = 'SYSDBA' OR CURRENT_ROLE = 'RDB$ADMIN' OR CURRENT_USER ="
                    + " (SELECT d.RDB$OWNER_NAME FROM RDB$RELATIONS d"
                    + " WHERE d.RDB$RELATION_NAME = 'RDB$DATABASE'))";

    private static final List<String> EVENTS = List.of("", "INSERT", "UPDATE", "DELETE");

    private final FoundModel found;
    private final FoundBelongings belongings;

    FirebirdBelongings(FoundModel found, FoundBelongings belongings) {
        this.found = found;
        this.belongings = belongings;
    }

    void read() throws SQLException {
        belongings.each(
                "SELECT '', TRIM(TRAILING FROM RDB$RELATION_NAME), RDB$FIELD_NAME AS PART,"
                        + " RDB$DESCRIPTION AS REMARKS FROM RDB$RELATION_FIELDS"
                        + " WHERE RDB$DESCRIPTION IS NOT NULL ORDER BY 2, RDB$FIELD_POSITION",
                (view, row) -> belongings.commented(view, name(row, "PART"), text(row, "REMARKS")));
        belongings.each(
                "SELECT '', TRIM(TRAILING FROM RDB$RELATION_NAME), RDB$TRIGGER_NAME AS NAME,"
                        + " RDB$TRIGGER_TYPE AS KIND, RDB$TRIGGER_SEQUENCE AS PLACE,"
                        + " RDB$TRIGGER_INACTIVE AS IDLE, RDB$TRIGGER_SOURCE AS SOURCE"
                        + " FROM RDB$TRIGGERS WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0"
                        + " AND RDB$RELATION_NAME IS NOT NULL AND RDB$TRIGGER_SOURCE IS NOT NULL"
                        + " ORDER BY 2, RDB$TRIGGER_SEQUENCE, RDB$TRIGGER_NAME",
                this::trigger);
        belongings.each(
                "SELECT '', TRIM(TRAILING FROM p.RDB$RELATION_NAME), p.RDB$USER AS GRANTEE,"
                        + " p.RDB$USER_TYPE AS KIND, p.RDB$PRIVILEGE AS LETTER,"
                        + " p.RDB$FIELD_NAME AS PART, p.RDB$GRANT_OPTION AS PASSED,"
                        + " NULLIF(NULLIF(p.RDB$GRANTOR, r.RDB$OWNER_NAME), CURRENT_USER) AS GIVER,"
                        + ADMINISTRATOR
                        + " AS NAMES_GIVERS FROM RDB$USER_PRIVILEGES p JOIN RDB$RELATIONS r ON"
                        + " r.RDB$RELATION_NAME = p.RDB$RELATION_NAME WHERE r.RDB$RELATION_TYPE = 1"
                        + " AND p.RDB$USER <> r.RDB$OWNER_NAME ORDER BY 2, 3, 4, 5, 6",
                this::grant);
    }

    private void trigger(TableName view, ResultSet row) throws SQLException {
        belongings.given(
                view,
                "CREATE TRIGGER " + FirebirdDialect.NAMES.quote(name(row, "NAME")) + " FOR ",
                (row.getInt("IDLE") == 1 ? " INACTIVE " : " ACTIVE ")
                        + when(row.getInt("KIND") + 1)
                        + " POSITION "
                        + row.getInt("PLACE")
                        + " "
                        + text(row, "SOURCE").strip());
    }

    /** The last bit tells before from after, each two bits above it one event. */
    private static String when(int type) {
        List<String> events = new ArrayList<>();
        for (int bits = type >> 1; bits > 0; bits >>= 2) {
            events.add(EVENTS.get(bits & 3));
        }
        return ((type & 1) == 0 ? "BEFORE " : "AFTER ") + String.join(" OR ", events);
    }

    private void grant(TableName view, ResultSet row) throws SQLException {
        String privilege = PRIVILEGES.get(name(row, "LETTER"));
        String kind = GRANTEES.get(row.getInt("KIND"));
        if (privilege == null || kind == null) {
            return;
        }
        String grantee = name(row, "GRANTEE");
        String giver = name(row, "GIVER");
        boolean namesGivers = row.getBoolean("NAMES_GIVERS");
        String to =
                " TO "
                        + (grantee.equals("PUBLIC")
                                ? grantee
                                : kind + " " + FirebirdDialect.NAMES.quote(grantee))
                        + (row.getInt("PASSED") == 1 ? " WITH GRANT OPTION" : "")
                        + (giver.isEmpty() || !namesGivers
                                ? ""
                                : " GRANTED BY " + FirebirdDialect.NAMES.quote(giver));
        String column = name(row, "PART");
        if (!giver.isEmpty() && !namesGivers) {
            found.note(
                    "I003",
                    view,
                    "",
                    "What " + grantee + " may do with the view was granted by " + giver + ".",
                    "When a deployment makes it again, whoever deploys grants it.");
        }
        if (column.isEmpty()) {
            belongings.given(view, "GRANT " + privilege + " ON ", to);
        } else {
            belongings.granted(view, column, privilege, to);
        }
    }

    private static String name(ResultSet row, String column) throws SQLException {
        return text(row, column).stripTrailing();
    }
}
