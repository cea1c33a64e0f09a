package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;

class HsqldbDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.HSQLDB;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("hsqldb");
    }

    /** It keeps the pairs in the order of the key. */
    @Test
    void aRelationMayNameTheColumnsOfAKeyInAnotherOrder() throws SQLException {
        Model model =
                ModelText.read(
                                "m.yaml",
                                """
                                tables:
                                  - name: p
                                    primaryKey: [a, b]
                                    columns: [{name: a, type: bigint}, {name: b, type: bigint}]
                                  - name: c
                                    columns: [{name: x, type: bigint}, {name: y, type: bigint}]
                                    relations:
                                      - {columns: [y, x], target: p, targetColumns: [b, a]}
                                """)
                        .model();
        try (Lab lab = Lab.on(databases())) {
            lab.deploy(model);
            assertThat(lab.titles(model)).isEmpty();
        }
    }
}
