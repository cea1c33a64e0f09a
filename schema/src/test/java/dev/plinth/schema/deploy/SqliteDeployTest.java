package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Column;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.PrimaryKey;
import dev.plinth.schema.model.Relation;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.type.IntegerType;
import dev.plinth.schema.type.TextType;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

class SqliteDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.SQLITE;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("sqlite");
    }

    @Test
    void aRebuildKeepsChildrenViewsAndTriggers() throws SQLException {
        Table parent =
                Table.of("p", "parent", List.of(key("p-id"), Column.of("n", "n", new TextType(20))))
                        .withPrimaryKey(new PrimaryKey("", List.of("p-id")));
        Table child =
                Table.of(
                                "c",
                                "child",
                                List.of(
                                        key("c-id"),
                                        Column.of("c-p", "parent_id", IntegerType.NORMAL)))
                        .withPrimaryKey(new PrimaryKey("", List.of("c-id")))
                        .withRelations(
                                List.of(
                                        new Relation(
                                                "r",
                                                "",
                                                "",
                                                "",
                                                List.of("c-p"),
                                                "p",
                                                List.of("p-id"),
                                                Relation.Action.CASCADE,
                                                Relation.Action.NO_ACTION)));
        try (FreshDatabase database = databases().fresh()) {
            Deployer deployer = new Deployer(dialect(), database::connect, List.of());
            deploy(deployer, new Model(List.of(parent, child), List.of(), List.of()));
            database.execute(
                    "INSERT INTO parent VALUES (1, '5')",
                    "INSERT INTO child VALUES (1, 1)",
                    "CREATE VIEW seen AS SELECT id, n FROM parent",
                    "CREATE TABLE log (what TEXT)",
                    "CREATE TRIGGER heard AFTER INSERT ON parent BEGIN INSERT INTO log VALUES"
                            + " (new.n); END");
            Table retyped =
                    parent.withColumns(
                            List.of(key("p-id"), Column.of("n", "n", IntegerType.NORMAL)));
            deploy(deployer, new Model(List.of(retyped, child), List.of(), List.of()));
            database.execute("INSERT INTO parent VALUES (2, 7)");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery(
                                    "SELECT (SELECT count(*) FROM child),"
                                            + " (SELECT count(*) FROM seen),"
                                            + " (SELECT what FROM log)")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(1);
                assertThat(rows.getInt(2)).isEqualTo(2);
                assertThat(rows.getString(3)).isEqualTo("7");
            }
        }
    }

    private static Column key(String id) {
        return Column.of(id, "id", IntegerType.NORMAL).withRequired(true);
    }

    private static void deploy(Deployer deployer, Model model) {
        String shown = deployer.prepare(model).plan().fingerprint();
        deployer.deploy(model, shown, Set.of(), Progress.SILENT);
    }

    /** Nobody can change anything meanwhile, not even the books. */
    @Override
    String heldUp() {
        return "D104";
    }
}
