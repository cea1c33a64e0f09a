package dev.plinth.testing;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Firebird server of this process's own, stopped when the process ends. The program must be
 * installed (Debian: firebird3.0-server); its settings, accounts and databases lie in a folder of
 * our own.
 */
final class Firebird implements TestDatabase {

    private static final Path PROGRAM = Path.of("/usr/sbin/firebird");
    private static final Path TOOL = Path.of("/usr/bin/isql-fb");
    private static final Path FILES = Path.of("/usr/lib/x86_64-linux-gnu/firebird/3.0");
    private static final Path ACCOUNTS = Path.of("/usr/share/firebird/3.0/security.sql");
    private static final String USER = "SYSDBA";
    private static final int STARTING_SECONDS = 60;

    private final AtomicInteger count = new AtomicInteger();
    private @Nullable Server server;

    private record Server(Path root, int port, String password) {

        String url(String database) {
            return "jdbc:firebird://127.0.0.1:"
                    + port
                    + "/"
                    + root.resolve("data").resolve(database)
                    + "?encoding=UTF8";
        }
    }

    @Override
    public String name() {
        return "firebird";
    }

    @Override
    public FreshDatabase fresh() {
        var running = server();
        var file = "test_" + count.incrementAndGet() + ".fdb";
        create(running, file);
        return new FreshDatabase(
                name(), running.url(file), USER, running.password(), () -> drop(running, file));
    }

    /** The server outlives every test, so nothing waits for the disk; the file remembers that. */
    private static void create(Server server, String file) {
        var url = server.url(file) + "&createDatabaseIfNotExist=true&force_write=0";
        try (var connection = DriverManager.getConnection(url, USER, server.password())) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new IllegalStateException("no database on Firebird", e);
        }
    }

    /** Whoever still has a connection is thrown out, by which the file can go. */
    private static void drop(Server server, String file) {
        var url = server.url(file);
        try (var connection = DriverManager.getConnection(url, USER, server.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "DELETE FROM MON$ATTACHMENTS WHERE MON$ATTACHMENT_ID <> CURRENT_CONNECTION AND"
                            + " MON$SYSTEM_FLAG = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try {
            Files.deleteIfExists(server.root().resolve("data").resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Server server() {
        if (server == null) {
            try {
                server = start();
            } catch (IOException e) {
                throw new IllegalStateException("Firebird for the tests did not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return server;
    }

    private static Server start() throws IOException, InterruptedException {
        var root = TemporaryFolder.create();
        for (var name : List.of("plugins", "intl", "lib", "UDF", "firebird.msg")) {
            Files.createSymbolicLink(root.resolve(name), FILES.resolve(name));
        }
        Files.copy(FILES.resolve("plugins.conf").toRealPath(), root.resolve("plugins.conf"));
        Files.createDirectories(root.resolve("data"));
        Files.createDirectories(root.resolve("lock"));
        var accounts = root.resolve("security3.fdb");
        var port = freePort();
        Files.writeString(
                root.resolve("databases.conf"),
                "security.db = " + accounts + "\n{\n\tRemoteAccess = false\n}\n");
        Files.writeString(
                root.resolve("firebird.conf"),
                """
                RemoteBindAddress = 127.0.0.1
                RemoteServicePort = %d
                SecurityDatabase = %s
                DatabaseAccess = Restrict %s
                ServerMode = Super
                IpcName = PLINTH%d
                """
                        .formatted(port, accounts, root.resolve("data"), port));
        var password = UUID.randomUUID().toString().substring(0, 12);
        makeAccounts(root, accounts, password);
        var program = process(root, PROGRAM.toString()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(program, root)));
        var server = new Server(root, port, password);
        await(server, program);
        return server;
    }

    private static ProcessBuilder process(Path root, String... command) {
        var process = new ProcessBuilder(command);
        process.environment().put("FIREBIRD", root.toString());
        process.environment().put("FIREBIRD_LOCK", root.resolve("lock").toString());
        process.environment().put("FIREBIRD_TMP", root.resolve("lock").toString());
        return process.redirectErrorStream(true).redirectOutput(root.resolve("output").toFile());
    }

    /** An accounts database of our own; the tool works on the file itself, without a server. */
    private static void makeAccounts(Path root, Path accounts, String password)
            throws IOException, InterruptedException {
        var tool = process(root, TOOL.toString(), "-user", USER).start();
        try (var input = tool.getOutputStream()) {
            input.write(
                    """
                    CREATE DATABASE '%s';
                    IN %s;
                    COMMIT;
                    CREATE USER %s PASSWORD '%s' USING PLUGIN Srp;
                    COMMIT;
                    QUIT;
                    """
                            .formatted(accounts, ACCOUNTS, USER, password)
                            .getBytes(StandardCharsets.UTF_8));
        }
        if (!tool.waitFor(STARTING_SECONDS, TimeUnit.SECONDS)) {
            tool.destroyForcibly();
        }
    }

    /** A bare connection in its first moments upsets the server, so whole ones are tried. */
    private static void await(Server server, Process program) throws IOException {
        for (var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTING_SECONDS); ; ) {
            try (var connection =
                    DriverManager.getConnection(
                            server.url("started.fdb") + "&createDatabaseIfNotExist=true",
                            USER,
                            server.password())) {
                connection.getMetaData();
                return;
            } catch (SQLException e) {
                if (!program.isAlive() || System.nanoTime() > end) {
                    throw new IOException(Files.readString(server.root().resolve("output")), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process program, Path root) {
        program.destroy();
        try {
            if (!program.waitFor(5, TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        TemporaryFolder.delete(root);
    }
}
