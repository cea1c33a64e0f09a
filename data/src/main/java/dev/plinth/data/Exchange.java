package dev.plinth.data;

import dev.plinth.data.access.Caller;
import dev.plinth.data.answer.DataAnswer;
import dev.plinth.data.run.Attempt;
import dev.plinth.data.run.Session;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** One request on its way to its answer. */
final class Exchange {
    private final DataRequest request;
    private final Caller caller;
    private final DataAnswer answer;
    private final @Nullable Session outer;
    private final Timing timing = new Timing();
    private Attempt attempt = Attempt.READ;
    private boolean settled;
    private @Nullable String refusalRange;
    private @Nullable Exchange inner;
    private int number;

    Exchange(DataRequest request, Caller caller, DataAnswer answer) {
        this(request, caller, answer, null);
    }

    /**
     * @param outer whose transaction the request is a part of; null when it has one of its own
     */
    Exchange(DataRequest request, Caller caller, DataAnswer answer, @Nullable Session outer) {
        this.request = request;
        this.caller = caller;
        this.answer = answer;
        this.outer = outer;
    }

    DataRequest request() {
        return request;
    }

    Caller caller() {
        return caller;
    }

    DataAnswer answer() {
        return answer;
    }

    @Nullable Session outer() {
        return outer;
    }

    Timing timing() {
        return timing;
    }

    /** What is being tried, should the database refuse it. */
    void attempts(Attempt newAttempt) {
        attempt = newAttempt;
    }

    Attempt attempt() {
        return inner == null ? attempt : inner.attempt();
    }

    /**
     * Called when a part of the request begins, which is what is refused then.
     *
     * @param newNumber of the operation, from 1; 0 when it is the whole
     */
    void begins(Exchange part, int newNumber) {
        inner = part;
        number = newNumber;
    }

    /** Called when no part of the request is under way any more. */
    void ended() {
        inner = null;
        number = 0;
    }

    /** Which of several operations is under way, from 1; 0 for none. */
    int operation() {
        return number == 0 && inner != null ? inner.operation() : number;
    }

    /** Called when status and headers are out. */
    void settle() {
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    /** What {@code Content-Range} says if the request is refused from here on. */
    void refuseWithRange(String range) {
        refusalRange = range;
    }

    Optional<String> refusalRange() {
        return inner == null ? Optional.ofNullable(refusalRange) : inner.refusalRange();
    }
}
