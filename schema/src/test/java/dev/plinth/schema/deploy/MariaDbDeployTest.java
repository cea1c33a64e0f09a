package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class MariaDbDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.MARIADB;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("mariadb");
    }
}
