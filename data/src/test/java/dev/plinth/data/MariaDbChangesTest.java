package dev.plinth.data;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class MariaDbChangesTest extends ChangesContract {
    @Override
    Dialect dialect() {
        return Dialects.named("mariadb");
    }

    @Override
    TestDatabase database() {
        return TestDatabases.MARIADB;
    }
}
