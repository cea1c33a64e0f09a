package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.condition.EnabledIf;

import java.sql.Connection;
import java.util.Optional;

@EnabledIf("isNamed")
class FirebirdTest extends DialectContract {
    static boolean isNamed() {
        return TestDatabases.selected().contains(TestDatabases.FIREBIRD);
    }

    @Override
    Dialect dialect() {
        return Dialects.named("firebird");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.FIREBIRD;
    }

    /** Of a decimal no more is kept than that it fits 16, 32 or 64 bits. */
    @Override
    boolean keepsDigits() {
        return false;
    }

    @Override
    Optional<String> secondSchema() {
        return Optional.empty();
    }

    @Override
    String ownSchema(Connection connection) {
        return "";
    }
}
