package dev.plinth.bench.rows;

import dev.plinth.bench.Benchmark;
import dev.plinth.bench.Goal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Answers per second of one request against those of another, by turns.
 *
 * @param load what is asked of the product
 * @param against what it is compared with
 */
public record RowsBenchmark(
        String name,
        Goal goal,
        RowsServers servers,
        Function<RowsServers, Load> load,
        Function<RowsServers, Load> against)
        implements Benchmark {
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final int TURNS = 7;
    private static final String PAGE = "orders?order=id&limit=50&after=";

    /** Those of the data API. */
    public static List<Benchmark> all(RowsServers servers) {
        List<Benchmark> all = new ArrayList<>(requests(servers));
        all.addAll(WholeTables.all(servers));
        return all;
    }

    private static List<Benchmark> requests(RowsServers servers) {
        return List.of(
                new RowsBenchmark(
                        "one row by key / by hand",
                        Goal.atLeast(0.85),
                        servers,
                        s -> s.product(n -> "customers?id=eq." + customer(n)),
                        s -> s.floor(n -> "/one?id=" + customer(n))),
                new RowsBenchmark(
                        "50 rows filtered, sorted, one embed / by hand",
                        Goal.atLeast(0.80),
                        servers,
                        s ->
                                s.product(
                                        n ->
                                                "orders?select=id,status,total,placed_at,customers(id,name,country)"
                                                    + "&status=eq."
                                                        + status(n)
                                                        + "&order=placed_at.desc&limit=50"),
                        s -> s.floor(n -> "/page?status=" + status(n))),
                new RowsBenchmark(
                        "row condition and hidden column / the same without",
                        Goal.atLeast(0.90),
                        servers,
                        s -> s.narrowed(RowsBenchmark::narrow),
                        s -> s.product(RowsBenchmark::narrow)),
                new RowsBenchmark(
                        "time of the page at row 900,000 / of the first page",
                        Goal.atMost(1.5),
                        servers,
                        s -> s.product(n -> PAGE),
                        RowsBenchmark::deep));
    }

    /** The page that follows on row 900,000: its time is to that of the first as rates are not. */
    private static Load deep(RowsServers servers) {
        try {
            String path = PAGE + servers.whole().cursor(900_000);
            return servers.product(n -> path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String narrow(int number) {
        return "customers?select=id,name,country,credit,created_at&id=eq." + customer(number);
    }

    private static int customer(int number) {
        return 1 + number % Rows.CUSTOMERS;
    }

    private static String status(int number) {
        return List.of("new", "paid", "shipped", "done").get(number % 4);
    }

    @Override
    public double measure() throws Exception {
        Load product = load.apply(servers);
        Load floor = against.apply(servers);
        product.rate(WARM_UP);
        floor.rate(WARM_UP);
        var ratios = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            ratios[turn] = product.rate(TURN) / floor.rate(TURN);
        }
        Arrays.sort(ratios);
        return ratios[TURNS / 2];
    }
}
