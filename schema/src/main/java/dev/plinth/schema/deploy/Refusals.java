package dev.plinth.schema.deploy;

import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Why a plan must not run as it is. */
final class Refusals {
    private Refusals() {}

    /**
     * Refuses a plan that loses what nobody agreed to lose, or that rows stand in the way of.
     *
     * @throws PlinthException with all reasons
     */
    static void check(Prepared prepared, Set<Risk> allowed) {
        List<Problem> refusals = new ArrayList<>();
        for (Step step : prepared.plan().steps()) {
            if (step.risk().needsConsent() && !allowed.contains(step.risk())) {
                refusals.add(
                        Problem.error(
                                "D202",
                                step.title(),
                                step.title() + " loses " + step.loss() + ".",
                                "Allow " + word(step.risk()) + " steps if that is meant."));
            }
        }
        prepared.findings().stream()
                .filter(f -> f.blocks())
                .forEach(
                        f ->
                                refusals.add(
                                        Problem.error(
                                                "D203",
                                                prepared.plan().steps().get(f.step() - 1).title(),
                                                f.sentence(),
                                                "Mend the rows, or give the column a backfill.")));
        if (!refusals.isEmpty()) {
            throw new PlinthException(refusals);
        }
    }

    private static String word(Risk risk) {
        return switch (risk) {
            case SAFE -> "safe";
            case DATA_DEPENDENT -> "data-dependent";
            case LOSSY -> "lossy";
            case DESTRUCTIVE -> "destructive";
        };
    }
}
