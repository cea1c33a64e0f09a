package dev.plinth.schema.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.schema.dialect.Errors.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

class SqliteErrorsTest {
    @Test
    void aFileThatWasMovedIsOutOfReach(@TempDir Path folder) throws SQLException, IOException {
        Path file = folder.resolve("shop.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (c)");
            Files.move(file, folder.resolve("moved.db"));
            SQLException refused =
                    catchThrowableOfType(
                            SQLException.class,
                            () -> statement.execute("INSERT INTO t VALUES (1)"));
            assertThat(new SqliteErrors().fault(refused).kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }
}
