package dev.plinth.app.deploy;

import dev.plinth.app.web.ProblemAnswer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A plan that was run, or is being run.
 *
 * @param by the name of who started it
 */
record Deployment(
        String id,
        String environment,
        String status,
        long revision,
        String by,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<StepState> steps,
        ProblemAnswer.@Nullable Entry problem) {
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String CANCELLED = "cancelled";
    static final String WAITING = "waiting";

    Deployment {
        steps = List.copyOf(steps);
    }

    boolean isRunning() {
        return status.equals(RUNNING);
    }

    /**
     * @param sql what was run, statement by statement
     */
    record StepState(
            int number,
            String title,
            String risk,
            String status,
            @Nullable Long milliseconds,
            String sql,
            @Nullable String problem) {}
}
