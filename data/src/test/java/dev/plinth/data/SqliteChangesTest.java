package dev.plinth.data;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class SqliteChangesTest extends ChangesContract {
    @Override
    Dialect dialect() {
        return Dialects.named("sqlite");
    }

    @Override
    TestDatabase database() {
        return TestDatabases.SQLITE;
    }

    @Override
    boolean writesOneAtATime() {
        return true;
    }
}
