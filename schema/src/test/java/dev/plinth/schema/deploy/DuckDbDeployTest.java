package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class DuckDbDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.DUCKDB;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("duckdb");
    }

    @Override
    boolean isHeldUpByOthers() {
        return false;
    }
}
