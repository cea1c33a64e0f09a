package dev.plinth.data;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class DerbyChangesTest extends ChangesContract {
    @Override
    Dialect dialect() {
        return Dialects.named("derby");
    }

    @Override
    TestDatabase database() {
        return TestDatabases.DERBY;
    }

    @Override
    boolean writesOneAtATime() {
        return true;
    }
}
