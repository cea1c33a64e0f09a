package dev.plinth.data;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class DuckDbChangesTest extends ChangesContract {
    @Override
    Dialect dialect() {
        return Dialects.named("duckdb");
    }

    @Override
    TestDatabase database() {
        return TestDatabases.DUCKDB;
    }
}
