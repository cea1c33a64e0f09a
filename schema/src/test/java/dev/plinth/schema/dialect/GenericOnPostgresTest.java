package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

class GenericOnPostgresTest extends GenericContract {
    @Override
    TestDatabase databases() {
        return TestDatabases.POSTGRESQL;
    }
}
