package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class PostgresDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.POSTGRESQL;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("postgres");
    }
}
