package dev.plinth.bench.rows;

import dev.plinth.bench.Benchmark;
import dev.plinth.bench.Goal;
import dev.plinth.bench.Turns;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A million rows that leave or come in, against PostgreSQL's own COPY of the same rows.
 *
 * @param product what is timed, in nanoseconds
 * @param floor the same by the database alone
 */
record WholeTables(String name, Callable<Long> product, Callable<Long> floor) implements Benchmark {
    private static final int TURNS = 3;

    /** Out as CSV, and in again. */
    static List<Benchmark> all(RowsServers servers) {
        return List.of(
                new WholeTables(
                        "export of 1,000,000 rows as CSV / COPY TO",
                        () -> timed(() -> servers.whole().get("orders", null)),
                        () -> timed(() -> copyOut(servers))),
                new WholeTables(
                        "import of 1,000,000 rows of CSV / COPY FROM",
                        () -> arrivals(servers, servers.whole()::post),
                        () -> arrivals(servers, file -> copyIn(servers, file))));
    }

    /** Throughput: the more, the better. */
    @Override
    public Goal goal() {
        return Goal.atLeast(0.6);
    }

    @Override
    public double measure() throws Exception {
        return Turns.ratio(TURNS, floor, product);
    }

    /** Something that takes its time. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** Something done with a file. */
    @FunctionalInterface
    private interface Loading {
        void load(Path file) throws Exception;
    }

    private static long timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    /** Fills the empty table with the rows of the other one. */
    private static long arrivals(RowsServers servers, Loading loading) throws Exception {
        Path file = Files.createTempFile("orders", ".csv");
        try {
            servers.whole().get("orders", file);
            servers.database().execute("TRUNCATE arrivals");
            return timed(() -> loading.load(file));
        } finally {
            Files.delete(file);
        }
    }

    private static void copyOut(RowsServers servers) throws Exception {
        try (Connection connection = servers.database().connect()) {
            copies(connection)
                    .copyOut(
                            "COPY orders TO STDOUT WITH (FORMAT csv, HEADER)",
                            OutputStream.nullOutputStream());
        }
    }

    private static void copyIn(RowsServers servers, Path file) throws Exception {
        try (Connection connection = servers.database().connect();
                var rows = Files.newInputStream(file)) {
            copies(connection).copyIn("COPY arrivals FROM STDIN WITH (FORMAT csv, HEADER)", rows);
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
