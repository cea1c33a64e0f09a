package dev.plinth.schema.dialect;

import dev.plinth.testing.TestDatabase;
import dev.plinth.testing.TestDatabases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

class MariaDbTest extends DialectContract {
    @Override
    Dialect dialect() {
        return Dialects.named("mariadb");
    }

    @Override
    TestDatabase databases() {
        return TestDatabases.MARIADB;
    }

    @Override
    Optional<String> secondSchema() {
        return Optional.of("second_" + UUID.randomUUID());
    }

    @Override
    String ownSchema(Connection connection) throws SQLException {
        return connection.getCatalog();
    }
}
