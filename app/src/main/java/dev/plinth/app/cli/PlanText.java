package dev.plinth.app.cli;

import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.dialect.Cost;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.document.PlanJson;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Question;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as a person reads it. */
final class PlanText {
    private static final int TITLE_WIDTH = 60;

    private PlanText() {}

    static void write(Prepared prepared, Dialect dialect, Output output) {
        List<Step> steps = prepared.plan().steps();
        if (steps.isEmpty()) {
            output.line("Nothing to do: the database is as the model wants it.");
            return;
        }
        output.line(
                "Plan for "
                        + dialect.title()
                        + ": "
                        + (steps.size() == 1 ? "1 step" : steps.size() + " steps"));
        for (Step step : steps) {
            output.line("");
            output.line(title(step));
            cost(step.cost()).ifPresent(text -> output.line("     " + text));
            if (!step.loss().isEmpty()) {
                output.line("     loses " + step.loss());
            }
            prepared.findings().stream()
                    .filter(f -> f.step() == step.number() && f.count() > 0)
                    .forEach(f -> output.line("     " + finding(f)));
            for (String sql : step.sql()) {
                output.print((sql.stripTrailing() + dialect.statements().terminator()).indent(7));
            }
        }
        questions(prepared, output);
        consent(prepared, output);
    }

    private static void questions(Prepared prepared, Output output) {
        for (Question question : prepared.plan().questions()) {
            output.line("");
            output.line(question.sentence() + " Perhaps: " + question.why() + ".");
            output.line(
                    "The steps above are those of no rename; they run only when you say which.");
            for (Question.Answer answer : question.answers()) {
                output.line("     to " + answer.title() + ", add " + answer.option());
            }
        }
    }

    private static String title(Step step) {
        String title = "%3d. %s".formatted(step.number(), step.title());
        return step.risk() == Risk.SAFE
                ? title
                : title
                        + " ".repeat(Math.max(2, TITLE_WIDTH - title.length()))
                        + "["
                        + PlanJson.word(step.risk())
                        + "]";
    }

    /** Empty for what nobody notices. */
    private static Optional<String> cost(Cost cost) {
        String work =
                switch (cost.work()) {
                    case CATALOG -> "";
                    case SCAN -> "reads every row";
                    case REWRITE -> "writes rows anew";
                };
        String blocks =
                switch (cost.blocks()) {
                    case NOBODY -> "nobody waits";
                    case WRITERS -> "writers of the table wait";
                    case EVERYBODY -> "readers and writers of the table wait";
                };
        return work.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        work
                                + "; "
                                + blocks
                                + (cost.instead().isEmpty() ? "" : " (" + cost.instead() + ")"));
    }

    private static String finding(Finding finding) {
        return (finding.blocks() ? "stands in the way: " : "note: ") + finding.text();
    }

    private static void consent(Prepared prepared, Output output) {
        if (!prepared.consentNeeded().isEmpty()) {
            String words =
                    prepared.consentNeeded().stream()
                            .sorted()
                            .map(PlanJson::word)
                            .collect(Collectors.joining(","));
            output.line("");
            output.line("Data is lost by this plan. To run it, add --allow " + words + ".");
        }
        if (prepared.isBlocked()) {
            output.line("");
            output.line("Rows stand in the way. Mend them, or give the column a backfill.");
        }
    }
}
