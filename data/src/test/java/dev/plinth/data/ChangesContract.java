package dev.plinth.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.data.access.Action;
import dev.plinth.data.access.Caller;
import dev.plinth.data.access.Grant;
import dev.plinth.data.access.Role;
import dev.plinth.data.answer.ChangeStream;
import dev.plinth.data.run.ChangeFeed;
import dev.plinth.data.run.ChangeFeed.Position;
import dev.plinth.data.run.ChangeFeed.Window;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.model.Expression;
import dev.plinth.testing.TestDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What is told of changes, on every database. */
abstract class ChangesContract {
    private static final int WRITERS = 4;
    private static final int EACH = 10;
    private Shop shop;
    private ChangeFeed feed;
    private Position seen;

    abstract Dialect dialect();

    abstract TestDatabase database();

    @BeforeEach
    void open() throws SQLException {
        shop = new Shop(database(), dialect(), "live.yaml");
        feed = new ChangeFeed(dialect(), shop::connect);
        seen = feed.arrange();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private ChangeStream follow(String path, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Accept: text/event-stream");
        Shop.Answer answer = shop.get(path, all.toArray(String[]::new));
        assertThat(answer.stream()).as(answer.toString()).isNotNull();
        return answer.stream();
    }

    /** What was told since the last time, as events without ids. */
    private String told(ChangeStream stream) throws SQLException, IOException {
        StringBuilder text = new StringBuilder();
        Position end = feed.arrange();
        while (!seen.equals(end)) {
            Window window = Objects.requireNonNull(feed.after(seen));
            text.append(stream.tell(window));
            seen = window.to();
        }
        return text.toString()
                .replaceAll("id: .*\nevent: (.*)\ndata: (.*)\n\n", "$1 $2;")
                .replaceAll(";$", "");
    }

    private void write(String method, String path, String body) throws IOException {
        Caller before = shop.caller;
        shop.caller = Caller.administrator("1", "ada@example.org", "Ada");
        assertThat(shop.send(method, path, body).status()).isBetween(200, 299);
        shop.caller = before;
    }

    @Test
    void aChangeIsToldWithTheRowAsItIs() throws Exception {
        ChangeStream stream = follow("notes?select=title,owner");
        write("POST", "notes", "{\"id\":1,\"title\":\"a\\nb\",\"owner\":\"ada\"}");
        assertThat(told(stream))
                .isEqualTo(
                        "insert {\"key\":{\"id\":1},\"row\":{\"title\":\"a\\n"
                                + "b\",\"owner\":\"ada\"}}");
        write("PATCH", "notes?id=eq.1", "{\"owner\":\"bob\"}");
        write("PATCH", "notes?id=eq.1", "{\"title\":\"c\"}");
        assertThat(told(stream))
                .isEqualTo(
                        "update {\"key\":{\"id\":1},\"row\":{\"title\":\"c\",\"owner\":\"bob\"}}");
        write("PATCH", "notes?id=eq.1", "{\"id\":2}");
        assertThat(told(stream))
                .isEqualTo(
                        "delete {\"key\":{\"id\":1}};insert"
                            + " {\"key\":{\"id\":2},\"row\":{\"title\":\"c\",\"owner\":\"bob\"}}");
        write("DELETE", "notes?id=eq.2", "");
        assertThat(told(stream)).isEqualTo("delete {\"key\":{\"id\":2}}");
    }

    @Test
    void onlyWhatMatchesIsTold() throws Exception {
        write(
                "POST",
                "notes",
                "[{\"id\":1,\"title\":\"a\",\"stars\":1},{\"id\":2,\"title\":\"b\",\"stars\":5}]");
        ChangeStream stream = follow("notes?select=id&stars=gt.3&title=neq.x");
        seen = feed.arrange();
        write("PATCH", "notes?id=eq.1", "{\"owner\":\"ada\"}");
        assertThat(told(stream)).isEmpty();
        write("PATCH", "notes?id=eq.1", "{\"stars\":4}");
        assertThat(told(stream)).isEqualTo("update {\"key\":{\"id\":1},\"row\":{\"id\":1}}");
        write("PATCH", "notes?id=eq.2", "{\"stars\":2}");
        assertThat(told(stream)).isEqualTo("delete {\"key\":{\"id\":2}}");
        write("DELETE", "notes?id=eq.2", "");
        assertThat(told(stream)).isEmpty();
    }

    private void readsOwn() {
        shop.roles(
                new Role(
                        "r",
                        "reader",
                        "",
                        List.of(
                                new Grant(
                                        shop.table("notes"),
                                        Set.of(Action.READ),
                                        Set.of(shop.column("notes", "secret")),
                                        Set.of(),
                                        Expression.cel("owner == user.id")))));
        shop.caller = Caller.user("bob", "bob@example.org", "Bob", Set.of("r"));
    }

    @Test
    void nobodyIsToldOfWhatTheyMayNotSee() throws Exception {
        readsOwn();
        ChangeStream stream = follow("notes");
        write("POST", "notes", "{\"id\":1,\"owner\":\"ada\",\"secret\":\"x\"}");
        write("PATCH", "notes?id=eq.1", "{\"title\":\"hers\"}");
        assertThat(told(stream)).isEmpty();
        write("PATCH", "notes?id=eq.1", "{\"owner\":\"bob\"}");
        assertThat(told(stream))
                .isEqualTo(
                        "update {\"key\":{\"id\":1},\"row\":{\"id\":1,\"title\":\"hers\","
                                + "\"owner\":\"bob\",\"stars\":null}}");
        write("PATCH", "notes?id=eq.1", "{\"owner\":\"ada\"}");
        assertThat(told(stream)).isEqualTo("delete {\"key\":{\"id\":1}}");
        write("DELETE", "notes?id=eq.1", "");
        assertThat(told(stream)).isEmpty();
        assertThat(shop.get("notes?secret=eq.x", "Accept: text/event-stream").toString())
                .startsWith("400 {\"code\":\"42703\"");
    }

    @Test
    void whoMayNotSeeTheKeyFollowsNothing() throws Exception {
        Set<String> key = Set.of(shop.column("notes", "id"));
        shop.roles(
                new Role(
                        "r",
                        "reader",
                        "",
                        List.of(
                                new Grant(
                                        shop.table("notes"),
                                        Set.of(Action.READ),
                                        key,
                                        Set.of(),
                                        null))));
        shop.caller = Caller.user("bob", "bob@example.org", "Bob", Set.of("r"));
        assertRefused("notes");
        shop.caller = Caller.administrator("1", "ada@example.org", "Ada");
        assertRefused("drafts");
        assertRefused("notes?order=id");
        assertRefused("notes?limit=1");
        assertRefused("notes?select=count()");
    }

    private void assertRefused(String path) throws IOException {
        assertThat(shop.get(path, "Accept: text/event-stream").toString())
                .startsWith("400 {\"code\":\"PLN111\"");
    }

    @Test
    void whatWasUndoneIsNotTold() throws Exception {
        ChangeStream stream = follow("notes?select=id");
        assertThat(
                        shop.send("POST", "notes", "{\"id\":1}", "Prefer: tx=rollback")
                                .header("Preference-Applied"))
                .contains("rollback");
        assertThat(told(stream)).isEmpty();
    }

    @Test
    void whatATriggerInsertsIsToldToo() throws Exception {
        ChangeStream stream = follow("notes?select=title");
        write("POST", "drafts", "{\"id\":1,\"title\":\"draft\"}");
        assertThat(told(stream))
                .isEqualTo("insert {\"key\":{\"id\":1001},\"row\":{\"title\":\"draft\"}}");
    }

    @Test
    void whatIsNotKeptAnyMoreIsNoticed() throws Exception {
        write("POST", "notes", "[{\"id\":1},{\"id\":2},{\"id\":3}]");
        Position begin = seen;
        Position end = feed.arrange();
        feed.purge(Instant.EPOCH, 2);
        assertThat(feed.after(begin)).isNull();
        Position next = new Position(begin.series(), begin.number() + 1);
        assertThat(Objects.requireNonNull(feed.after(next)).to()).isEqualTo(end);
        feed.purge(Instant.now().plusSeconds(60), 2);
        assertThat(feed.after(next)).isNull();
        assertThat(Objects.requireNonNull(feed.after(end)).to()).isEqualTo(end);
        assertThat(feed.after(new Position("another", end.number()))).isNull();
        assertThat(feed.after(new Position(end.series(), end.number() + 1))).isNull();
        assertThat(Position.parse(end.toString())).isEqualTo(end);
        assertThat(Position.parse("nonsense")).isNull();
    }

    /** Whether a transaction that is open keeps others from writing. */
    boolean writesOneAtATime() {
        return false;
    }

    @Test
    void whatIsCommittedLateIsNotPassedOver() throws Exception {
        if (writesOneAtATime()) {
            return;
        }
        ChangeStream stream = follow("notes?select=id");
        try (Connection late = shop.connect()) {
            late.setAutoCommit(false);
            shop.within(late, "POST", "notes", "{\"id\":1}");
            write("POST", "notes", "{\"id\":2}");
            assertThat(told(stream)).isEqualTo("insert {\"key\":{\"id\":2},\"row\":{\"id\":2}}");
            late.commit();
        }
        assertThat(told(stream)).isEqualTo("insert {\"key\":{\"id\":1},\"row\":{\"id\":1}}");
    }

    @Test
    void nothingIsLostOrToldTwiceWhileManyWriteAndSeveralNumber() throws Exception {
        List<Long> numbers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer * EACH;
                writers.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < EACH; i++) {
                                        insert(first + i);
                                    }
                                    return null;
                                }));
            }
            Future<Integer> other = threads.submit(() -> follows(new ArrayList<>()));
            assertThat(follows(numbers)).isEqualTo(WRITERS * EACH);
            assertThat(other.get()).isEqualTo(WRITERS * EACH);
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        long begin = seen.number();
        assertThat(numbers)
                .isEqualTo(
                        IntStream.rangeClosed(1, WRITERS * EACH).mapToObj(i -> begin + i).toList());
    }

    private void insert(int id) throws IOException {
        int status;
        do {
            status = shop.send("POST", "notes", "{\"id\":" + id + "}").status();
            assertThat(status).isIn(201, 409);
        } while (status == 409);
    }

    /** Follows until all writers are done. */
    private int follows(List<Long> numbers) throws SQLException, IOException {
        Position place = seen;
        ChangeStream stream = follow("notes?select=id");
        int count = 0;
        while (count < WRITERS * EACH) {
            feed.arrange();
            Window window = Objects.requireNonNull(feed.after(place));
            for (String line : Objects.requireNonNull(stream.tell(window)).split("\n")) {
                if (line.startsWith("id: ")) {
                    count++;
                    numbers.add(Objects.requireNonNull(Position.parse(line.substring(4))).number());
                }
            }
            place = window.to();
        }
        return count;
    }
}
