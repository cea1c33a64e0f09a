package dev.plinth.schema.deploy;

import dev.plinth.schema.plan.Step;

import java.util.List;

/** Hears how a deployment goes, and may stop it between two steps. */
public interface Progress {
    /** Tells nobody and never stops. */
    Progress SILENT = new Progress() {};

    /** The plan passed all checks and is about to run. */
    default void starting(List<Step> steps) {}

    default void running(Step step) {}

    default void finished(Step step, long milliseconds) {}

    default boolean isCancelled() {
        return false;
    }
}
