package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "PLINTH_TEST_DB2", matches = ".+")
class Db2DeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.DB2;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("db2");
    }
}
