package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class DerbyTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("derby");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.DERBY;
    }
}
