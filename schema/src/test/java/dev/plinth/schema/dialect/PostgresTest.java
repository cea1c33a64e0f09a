package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class PostgresTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("postgres");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.POSTGRESQL;
    }
}
