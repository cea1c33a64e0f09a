package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Generic;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class GenericOnH2DeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.H2;
    }

    @Override
    Dialect dialect() {
        return Generic.on(databases());
    }
}
