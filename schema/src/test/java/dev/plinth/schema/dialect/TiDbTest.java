package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** On a server that somebody gives; {@link GoldenSqlTest} holds the SQL that it would run. */
@EnabledIfEnvironmentVariable(named = "PLINTH_TEST_TIDB", matches = ".+")
class TiDbTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("tidb");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.TIDB;
    }

    @Override
    Optional<String> secondSchema() {
        return Optional.of("second_" + UUID.randomUUID());
    }

    @Override
    String ownSchema(Connection connection) throws SQLException {
        return connection.getCatalog();
    }

    @Override
    Set<String> refuses() {
        return Set.of(
                "aKeyBecomesAnIdentityThatGoesOnAfterTheRows",
                "aPrimaryKeyIsReplacedDroppedAndAdded",
                "aGeneratedColumnBecomesAPlainOneAndKeepsItsValues",
                "aColumnThatOthersAreComputedFromChangesItsType");
    }
}
