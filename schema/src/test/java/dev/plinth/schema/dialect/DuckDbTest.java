package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class DuckDbTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("duckdb");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.DUCKDB;
    }

    @Override
    boolean tellsUniqueKeys() {
        return false;
    }

    @Override
    boolean tellsRelations() {
        return false;
    }
}
