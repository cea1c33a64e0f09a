package dev.plinth.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

class TestDatabasesTest {

    @ParameterizedTest
    @MethodSource("dev.plinth.testing.TestDatabases#selected")
    void givesAnEmptyDatabaseThatKeepsWhatIsWritten(TestDatabase database) throws SQLException {
        try (var fresh = database.fresh()) {
            try (var connection = fresh.connect()) {
                assertThat(tables(connection)).isEmpty();
            }
            fresh.execute(
                    "CREATE TABLE seen (word VARCHAR(20))", "INSERT INTO seen VALUES ('grüße 🎈')");
            try (var connection = fresh.connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT word FROM seen")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("grüße 🎈");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plinth.testing.TestDatabases#selected")
    void keepsTwoDatabasesApart(TestDatabase database) throws SQLException {
        try (var first = database.fresh();
                var second = database.fresh()) {
            first.execute("CREATE TABLE seen (word VARCHAR(20))");
            try (var connection = second.connect()) {
                assertThat(tables(connection)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plinth.testing.TestDatabases#selected")
    void dropsADatabaseThatSomebodyStillUses(TestDatabase database) throws SQLException {
        var fresh = database.fresh();
        fresh.execute("CREATE TABLE seen (word VARCHAR(20))");
        try (var connection = fresh.connect()) {
            fresh.close();
            assertThatThrownBy(
                            () -> {
                                try (var statement = connection.createStatement()) {
                                    statement.execute("INSERT INTO seen VALUES ('late')");
                                }
                            })
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("servers")
    void asksForThePassword(TestDatabase database) {
        try (var fresh = database.fresh()) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(fresh.url(), fresh.user(), "wrong"))
                    .isInstanceOf(SQLException.class);
        }
    }

    static List<TestDatabase> servers() {
        var selected = new ArrayList<>(TestDatabases.selected());
        selected.retainAll(List.of(TestDatabases.POSTGRESQL, TestDatabases.MARIADB));
        return selected;
    }

    @Test
    void refusesANameItDoesNotKnow() {
        assertThatThrownBy(() -> TestDatabases.named("postgres"))
                .hasMessageContaining("\"postgres\"")
                .hasMessageContaining("postgresql");
    }

    @Test
    void passesOverWhatTheRunIsNotAbout() {
        var before = System.getProperty("plinth.databases", "");
        try {
            System.setProperty("plinth.databases", "sqlite, hsqldb");
            assertThatThrownBy(TestDatabases.H2::fresh)
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("h2");
            TestDatabases.SQLITE.fresh().close();
            TestDatabases.HSQLDB_FILE.fresh().close();
        } finally {
            System.setProperty("plinth.databases", before);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        var schema = connection.getSchema();
        try (var tables =
                connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
