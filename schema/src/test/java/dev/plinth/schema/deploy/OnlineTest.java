package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Cost.Blocks;
import dev.plinth.schema.dialect.Cost.Work;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.sql.SQLException;
import java.util.List;

/** Plans that let others wait as little as possible come to the same, also when they are killed. */
class OnlineTest {
    private static final String BEFORE =
            """
            tables:
              - name: shelf
                id: shelf
                primaryKey: id
                columns: [{name: id, id: shelf_id, type: bigint}]
              - name: item
                id: item
                primaryKey: id
                columns:
                  - {name: id, id: item_id, type: bigint}
                  - {name: code, id: item_code, type: text(20)}
                  - {name: shelf, id: item_shelf, type: bigint}
            """;
    private static final String AFTER =
            """
            tables:
              - name: shelf
                id: shelf
                primaryKey: id
                columns: [{name: id, id: shelf_id, type: bigint}]
              - name: item
                id: item
                primaryKey: id
                columns:
                  - {name: id, id: item_id, type: bigint}
                  - {name: code, id: item_code, type: text(20), required: true, backfill: {sql: "'none'"}}
                  - {name: shelf, id: item_shelf, type: bigint}
                uniques: [{name: item_once, id: item_once, columns: [shelf, id]}]
                indexes: [{name: item_by_code, id: item_by_code, parts: [code]}]
                checks: [{name: item_positive, id: item_positive, cel: id > 0}]
                relations: [{name: item_on_shelf, id: item_on_shelf, columns: shelf, target: shelf}]
            """;

    static List<TestDatabase> products() {
        return TestDatabases.selected().stream().filter(d -> !d.name().startsWith("h2-")).toList();
    }

    /** Elsewhere a deployment is killed as any other, see {@link KilledDeploymentTest}. */
    static List<TestDatabase> gentleProducts() {
        return products().stream()
                .filter(d -> List.of("postgresql", "mariadb").contains(d.name()))
                .toList();
    }

    private static Model model(String yaml) {
        return ModelText.read("model.yaml", yaml).model();
    }

    private static Lab filled(TestDatabase product) throws SQLException {
        Lab lab = Lab.on(product);
        lab.deploy(model(BEFORE));
        lab.execute(
                "INSERT INTO \"shelf\" (\"id\") VALUES (1)",
                "INSERT INTO \"item\" (\"id\", \"code\", \"shelf\") VALUES (1, 'a', 1)",
                "INSERT INTO \"item\" (\"id\", \"code\", \"shelf\") VALUES (2, NULL, NULL)");
        return lab;
    }

    @ParameterizedTest
    @MethodSource("products")
    void comesToTheSame(TestDatabase product) throws SQLException {
        try (Lab plain = filled(product)) {
            Lab lab = new Lab(plain.database(), plain.dialect(), plain.deployer().online());
            Prepared prepared = lab.deployer().prepare(model(AFTER));
            if (lab.dialect().onlineStatements().isPresent()) {
                assertThat(prepared.plan().steps())
                        .filteredOn(s -> s.cost().work() != Work.CATALOG)
                        .extracting(s -> s.cost().blocks())
                        .containsOnly(Blocks.NOBODY);
            }
            lab.deploy(model(AFTER));
            assertThat(lab.titles(model(AFTER))).isEmpty();
            assertThat(plain.titles(model(AFTER))).isEmpty();
            assertThat(lab.rows("SELECT \"code\" FROM \"item\" ORDER BY \"id\""))
                    .containsExactly("a", "none");
        }
    }

    /** What is half made then is made again, whether or not it is gone on with in the same way. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("gentleProducts")
    void isGoneOnWithWhereverItWasKilled(TestDatabase product) throws SQLException {
        boolean killed = true;
        for (int at = 1; killed; at += KilledConnections.EVERY) {
            try (Lab plain = filled(product)) {
                Lab online = new Lab(plain.database(), plain.dialect(), plain.deployer().online());
                killed = KilledConnections.deploy(online, model(AFTER), at, Deployer::online);
                Lab then = at % 2 == 0 ? plain : online;
                then.deploy(model(AFTER));
                assertThat(then.titles(model(AFTER))).as("killed at " + at).isEmpty();
                assertThat(plain.rows("SELECT \"code\" FROM \"item\" ORDER BY \"id\""))
                        .as("killed at " + at)
                        .containsExactly("a", "none");
                assertThat(then.deployer().prepare(model(AFTER)).plan().notes())
                        .as("killed at " + at)
                        .extracting(Problem::code)
                        .doesNotContain("D210", "I003");
            }
        }
    }
}
