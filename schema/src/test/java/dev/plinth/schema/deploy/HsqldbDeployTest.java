package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class HsqldbDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.HSQLDB;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("hsqldb");
    }
}
