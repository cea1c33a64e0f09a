package dev.plinth.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

class ShopSampleTest {
    @Test
    void theModelHasNoProblem() {
        assertThat(ModelCheck.problems(ShopModel.read())).isEmpty();
    }

    @Test
    void theRowsFitTheModel() throws SQLException {
        Model model = ShopModel.read();
        try (var database = TestDatabases.H2.fresh()) {
            Dialect dialect = Dialects.of(database.url());
            Deployer deployer = new Deployer(dialect, database::connect, List.of());
            deployer.deploy(
                    model, deployer.prepare(model).plan().fingerprint(), Set.of(), Progress.SILENT);
            try (var connection = database.connect()) {
                dialect.prepare(connection);
                new RowLoader(connection, dialect, model).load(ShopRows.all());
                try (var statement = connection.createStatement();
                        var rows =
                                statement.executeQuery(
                                        "SELECT count(*), sum(\"total\") - (SELECT"
                                                + " sum(\"quantity\" * \"unit_price\") FROM"
                                                + " \"order_items\") FROM \"orders\"")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt(1)).isEqualTo(2400);
                    assertThat(rows.getBigDecimal(2)).isEqualByComparingTo("0");
                }
            }
        }
    }

    @Test
    void theRowsAreTheSameOnEveryRun() {
        assertThat(ShopRows.all()).isEqualTo(ShopRows.all());
    }
}
