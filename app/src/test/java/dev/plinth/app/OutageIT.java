package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.connection.ConnectionPools;
import dev.plinth.app.settings.Attached;
import dev.plinth.app.settings.Settings;
import dev.plinth.testing.MortalDatabase;
import dev.plinth.testing.MortalMariaDb;
import dev.plinth.testing.MortalPostgreSql;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A database that is killed, stays away and comes back, while requests go on. */
class OutageIT {
    private static final String ROWS = "/p/shop/rest/v1/";
    private static final int THREADS = 6;

    /** Codes after which a write may be there or not. */
    private static final Set<String> UNKNOWN = Set.of("08007");

    private MortalDatabase database;
    private RunningServer server;

    static Stream<Supplier<MortalDatabase>> databases() {
        return Stream.of(MortalPostgreSql::new, MortalMariaDb::new);
    }

    private void start(MortalDatabase made) {
        database = made;
        database.execute("CREATE TABLE fixed (id integer PRIMARY KEY, name varchar(50))");
        database.execute(
                "INSERT INTO fixed VALUES "
                        + IntStream.rangeClosed(1, 50)
                                .mapToObj(n -> "(" + n + ", 'name " + n + "')")
                                .collect(Collectors.joining(", ")));
        database.execute("CREATE TABLE pair (id integer, half integer, PRIMARY KEY (id, half))");
        server = RunningServer.start(this::settings);
    }

    private Settings settings(Settings usual) {
        return usual.withAttached(
                List.of(
                        new Attached(
                                "shop",
                                database.url(),
                                database.user(),
                                database.password(),
                                List.of(),
                                Optional.of("admin"),
                                true,
                                true)));
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    /** What came of the requests of all threads. */
    private final class Tally {
        final AtomicInteger next = new AtomicInteger();
        final AtomicInteger fine = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();
        final Set<Integer> written = ConcurrentHashMap.newKeySet();
        final Set<Integer> surelyNot = ConcurrentHashMap.newKeySet();
        final Queue<String> wrong = new ConcurrentLinkedQueue<>();
        volatile boolean ends;

        void work() {
            Browser browser = server.browser();
            while (!ends) {
                read(browser.get(ROWS + "fixed?order=id&limit=50"));
                int id = next.incrementAndGet();
                write(
                        id,
                        browser.post(
                                ROWS + "pair",
                                "[{\"id\":%1$d,\"half\":1},{\"id\":%1$d,\"half\":2}]"
                                        .formatted(id)));
            }
        }

        private void read(Answer answer) {
            if (answer.status() == 200) {
                fine.incrementAndGet();
                JsonNode rows = answer.json();
                if (rows.size() != 50 || !rows.at("/49/name").asString().equals("name 50")) {
                    wrong.add("a wrong answer: " + answer.body());
                }
            } else {
                refused(answer);
            }
        }

        private void write(int id, Answer answer) {
            if (answer.status() == 201) {
                written.add(id);
            } else {
                refused(answer);
                if (!UNKNOWN.contains(answer.text("/code"))) {
                    surelyNot.add(id);
                }
            }
        }

        private void refused(Answer answer) {
            refused.incrementAndGet();
            String body = answer.body();
            boolean isClear =
                    answer.status() == 503
                            && answer.header("Retry-After").equals("1")
                            && Set.of("PGRST000", "PLN108", "08007").contains(answer.text("/code"))
                            && !answer.text("/message").isBlank()
                            && !answer.text("/hint").isBlank();
            if (!isClear || body.matches("(?s).*(localhost|127\\.0|Exception|\\tat |jdbc).*")) {
                wrong.add(answer.status() + " " + body);
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitMore(AtomicInteger count, int more) {
        int before = count.get();
        await(() -> count.get() >= before + more);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsAnsweredIsTrueAndTheServerComesBackByItself(Supplier<MortalDatabase> made)
            throws Exception {
        start(made.get());
        Tally tally = new Tally();
        List<Future<?>> threads = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                threads.add(clients.submit(tally::work));
            }
            try {
                awaitMore(tally.fine, 100);
                database.kill();
                awaitMore(tally.refused, 12);
                database.restart();
                awaitMore(tally.fine, 100);
            } finally {
                tally.ends = true;
            }
            for (Future<?> thread : threads) {
                thread.get();
            }
        }
        assertThat(tally.wrong).isEmpty();
        Map<Integer, Integer> halves = new TreeMap<>();
        Browser browser = server.browser();
        for (JsonNode row : browser.get(ROWS + "pair").is(200).json()) {
            halves.merge(row.at("/id").asInt(), 1, Integer::sum);
        }
        assertThat(halves.values()).as("whole transactions").containsOnly(2);
        assertThat(halves.keySet()).containsAll(tally.written);
        Set<Integer> lied = new TreeSet<>(tally.surelyNot);
        lied.retainAll(halves.keySet());
        assertThat(lied).as("written, though it was said that nothing was").isEmpty();
        var pool = server.bean(ConnectionPools.class);
        await(() -> pool.load().getFirst().active() == 0 && pool.load().getFirst().requests() == 0);
    }
}
