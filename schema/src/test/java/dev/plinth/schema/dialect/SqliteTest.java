package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class SqliteTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("sqlite");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.SQLITE;
    }
}
