package dev.plinth.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plinth.data.run.Session;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

class OpeningTest {
    private static final String LONG = "SELECT pg_sleep(3600)";

    @Test
    void theDatabaseGivesUpWhatTakesTooLong() throws SQLException {
        try (FreshDatabase database = TestDatabases.POSTGRESQL.fresh()) {
            Opening limited = opening(database).limitedTo(Duration.ofMillis(20));
            try (Connection connection = limited.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(limited.isLimited()).isTrue();
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute(LONG))
                        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("57014"));
            }
        }
    }

    @Test
    void deploymentsAreNotLimitedWithIt() throws SQLException {
        try (FreshDatabase database = TestDatabases.POSTGRESQL.fresh()) {
            Opening opening = opening(database);
            opening.limitedTo(Duration.ofMillis(20));
            assertThat(opening.isLimited()).isFalse();
            try (Connection connection = opening.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SHOW statement_timeout")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("0");
            }
        }
    }

    /** There the driver limits each statement, see {@link Session}. */
    @Test
    void ofAnotherDatabaseNothingIsPromised() throws SQLException {
        try (FreshDatabase database = TestDatabases.H2.fresh()) {
            Opening limited = opening(database).limitedTo(Duration.ofMillis(20));
            limited.getConnection().close();
            assertThat(limited.isLimited()).isFalse();
        }
    }

    private static Opening opening(FreshDatabase database) throws SQLException {
        return new Opening(
                DriverManager.getDriver(database.url()),
                database.url(),
                database.user(),
                database.password(),
                "");
    }
}
