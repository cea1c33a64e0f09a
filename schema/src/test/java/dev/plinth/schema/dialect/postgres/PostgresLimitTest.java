package dev.plinth.schema.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plinth.schema.dialect.Bulk;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.type.ColumnTypes;
import dev.plinth.testing.FreshDatabase;
import dev.plinth.testing.TestDatabases;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

class PostgresLimitTest {
    private static final String QUERY = "SELECT CAST(pg_sleep(0.3) AS text) || 'done'";
    private final Dialect dialect = Dialects.named("postgres");

    /** However long somebody reads them: the limit is for statements that others wait for. */
    @Test
    void allRowsOfATableMayTakeLonger() throws SQLException, IOException {
        Bulk bulk = dialect.bulk().orElseThrow();
        try (FreshDatabase database = TestDatabases.POSTGRESQL.fresh();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : dialect.statementTimeout(Duration.ofMillis(20))) {
                statement.execute(sql);
            }
            connection.setAutoCommit(false);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            bulk.write(
                    connection, QUERY, List.of(ColumnTypes.parse("longtext").orElseThrow()), out);
            assertThat(out).asString().contains("done");
            connection.commit();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(QUERY));
        }
    }
}
