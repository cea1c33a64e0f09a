package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Generic;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class GenericOnPostgresDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.POSTGRESQL;
    }

    @Override
    Dialect dialect() {
        return Generic.on(databases());
    }
}
