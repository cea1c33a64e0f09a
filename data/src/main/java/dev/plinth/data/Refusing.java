package dev.plinth.data;

import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.answer.RefusalBody;
import dev.plinth.data.request.Reason;
import dev.plinth.data.request.Refusal;
import dev.plinth.data.run.Faults;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.type.InvalidValueException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.sql.SQLException;

/** Answers that a request is refused, whatever went wrong with it. */
final class Refusing {
    private static final Logger LOG = LoggerFactory.getLogger(Refusing.class);
    private final DataApi api;
    private final Exchange exchange;

    Refusing(DataApi api, Exchange exchange) {
        this.api = api;
        this.exchange = exchange;
    }

    void give(Exception exception) throws IOException {
        Refusal refusal = refusal(exception);
        int operation = exchange.operation();
        give(operation == 0 ? refusal : refusal.ofOperation(operation));
    }

    private Refusal refusal(Exception exception) {
        return switch (exception) {
            case Refusal refusal -> refusal;
            case SQLException e ->
                    Faults.refusal(
                            api.seenBy(exchange.caller()),
                            exchange.caller(),
                            api.connections(),
                            exchange.attempt(),
                            e);
            case InvalidValueException e ->
                    // A value of the type that this database's own type lacks, as NaN in MariaDB.
                    new Refusal(Reason.OUT_OF_RANGE, String.valueOf(e.getMessage()));
            case PlinthException e ->
                    new Refusal(
                            Reason.NOT_HERE,
                            e.problems().getFirst().message(),
                            null,
                            e.problems().getFirst().hint());
            default -> new Refusal(Reason.NOT_ALLOWED, "permission denied");
        };
    }

    private void give(Refusal refusal) throws IOException {
        if (refusal.getCause() != null) {
            LOG.debug("refused: {}", refusal.code(), refusal.getCause());
        }
        if (exchange.isSettled()) {
            // Half of the answer is out already; breaking off is the only way to say that it
            // failed.
            throw new IOException("The answer broke off: " + refusal.message());
        }
        int status =
                refusal.status() == 403 && exchange.caller().anonymous() ? 401 : refusal.status();
        byte[] body = RefusalBody.of(refusal);
        DataAnswer answer = exchange.answer();
        answer.status(status);
        answer.header("Content-Type", "application/json; charset=utf-8");
        answer.header("Content-Length", Integer.toString(body.length));
        refusal.headers().forEach((name, value) -> ToldAnswer.add(answer, name, value));
        exchange.refusalRange().ifPresent(range -> answer.header("Content-Range", range));
        if (status == 503 || status == 429) {
            answer.header("Retry-After", "1");
        }
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (!exchange.request().method().equalsIgnoreCase("HEAD")) {
            answer.body().write(body);
        }
    }
}
