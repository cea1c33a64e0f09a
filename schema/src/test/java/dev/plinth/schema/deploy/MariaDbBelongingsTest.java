package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.TableName;
import dev.plinth.schema.model.View;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

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
