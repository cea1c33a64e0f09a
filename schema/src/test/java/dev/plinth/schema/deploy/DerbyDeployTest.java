package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class DerbyDeployTest extends DeployContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.DERBY;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("derby");
    }

    /** Readers wait as well, so the first question to the rows is in vain. */
    @Override
    String heldUp() {
        return "D104";
    }
}
