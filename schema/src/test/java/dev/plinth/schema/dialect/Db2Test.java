package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On a server that somebody gives; {@link GoldenSqlTest} holds the SQL that it would run. */
@EnabledIfEnvironmentVariable(named = "PLINTH_TEST_DB2", matches = ".+")
class Db2Test extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("db2");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.DB2;
    }
}
