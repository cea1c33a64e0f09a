package dev.plinth.schema.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;

class DerbyDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.DERBY;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("derby");
    }

    /** A relation steps aside for it, else Derby would make none and say nothing. */
    @Test
    void anIndexOfTheColumnsOfARelationIsKeptAndAdded() throws SQLException {
        try (Lab lab = Lab.on(databases());
                Lab copy = Lab.on(databases())) {
            lab.execute(
                    "CREATE TABLE p (id INTEGER NOT NULL PRIMARY KEY)",
                    "CREATE TABLE c (a INTEGER)",
                    "CREATE INDEX of_a ON c (a)",
                    "ALTER TABLE c ADD CONSTRAINT to_p FOREIGN KEY (a) REFERENCES p (id)");
            Model found = lab.inspected();
            assertThat(lab.titles(found)).isEmpty();
            copy.deploy(found);
            assertThat(copy.inspected()).isEqualTo(found);
            copy.execute("DROP INDEX of_a");
            copy.deploy(found);
            assertThat(copy.inspected()).isEqualTo(found);
        }
    }

    /** Readers wait as well, so the first question to the rows is in vain. */
    @Override
    String heldUp() {
        return "D104";
    }
}
