package dev.plinth.schema.deploy;

import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.Problem;

import java.util.List;

/** Hears how a deployment goes, and may stop it at any moment. */
public interface Progress {
    /** Tells nobody and never stops. */
    Progress SILENT = new Progress() {};

    /** The plan passed all checks and is about to run. */
    default void starting(List<Step> steps) {}

    default void running(Step step) {}

    default void finished(Step step, long milliseconds) {}

    /** Something is not as it was to be, and the deployment goes on. */
    default void told(Problem note) {}

    /** Asked before each statement. */
    default boolean isCancelled() {
        return false;
    }

    /** Waits until the deployment is cancelled, so that the statement that runs is stopped too. */
    default void awaitCancel() throws InterruptedException {
        new Cancellation().await();
    }
}
