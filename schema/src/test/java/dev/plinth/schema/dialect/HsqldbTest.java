package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class HsqldbTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("hsqldb");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.HSQLDB;
    }
}
