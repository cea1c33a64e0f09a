package dev.plinth.data;

import dev.plinth.data.access.Caller;
import dev.plinth.data.answer.AnswerText;
import dev.plinth.data.answer.HeldAnswer;
import dev.plinth.data.request.BodyReader;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.run.KeptAnswers;
import dev.plinth.data.run.KeptAnswers.Kept;
import dev.plinth.data.run.OvertakenException;
import dev.plinth.data.run.Session;
import dev.plinth.schema.dialect.Errors.Kind;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers a write that names itself by {@code Idempotency-Key}: the first time it is done, and when
 * it is sent again its answer is given again.
 */
final class Repeating {
    static final String KEY = "idempotency-key";

    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_KEY = 255;

    /** After so many writes a few old answers are forgotten, more than came in meanwhile. */
    private static final int ROUND = 50;

    private static final int FORGOTTEN = 100;

    /** By these a request asks for something else. */
    private static final List<String> TOLD =
            List.of(
                    "accept",
                    "accept-profile",
                    "content-profile",
                    "content-type",
                    "if-match",
                    "prefer");

    private final DataApi api;
    private final KeptAnswers answers;
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean isReady;

    Repeating(DataApi api) {
        this.api = api;
        this.answers = new KeptAnswers(api.catalog().dialect());
    }

    void run(Exchange exchange, String key, boolean imports) throws IOException, SQLException {
        if (imports) {
            // Whoever still sends would not read the answer.
            exchange.request().body().transferTo(OutputStream.nullOutputStream());
            throw new Refusal(
                    Reason.NOT_POSSIBLE,
                    "The answer to an import is not kept, as its body is not",
                    null,
                    "Leave out Idempotency-Key; with a key in each row and Prefer:"
                            + " resolution=merge-duplicates an import can be sent again.");
        }
        if (!api.settings().keepsAnswers()) {
            throw new Refusal(
                    Reason.NOT_HERE,
                    "No answers are kept in this database, so a write cannot be sent again",
                    null,
                    "Nothing is made in a database that was attached. Leave out Idempotency-Key,"
                            + " and use PUT or resolution=merge-duplicates.");
        }
        if (!key.matches("[\\x21-\\x7e]{1," + LONGEST_KEY + "}")) {
            throw new Refusal(
                    Reason.INVALID_PARAMETER,
                    "An Idempotency-Key has 1 to " + LONGEST_KEY + " ASCII signs without spaces",
                    null,
                    "Use a UUID.");
        }
        byte[] body = BodyReader.whole(exchange.request().body());
        makeReady(exchange);
        new Write(exchange, body, id(exchange.caller(), key), sum(exchange.request(), body)).run();
        if (writes.getAndIncrement() % ROUND == 0) {
            forgetOld();
        }
    }

    private void makeReady(Exchange exchange) throws SQLException {
        if (!isReady) {
            try (Session session = api.open(exchange)) {
                answers.ensure(session);
            }
            isReady = true;
        }
    }

    private void forgetOld() {
        try (Connection connection = api.connections().borrow()) {
            answers.forget(connection, Instant.now().minus(KEPT), FORGOTTEN);
        } catch (SQLException e) {
            // The next round does it; the caller has the answer.
            LOG.warn("Old answers could not be forgotten", e);
        }
    }

    /** One write on its way. */
    private final class Write {
        private final Exchange exchange;
        private final byte[] body;
        private final String id;
        private final String request;
        private boolean isFirst;
        private boolean isTaken;
        private @Nullable Kept before;
        private HeldAnswer answer = new HeldAnswer(0);

        Write(Exchange exchange, byte[] body, String id, String request) {
            this.exchange = exchange;
            this.body = body;
            this.id = id;
            this.request = request;
        }

        void run() throws IOException, SQLException {
            try {
                api.transaction(exchange, this::attempt);
            } catch (SQLException e) {
                Kind kind = api.catalog().dialect().errors().fault(e).kind();
                boolean waited = isTaken || kind == Kind.CONFLICT || kind == Kind.TIMEOUT;
                if (!isFirst && waited) {
                    throw stillRunning().causedBy(e);
                }
                throw e;
            }
            exchange.settle();
            if (before == null) {
                AnswerText.give(answer, exchange.answer());
            } else {
                AnswerText.replay(String.valueOf(before.answer()), exchange.answer());
            }
        }

        private void attempt() throws IOException, SQLException {
            isFirst = false;
            isTaken = false;
            try (Session session = api.open(exchange)) {
                session.begin();
                if (answers.take(session, id, request)) {
                    isFirst = true;
                    write(session);
                } else {
                    session.rollback();
                    before = known(session);
                }
            }
        }

        private void write(Session session) throws IOException, SQLException {
            DataRequest whole = exchange.request();
            answer = new HeldAnswer(Integer.MAX_VALUE);
            Exchange part =
                    new Exchange(
                            new DataRequest(
                                    whole.method(),
                                    whole.path(),
                                    whole.query(),
                                    whole.headers(),
                                    new ByteArrayInputStream(body),
                                    whole.cancellation()),
                            exchange.caller(),
                            answer,
                            session);
            exchange.begins(part, 0);
            api.dispatch(part);
            exchange.ended();
            answers.keep(session, id, AnswerText.of(answer));
            session.commit();
        }

        /** What another request of the id left; one of another time counts no more. */
        private Kept known(Session session) throws SQLException {
            Kept kept = answers.find(session, id);
            if (kept != null && kept.isBefore(Instant.now().minus(KEPT))) {
                answers.forget(session, id, kept);
                kept = null;
            }
            if (kept == null) {
                isTaken = true;
                throw new OvertakenException(new SQLException("taken and given back", "40001"));
            }
            if (!kept.request().equals(request)) {
                throw new Refusal(
                        Reason.OTHER_REQUEST,
                        "Another request was sent with this Idempotency-Key",
                        null,
                        "Use a key of its own for each request.");
            }
            return kept;
        }
    }

    private static Refusal stillRunning() {
        return new Refusal(
                        Reason.STILL_RUNNING,
                        "The first request with this Idempotency-Key is not answered yet",
                        null,
                        "Send it again in a moment.")
                .with(Map.of("Retry-After", "1"));
    }

    /** Somebody who acts in another role is somebody else. */
    private static String id(Caller caller, String key) {
        return Sum.of(
                caller.id(),
                caller.administrator() ? "all" : String.join(" ", new TreeSet<>(caller.roles())),
                key);
    }

    private static String sum(DataRequest request, byte[] body) {
        Sum sum = new Sum();
        sum.add(request.method().toUpperCase(Locale.ROOT));
        sum.add(DataApi.stripped(request.path()));
        sum.add(request.query());
        for (String name : TOLD) {
            sum.add(String.join(",", request.headers(name)));
        }
        sum.add(body);
        return sum.text();
    }
}
