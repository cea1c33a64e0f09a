package dev.plinth.data;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class DerbyDataTest extends DataContract {
    @Override
    Dialect dialect() {
        return Dialects.named("derby");
    }

    @Override
    TestDatabase database() {
        return TestDatabases.DERBY;
    }
}
