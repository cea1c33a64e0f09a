package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.schema.dialect.Generic;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What hangs on a view hangs on it again after it was made again, whatever happens meanwhile. */
class BelongingsTest {
    private static final String QUERY = "SELECT \"id\", \"first\" FROM \"people\"";
    private static final String NARROW = QUERY + " WHERE \"id\" > 0";

    /**
     * @param statements that hang something on the view {@code shown}
     * @param look shows that
     */
    private record Hung(List<String> statements, String look) {}

    private static final Map<String, Hung> HUNG =
            Map.of(
                    "firebird",
                    new Hung(
                            List.of(
                                    "CREATE ROLE \"clerks\"",
                                    "GRANT SELECT, INSERT ON \"shown\" TO ROLE \"clerks\"",
                                    "GRANT SELECT ON \"shown\" TO PUBLIC",
                                    "GRANT UPDATE (\"first\") ON \"shown\" TO \"ada\""
                                            + " WITH GRANT OPTION",
                                    "GRANT SELECT ON \"shown\" TO \"bob\" GRANTED BY \"ada\"",
                                    "COMMENT ON COLUMN \"shown\".\"first\" IS 'it''s a name'",
                                    "CREATE TRIGGER \"put\" FOR \"shown\" INACTIVE AFTER INSERT OR"
                                            + " DELETE POSITION 3 AS BEGIN POST_EVENT 'x'; END"),
                            "SELECT TRIM(RDB$USER), RDB$PRIVILEGE, RDB$GRANT_OPTION,"
                                + " TRIM(RDB$GRANTOR) || COALESCE(RDB$FIELD_NAME, '') FROM"
                                + " RDB$USER_PRIVILEGES WHERE RDB$RELATION_NAME = 'shown' UNION ALL"
                                + " SELECT RDB$TRIGGER_NAME, RDB$TRIGGER_TYPE,"
                                + " RDB$TRIGGER_INACTIVE, RDB$TRIGGER_SEQUENCE FROM RDB$TRIGGERS"
                                + " WHERE RDB$RELATION_NAME = 'shown' UNION ALL SELECT"
                                + " RDB$FIELD_NAME, CAST(RDB$DESCRIPTION AS VARCHAR(20)), 0, ''"
                                + " FROM RDB$RELATION_FIELDS WHERE RDB$RELATION_NAME = 'shown' AND"
                                + " RDB$DESCRIPTION IS NOT NULL ORDER BY 1, 2, 4"),
                    "derby",
                    new Hung(
                            List.of(
                                    "CALL syscs_util.syscs_set_database_property("
                                            + "'derby.database.sqlAuthorization', 'true')",
                                    "GRANT SELECT ON \"shown\" TO ada",
                                    "GRANT SELECT (\"first\") ON \"shown\" TO bob"),
                            "SELECT p.grantee, 'all' FROM sys.systableperms p UNION ALL"
                                    + " SELECT c.grantee, CAST(c.columns AS CHAR(9))"
                                    + " FROM sys.syscolperms c ORDER BY 1"),
                    "duckdb",
                    new Hung(
                            List.of("COMMENT ON COLUMN \"shown\".\"first\" IS 'it''s a name'"),
                            "SELECT column_name, comment FROM duckdb_columns()"
                                    + " WHERE comment IS NOT NULL"),
                    "h2",
                    new Hung(
                            List.of(
                                    "CREATE ROLE \"clerks\"",
                                    "GRANT SELECT, INSERT ON \"shown\" TO \"clerks\"",
                                    "GRANT SELECT ON \"shown\" TO PUBLIC",
                                    "CREATE TRIGGER put INSTEAD OF INSERT, UPDATE ON \"shown\""
                                            + " FOR EACH ROW QUEUE 5 NOWAIT CALL '"
                                            + Put.class.getName()
                                            + "'"),
                            "SELECT grantee, rights, '' FROM information_schema.rights UNION ALL"
                                    + " SELECT event_manipulation, java_class, CAST(queue_size AS"
                                    + " VARCHAR) FROM information_schema.triggers ORDER BY 1"),
                    "hsqldb",
                    new Hung(
                            List.of(
                                    "CREATE ROLE \"clerks\"",
                                    "GRANT SELECT ON \"shown\" TO \"clerks\" WITH GRANT OPTION",
                                    "GRANT UPDATE (\"first\") ON \"shown\" TO \"clerks\"",
                                    "GRANT ALL ON \"shown\" TO PUBLIC",
                                    "COMMENT ON COLUMN \"shown\".\"first\" IS 'it''s a name'",
                                    "CREATE TRIGGER cut INSTEAD OF DELETE ON \"shown\""
                                            + " REFERENCING OLD ROW AS gone FOR EACH ROW"
                                            + " DELETE FROM \"people\""
                                            + " WHERE \"id\" = gone.\"id\""),
                            "SELECT grantee, privilege_type, is_grantable, column_name FROM"
                                    + " information_schema.column_privileges"
                                    + " WHERE table_name = 'shown' UNION ALL"
                                    + " SELECT trigger_name, action_statement, '', ''"
                                    + " FROM information_schema.triggers UNION ALL"
                                    + " SELECT column_name, comment, '', '' FROM"
                                    + " information_schema.system_comments ORDER BY 1, 2, 3, 4"),
                    "mariadb",
                    new Hung(
                            List.of(
                                    "ALTER ALGORITHM = MERGE SQL SECURITY INVOKER VIEW \"shown\""
                                            + " AS "
                                            + QUERY
                                            + " WHERE \"id\" < 99 WITH LOCAL CHECK OPTION"),
                            "SELECT security_type, check_option, algorithm FROM"
                                    + " information_schema.views WHERE table_schema = DATABASE()"),
                    "postgresql",
                    new Hung(
                            List.of(
                                    "GRANT SELECT ON \"shown\" TO pg_monitor",
                                    "COMMENT ON COLUMN \"shown\".\"first\" IS 'its name'"),
                            "SELECT relacl, col_description(oid, 2) FROM pg_class"
                                    + " WHERE relname = 'shown'"),
                    "sqlite",
                    new Hung(
                            List.of(
                                    "CREATE TRIGGER put INSTEAD OF INSERT ON \"shown\" BEGIN"
                                            + " INSERT INTO people (id) VALUES (new.id); END",
                                    "CREATE TRIGGER cut INSTEAD OF DELETE ON \"shown\" BEGIN"
                                            + " DELETE FROM people WHERE id = old.id; END"),
                            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
                                    + " ORDER BY name"));

    /** A trigger of H2 is a class. */
    public static final class Put implements org.h2.api.Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {}
    }

    static List<TestDatabase> products() {
        return TestDatabases.selected().stream().filter(d -> HUNG.containsKey(d.name())).toList();
    }

    @ParameterizedTest
    @MethodSource("products")
    void areGivenBack(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            List<String> before = start(lab, HUNG.get(database.name()));
            lab.deploy(model(lab, "seen", NARROW));
            lab.deploy(model(lab, "shown", QUERY));
            assertThat(lab.rows(HUNG.get(database.name()).look())).isEqualTo(before);
            assertThat(lab.titles(model(lab, "shown", QUERY))).isEmpty();
        }
    }

    /** Who cannot see them says so, before they are lost. */
    @Test
    void areSpokenOfWhereTheyAreNotSeen() throws SQLException {
        try (Lab lab = Lab.on(TestDatabases.H2)) {
            start(lab, HUNG.get("h2"));
            Model narrow = model(lab, "shown", NARROW);
            assertThat(lab.deployer().prepare(narrow).plan().notes())
                    .extracting(Problem::code)
                    .doesNotContain("D221");
            Deployer blind =
                    new Deployer(Generic.on(TestDatabases.H2), lab.database()::connect, List.of());
            assertThat(blind.prepare(narrow).plan().notes())
                    .extracting(Problem::code, Problem::path)
                    .contains(tuple("D221", "views/shown"));
        }
    }

    /** What was given to a column goes with the column. */
    @ParameterizedTest
    @MethodSource("products")
    void areNotGivenToColumnsThatAreGone(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            start(lab, HUNG.get(database.name()));
            Model narrow = model(lab, "shown", "SELECT \"id\" FROM \"people\"");
            lab.deploy(narrow);
            assertThat(lab.titles(narrow)).isEmpty();
        }
    }

    /** Where the database does not take back the whole by itself, the journal knows of them. */
    @ParameterizedTest
    @MethodSource("products")
    void outliveDeploymentsThatAreKilled(TestDatabase database) throws SQLException {
        Hung hung = HUNG.get(database.name());
        try (Lab lab = Lab.on(database)) {
            List<String> before = start(lab, hung);
            Model first = model(lab, "shown", QUERY);
            // The same query, so that nothing but the journal tells what is still to be done.
            Model second =
                    lab.dialect().statements().viewsFollowRenames()
                            ? model(lab, "shown", NARROW)
                            : model(lab, "shown", QUERY, "last");
            boolean killed = true;
            for (int at = 1; killed; at += Math.min(3, KilledConnections.EVERY)) {
                killed = kill(lab, second, at);
                String when = "killed at " + at;
                if (at % 2 == 0) {
                    kill(lab, second, at);
                    lab.deploy(second);
                    assertThat(lab.rows(hung.look())).as(when).isEqualTo(before);
                    assertThat(lab.titles(second)).as(when).isEmpty();
                }
                lab.deploy(first);
                assertThat(lab.rows(hung.look())).as(when).isEqualTo(before);
            }
            assertThat(lab.titles(first)).isEmpty();
        }
    }

    /** Of a deployment that was done the journal knows too what was dropped. */
    @ParameterizedTest
    @MethodSource("products")
    void comeBackWithTheirView(TestDatabase database) throws SQLException {
        try (Lab lab = Lab.on(database)) {
            Hung hung = HUNG.get(database.name());
            List<String> before = start(lab, hung);
            lab.deploy(model(lab, "shown", QUERY).withViews(List.of()));
            assertThat(lab.rows(hung.look())).isNotEqualTo(before);
            lab.deploy(lab.deployer().previous().orElseThrow());
            assertThat(lab.rows(hung.look())).isEqualTo(before);
            assertThat(lab.titles(model(lab, "shown", QUERY))).isEmpty();
        }
    }

    private static final Hung CLERKS =
            new Hung(
                    List.of(
                            "CREATE ROLE \"clerks\"",
                            "GRANT SELECT ON \"shown\" TO \"clerks\"",
                            "GRANT SELECT ON \"shown\" TO PUBLIC"),
                    "DROP ROLE \"clerks\"");

    /** What hangs on the view, and what takes away what some of it needs. */
    private static final Map<String, Hung> NEEDY =
            Map.of(
                    "firebird",
                    CLERKS,
                    "h2",
                    CLERKS,
                    "hsqldb",
                    CLERKS,
                    "postgresql",
                    new Hung(
                            List.of(
                                    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql"
                                            + " AS 'BEGIN RETURN NULL; END'",
                                    "CREATE TRIGGER cut INSTEAD OF DELETE ON \"shown\""
                                            + " FOR EACH ROW EXECUTE FUNCTION refuse()",
                                    "GRANT SELECT ON \"shown\" TO PUBLIC"),
                            "DROP FUNCTION refuse()"));

    private static final String PUBLIC =
            "SELECT grantee FROM information_schema.%s WHERE table_name = 'shown'"
                    + " AND grantee = 'PUBLIC' GROUP BY grantee";

    /** Whether everybody may read the view. */
    private static String lookForPublic(String product) {
        return switch (product) {
            case "firebird" ->
                    "SELECT TRIM(RDB$USER) FROM RDB$USER_PRIVILEGES WHERE RDB$RELATION_NAME ="
                            + " 'shown' AND RDB$USER = 'PUBLIC'";
            case "h2" -> PUBLIC.formatted("rights");
            default -> PUBLIC.formatted("table_privileges");
        };
    }

    static List<TestDatabase> needy() {
        return TestDatabases.selected().stream().filter(d -> NEEDY.containsKey(d.name())).toList();
    }

    /** The rest is given back, and the deployment comes to its end. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("needy")
    void areToldWhereTheyCannotBeGivenBack(TestDatabase database) throws SQLException {
        Hung hung = NEEDY.get(database.name());
        String look = lookForPublic(database.name());
        try (Lab lab = Lab.on(database)) {
            Model shown = model(lab, "shown", QUERY);
            lab.deploy(shown.withViews(List.of()));
            lab.deploy(shown);
            lab.execute(hung.statements().toArray(String[]::new));
            lab.deploy(shown.withViews(List.of()));
            lab.execute(hung.look());
            assertThat(told(lab, shown)).containsExactly(tuple("D223", "views/shown"));
            assertThat(lab.rows(look)).containsExactly("PUBLIC");
            lab.execute(hung.statements().toArray(String[]::new));
            Model narrow = model(lab, "shown", NARROW);
            for (int at = 1; !lab.inspected().views().isEmpty(); at++) {
                assertThat(kill(lab, narrow, at)).isTrue();
            }
            lab.execute(hung.look());
            assertThat(told(lab, narrow)).containsExactly(tuple("D223", "views/shown"));
            assertThat(lab.rows(look)).containsExactly("PUBLIC");
            assertThat(told(lab, shown)).isEmpty();
        }
    }

    private static List<Tuple> told(Lab lab, Model model) {
        List<Tuple> told = new ArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void told(Problem note) {
                        told.add(tuple(note.code(), note.path()));
                    }
                };
        String shown = lab.deployer().prepare(model).plan().fingerprint();
        lab.deployer().deploy(model, shown, Lab.ALL, progress);
        return told;
    }

    private static boolean kill(Lab lab, Model model, int at) throws SQLException {
        return KilledConnections.deploy(lab, model, " VIEW ", at, Deployer::online);
    }

    private static List<String> start(Lab lab, Hung hung) throws SQLException {
        lab.deploy(model(lab, "shown", QUERY));
        for (String sql : hung.statements()) {
            lab.execute(sql);
            if (sql.contains("sqlAuthorization")) {
                restart(lab.database().url());
            }
        }
        List<String> before = lab.rows(hung.look());
        assertThat(before).isNotEmpty();
        return before;
    }

    /** Derby asks who may do what from its next start. */
    private static void restart(String url) {
        assertThatThrownBy(() -> DriverManager.getConnection(url + ";shutdown=true"))
                .hasMessageContaining("shutdown");
    }

    private static Model model(Lab lab, String name, String query) {
        return model(lab, name, query, "rest");
    }

    /**
     * @param rest name of a column that no view reads
     */
    private static Model model(Lab lab, String name, String query, String rest) {
        Table people =
                Warehouse.table(
                        "people",
                        Warehouse.column("first", "text(20)"),
                        Warehouse.column("rest", "text(20)").withName(rest));
        View view = new View("shown", TableName.of(name), "", List.of(), lab.sql(query), "");
        return new Model(List.of(people), List.of(view), List.of());
    }
}
