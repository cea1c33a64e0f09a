package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import java.util.Optional;

class SqliteTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("sqlite");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.SQLITE;
    }

    @Override
    boolean tellsUniqueKeys() {
        return false;
    }

    @Override
    boolean tellsRelations() {
        return false;
    }

    @Override
    boolean keepsLimits() {
        return false;
    }

    @Override
    Optional<String> secondSchema() {
        return Optional.empty();
    }
}
