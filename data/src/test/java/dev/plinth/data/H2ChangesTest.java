package dev.plinth.data;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class H2ChangesTest extends ChangesContract {
    @Override
    Dialect dialect() {
        return Dialects.named("h2");
    }

    @Override
    TestDatabase database() {
        return TestDatabases.H2;
    }
}
