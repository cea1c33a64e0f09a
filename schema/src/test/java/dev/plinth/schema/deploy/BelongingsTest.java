package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
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

    /** Where the database does not take back the whole by itself, the journal knows of them. */
    @ParameterizedTest
    @MethodSource("products")
    void outliveDeploymentsThatAreKilled(TestDatabase database) throws SQLException {
        Hung hung = HUNG.get(database.name());
        try (Lab lab = Lab.on(database)) {
            List<String> before = start(lab, hung);
            Model first = model(lab, "shown", QUERY);
            Model second = model(lab, "shown", NARROW);
            boolean killed = true;
            for (int at = 1; killed; at++) {
                killed = kill(lab, second, at);
                kill(lab, second, at);
                Model wanted = at % 2 == 0 ? second : first;
                lab.deploy(wanted);
                String when = "killed at " + at;
                assertThat(lab.rows(hung.look())).as(when).isEqualTo(before);
                assertThat(lab.titles(wanted)).as(when).isEmpty();
                lab.deploy(first);
            }
        }
    }

    private static boolean kill(Lab lab, Model model, int at) throws SQLException {
        return KilledConnections.deploy(lab, model, " VIEW ", at, Deployer::online);
    }

    private static List<String> start(Lab lab, Hung hung) throws SQLException {
        lab.deploy(model(lab, "shown", QUERY));
        lab.execute(hung.statements().toArray(String[]::new));
        List<String> before = lab.rows(hung.look());
        assertThat(before).isNotEmpty();
        return before;
    }

    private static Model model(Lab lab, String name, String query) {
        Table people = Warehouse.table("people", Warehouse.column("first", "text(20)"));
        View view = new View("shown", TableName.of(name), "", List.of(), lab.sql(query), "");
        return new Model(List.of(people), List.of(view), List.of());
    }
}
