package dev.plinth.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A PostgreSQL that may be killed. */
public final class MortalPostgreSql implements MortalDatabase {
    private static final String OWNER = "postgres";
    private final Path folder = TemporaryFolder.create();
    private EmbeddedPostgres server;

    public MortalPostgreSql() {
        server = started(0);
    }

    private EmbeddedPostgres started(int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    // What was committed outlives the processes, though not the machine.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "on")
                    .setDataDirectory(folder.resolve("data"))
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    /** Its superuser, whom it trusts without a password. */
    @Override
    public String user() {
        return OWNER;
    }

    @Override
    public String password() {
        return "";
    }

    @Override
    public void kill() {
        try {
            String first = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(first)).orElseThrow();
            var all =
                    Stream.concat(Stream.of(postmaster), postmaster.descendants())
                            .peek(ProcessHandle::destroyForcibly)
                            .map(ProcessHandle::onExit)
                            .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void restart() {
        int port = server.getPort();
        close(server);
        server = started(port);
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(server);
        TemporaryFolder.delete(folder);
    }
}
