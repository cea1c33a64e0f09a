package dev.plinth.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A MariaDB that may be killed. */
public final class MortalMariaDb implements MortalDatabase {
    private final Path folder = TemporaryFolder.create();
    private final int port = freePort();
    private Process server;

    public MortalMariaDb() {
        MariaDb.install(folder);
        server = started();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process started() {
        try {
            Process process =
                    new ProcessBuilder(
                                    MariaDb.PROGRAMS.resolve("bin/mariadbd").toString(),
                                    "--no-defaults",
                                    "--basedir=" + MariaDb.PROGRAMS,
                                    "--datadir=" + folder.resolve("data"),
                                    "--tmpdir=" + folder,
                                    "--socket=" + folder.resolve("socket"),
                                    "--port=" + port,
                                    "--bind-address=127.0.0.1",
                                    "--user=" + System.getProperty("user.name"),
                                    "--skip-ssl",
                                    "--init-file=" + folder.resolve("accounts.sql"),
                                    "--character-set-server=utf8mb4",
                                    // What was committed outlives the process, not the machine.
                                    "--innodb-flush-log-at-trx-commit=2")
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start();
            awaitAnswer(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(Process process) {
        try {
            while (!answers()) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("MariaDB ended; see " + folder + "/log");
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try {
            DriverManager.getConnection(url(), user(), password()).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public String url() {
        return "jdbc:mariadb://localhost:" + port + "/test";
    }

    @Override
    public String user() {
        return MariaDb.USER;
    }

    @Override
    public String password() {
        return MariaDb.PASSWORD;
    }

    @Override
    public void kill() {
        server.destroyForcibly().onExit().join();
    }

    @Override
    public void restart() {
        server = started();
    }

    @Override
    public void close() {
        kill();
        TemporaryFolder.delete(folder);
    }
}
