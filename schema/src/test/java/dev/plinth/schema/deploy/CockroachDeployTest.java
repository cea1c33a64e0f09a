package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "PLINTH_TEST_COCKROACH", matches = ".+")
class CockroachDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.COCKROACH;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("cockroach");
    }
}
