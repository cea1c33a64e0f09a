package dev.plinth.data;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class HsqldbChangesTest extends ChangesContract {
    @Override
    Dialect dialect() {
        return Dialects.named("hsqldb");
    }

    @Override
    TestDatabase database() {
        return TestDatabases.HSQLDB;
    }

    @Override
    boolean writesOneAtATime() {
        return true;
    }
}
