package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import java.util.Optional;

/** On a server that somebody gives; {@link GoldenSqlTest} holds the SQL that it would run. */
@EnabledIfEnvironmentVariable(named = "PLINTH_TEST_ORACLE", matches = ".+")
class OracleTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("oracle");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.ORACLE;
    }

    /** NUMBER(5) holds more than 16 bits do. */
    @Override
    boolean keepsLimits() {
        return false;
    }

    /** A schema is a user, which the user of a test cannot make. */
    @Override
    Optional<String> secondSchema() {
        return Optional.empty();
    }
}
