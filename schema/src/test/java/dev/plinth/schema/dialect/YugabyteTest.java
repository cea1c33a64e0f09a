package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On a server that somebody gives; {@link GoldenSqlTest} holds the SQL that it would run. */
@EnabledIfEnvironmentVariable(named = "PLINTH_TEST_YUGABYTE", matches = ".+")
class YugabyteTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("yugabyte");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.YUGABYTE;
    }
}
