package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.schema.problem.Problem;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** How a view of MariaDB works is the same after it was made again. */
class MariaDbBelongingsTest {
    private static final String LOOK =
            "SELECT table_name, security_type, check_option, algorithm FROM"
                    + " information_schema.views WHERE table_schema = DATABASE() ORDER BY 1";

    @Test
    void areGivenBack() throws SQLException {
        try (Lab lab = Lab.on(TestDatabases.MARIADB)) {
            lab.deploy(model("first"));
            lab.execute(
                    "ALTER ALGORITHM = MERGE SQL SECURITY INVOKER VIEW shown AS"
                            + " SELECT `id` FROM `people` WHERE `id` > 0"
                            + " WITH LOCAL CHECK OPTION");
            lab.execute("ALTER SQL SECURITY INVOKER VIEW plain AS SELECT `id` FROM `people`");
            List<String> before = lab.rows(LOOK);
            assertThat(before)
                    .containsExactly("plain,INVOKER,NONE,UNDEFINED", "shown,INVOKER,LOCAL,MERGE");
            lab.deploy(model("second"));
            assertThat(lab.rows(LOOK)).isEqualTo(before);
            assertThat(lab.titles(model("second"))).isEmpty();
        }
    }

    /** Whose rights a view has is kept by whoever may say so, and told by others. */
    @Test
    void haveTheirDefiner() throws SQLException {
        try (Lab lab = Lab.on(TestDatabases.MARIADB)) {
            lab.deploy(model("first"));
            String owner = lab.rows("SELECT CONCAT('plinth_', CRC32(DATABASE()))").getFirst();
            lab.execute(
                    "CREATE ROLE " + owner + "_role",
                    "CREATE USER " + owner + "@localhost IDENTIFIED BY 'secret'",
                    "GRANT ALL ON `"
                            + lab.rows("SELECT DATABASE()").getFirst()
                            + "`.* TO "
                            + owner
                            + "@localhost",
                    "ALTER DEFINER = "
                            + owner
                            + "@localhost VIEW shown AS"
                            + " SELECT `id` FROM `people` WHERE `id` > 0",
                    "ALTER DEFINER = " + owner + "_role VIEW plain AS SELECT `id` FROM `people`");
            try {
                String look =
                        "SELECT table_name, definer, security_type FROM information_schema.views"
                                + " WHERE table_schema = DATABASE() ORDER BY 1";
                List<String> before = lab.rows(look);
                assertThat(before).anyMatch(r -> r.contains(owner + "@localhost"));
                assertThat(lab.rows("SELECT \"id\" FROM \"shown\"")).isEmpty();
                lab.deploy(model("second"));
                assertThat(lab.rows(look)).isEqualTo(before);
                assertThat(lab.titles(model("second"))).isEmpty();
                Deployer other =
                        new Deployer(
                                lab.dialect(),
                                () ->
                                        DriverManager.getConnection(
                                                lab.database().url(), owner, "secret"),
                                List.of());
                assertThat(other.prepare(model("second")).plan().notes())
                        .extracting(Problem::code, Problem::path)
                        .containsExactly(tuple("I003", "views/plain"));
                lab.execute("DROP ROLE " + owner + "_role");
                lab.deploy(model("third"));
                assertThat(lab.rows(look)).hasSize(2).contains(before.getLast());
            } finally {
                lab.execute("DROP USER " + owner + "@localhost");
                lab.execute("DROP ROLE IF EXISTS " + owner + "_role");
            }
        }
    }

    private static Model model(String column) {
        Table people =
                Warehouse.table("people", Warehouse.column("name", "text(20)").withName(column));
        return new Model(
                List.of(people),
                List.of(
                        view("shown", "SELECT `id` FROM `people` WHERE `id` > 0"),
                        view("plain", "SELECT `id` FROM `people`")),
                List.of());
    }

    private static View view(String name, String query) {
        return new View(name, TableName.of(name), "", List.of(), query, "");
    }
}
