package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class H2Test extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("h2");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.H2;
    }
}
