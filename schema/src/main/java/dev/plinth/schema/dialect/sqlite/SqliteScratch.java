package dev.plinth.schema.dialect.sqlite;

import dev.plinth.schema.dialect.Scratch;

import org.sqlite.SQLiteConfig;

import java.sql.Connection;
import java.sql.SQLException;

/** A database in memory, which is gone with its connection. */
final class SqliteScratch implements Scratch {
    @Override
    public Connection enter(Source database, String name) throws SQLException {
        return new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
    }

    @Override
    public void drop(Connection connection, String name) throws SQLException {
        connection.close();
    }
}
