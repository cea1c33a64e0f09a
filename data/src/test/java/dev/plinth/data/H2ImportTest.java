package dev.plinth.data;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class H2ImportTest extends ImportContract {
    @Override
    Dialect dialect() {
        return Dialects.named("h2");
    }

    @Override
    TestDatabase database() {
        return TestDatabases.H2;
    }
}
