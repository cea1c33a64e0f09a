package dev.plinth.data;

import dev.plinth.data.answer.BatchBody;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.answer.HeldAnswer;
import dev.plinth.data.request.BodyReader;
import dev.plinth.data.request.Operation;
import dev.plinth.data.request.OperationReader;
import dev.plinth.data.request.Preferences;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.request.Representation;
import dev.plinth.data.request.Representation.Form;
import dev.plinth.data.run.Session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Answers POST at the root: several operations, each as if it were alone, in one transaction. */
final class Batching {
    /** So many bytes the answers may have, since all are held until the transaction ends. */
    private static final int MOST_ANSWERED = 16 * 1024 * 1024;

    private final DataApi api;

    Batching(DataApi api) {
        this.api = api;
    }

    void run(Exchange exchange) throws IOException, SQLException {
        DataRequest request = exchange.request();
        Preferences preferences = Preferences.parse(request.headers("prefer"));
        preferences.check();
        Representation form =
                Representation.among(request.headers("accept"), Set.of(Form.JSON), Form.JSON);
        List<Operation> operations =
                OperationReader.read(
                        BodyReader.whole(request.body()), request.header("content-type"));
        for (int i = 0; i < operations.size(); i++) {
            check(operations.get(i), i + 1);
        }
        exchange.timing().step("request");
        List<HeldAnswer> answers = new ArrayList<>();
        api.transaction(
                exchange,
                () -> {
                    answers.clear();
                    try (Session session = api.open(exchange)) {
                        if (operations.stream().allMatch(Operation::reads)) {
                            session.beginSnapshot();
                        } else {
                            session.begin();
                        }
                        run(exchange, session, operations, answers);
                        if (api.rollsBack(preferences)) {
                            session.rollback();
                        } else {
                            session.commit();
                        }
                    }
                });
        byte[] body = BatchBody.of(answers);
        exchange.timing().step("run");
        exchange.settle();
        DataAnswer answer = exchange.answer();
        answer.status(200);
        answer.header("Content-Type", form.contentType());
        answer.header("Content-Length", Integer.toString(body.length));
        String applied = Applied.toCall(preferences, api.settings().rollbackByRequest()).toString();
        if (!applied.isEmpty()) {
            answer.header("Preference-Applied", applied);
        }
        answer.header("Server-Timing", exchange.timing().toString());
        answer.body().write(body);
    }

    private void run(
            Exchange exchange,
            Session session,
            List<Operation> operations,
            List<HeldAnswer> answers)
            throws IOException, SQLException {
        int left = MOST_ANSWERED;
        long rows = 0;
        int seconds = api.settings().timeoutSeconds();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (Operation operation : operations) {
            HeldAnswer answer = new HeldAnswer(left);
            DataRequest request =
                    new DataRequest(
                            operation.method(),
                            operation.path(),
                            operation.query(),
                            operation.headers(),
                            new ByteArrayInputStream(operation.body()),
                            exchange.request().cancellation());
            Exchange part = new Exchange(request, exchange.caller(), answer, session);
            exchange.begins(part, answers.size() + 1);
            if (seconds > 0 && System.nanoTime() > end) {
                throw new Refusal(
                        Reason.CANCELLED,
                        "The operations took longer than " + seconds + " seconds",
                        null,
                        "Send fewer at a time: others wait for what they wrote.");
            }
            api.dispatch(part);
            left -= answer.length();
            rows += answer.rows();
            answers.add(answer);
        }
        exchange.ended();
        exchange.answer().rows(rows);
    }

    private static void check(Operation operation, int number) {
        String path = DataApi.stripped(operation.path());
        if (path.isEmpty() || DataApi.isImport(path)) {
            throw new Refusal(
                            Reason.NOT_POSSIBLE,
                            "An operation of a batch is on a table or a function",
                            null,
                            "Send imports and batches by themselves.")
                    .ofOperation(number);
        }
        if (operation.reads()
                && Representation.isOfEvents(
                        operation.headers().getOrDefault("accept", List.of()))) {
            throw new Refusal(Reason.NO_STREAM, "Changes are not followed within a batch")
                    .ofOperation(number);
        }
        if (operation.headers().containsKey(Repeating.KEY)) {
            throw new Refusal(
                            Reason.NOT_POSSIBLE,
                            "An operation of a batch cannot be sent again by itself",
                            null,
                            "Send Idempotency-Key with the batch.")
                    .ofOperation(number);
        }
    }
}
