package dev.plinth.schema.deploy;

import dev.plinth.schema.plan.Question;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a plan must not run as it is. */
public final class Refusals {
    private Refusals() {}

    /**
     * Refuses a plan that loses what nobody agreed to lose, that leaves a question open, or that
     * rows stand in the way of.
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
        for (Question question : prepared.plan().questions()) {
            refusals.add(open(question));
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

    /** Refuses a plan with an open question. */
    public static Problem open(Question question) {
        return Problem.error(
                "D214",
                question.pair().from(),
                question.sentence() + " Nobody has said so, nor that it is not.",
                question.answers().stream()
                        .map(a -> a.option() + ": " + a.title())
                        .collect(Collectors.joining("; ", "Say it: ", ".")));
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
