package dev.plinth.schema.deploy;

import dev.plinth.schema.model.Model;

import java.util.List;
import java.util.Map;

/**
 * A deployment that did not reach its end: it failed, was cancelled, or its process died.
 *
 * @param target the lowered model it was to bring about
 * @param steps those it began
 */
record Unfinished(
        String id,
        String status,
        String startedAt,
        Model target,
        int stepCount,
        List<Begun> steps) {
    Unfinished {
        steps = List.copyOf(steps);
    }

    /**
     * @param statement the one that was run last; empty when none was begun
     * @param effect what the step does to names, see {@link Effects}
     */
    record Begun(
            int number, String title, boolean done, String statement, Map<String, String> effect) {
        Begun {
            effect = Map.copyOf(effect);
        }
    }

    Unfinished withSteps(List<Begun> begun) {
        return new Unfinished(id, status, startedAt, target, stepCount, begun);
    }

    boolean isRunning() {
        return status.equals(Bookkeeping.RUNNING);
    }
}
