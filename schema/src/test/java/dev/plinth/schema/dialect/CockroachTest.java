package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import java.util.Set;

/** On a server that somebody gives; {@link GoldenSqlTest} holds the SQL that it would run. */
@EnabledIfEnvironmentVariable(named = "PLINTH_TEST_COCKROACH", matches = ".+")
class CockroachTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("cockroach");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.COCKROACH;
    }

    @Override
    Set<String> refuses() {
        return Set.of("aPrimaryKeyIsReplacedDroppedAndAdded");
    }
}
