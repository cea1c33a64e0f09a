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

/** Triggers of a view of SQLite are there again after it was made again. */
class SqliteBelongingsTest {
    @Test
    void areGivenBack() throws SQLException {
        try (Lab lab = Lab.on(TestDatabases.SQLITE)) {
            lab.deploy(model("shown", ""));
            lab.execute(
                    "CREATE TRIGGER \"put on\" INSTEAD OF INSERT /* ON */ ON shown BEGIN"
                            + " INSERT INTO people (id, first) VALUES (new.id, 'on shown'); END");
            lab.deploy(model("seen", " WHERE \"id\" > 0"));
            lab.execute("INSERT INTO seen (id) VALUES (1)");
            assertThat(lab.rows("SELECT id, first FROM seen")).containsExactly("1,on shown");
            assertThat(lab.titles(model("seen", " WHERE \"id\" > 0"))).isEmpty();
        }
    }

    private static Model model(String name, String where) {
        Table people = Warehouse.table("people", Warehouse.column("first", "text(20)"));
        View view =
                new View(
                        "shown",
                        TableName.of(name),
                        "",
                        List.of(),
                        "SELECT \"id\", \"first\" FROM \"people\"" + where,
                        "");
        return new Model(List.of(people), List.of(view), List.of());
    }
}
