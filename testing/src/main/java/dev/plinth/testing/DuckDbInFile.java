package dev.plinth.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

/** DuckDB within this process, its data in a file that one process at a time may have open. */
final class DuckDbInFile implements TestDatabase {

    @Override
    public String name() {
        return "duckdb-file";
    }

    @Override
    public FreshDatabase fresh() {
        var folder = TemporaryFolder.create();
        var url = "jdbc:duckdb:" + folder.resolve("test.db");
        return new FreshDatabase(
                name(),
                url,
                "",
                "",
                () -> {
                    drop(url);
                    TemporaryFolder.delete(folder);
                });
    }

    private static void drop(String url) {
        try (var connection = DriverManager.getConnection(url)) {
            DuckDbInMemory.dropAll(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
