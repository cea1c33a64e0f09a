package dev.plinth.schema.deploy;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("isNamed")
class FirebirdDeployTest extends DeployContract {
    static boolean isNamed() {
        return TestDatabases.selected().contains(TestDatabases.FIREBIRD);
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.FIREBIRD;
    }

    @Override
    Dialect dialect() {
        return Dialects.named("firebird");
    }
}
