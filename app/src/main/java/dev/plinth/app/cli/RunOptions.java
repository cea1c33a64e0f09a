package dev.plinth.app.cli;

import dev.plinth.schema.deploy.Cancellation;
import dev.plinth.schema.deploy.Consent;
import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.deploy.Refusals;
import dev.plinth.schema.dialect.Timeouts;
import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.document.PlanJson;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The options of commands that run a plan, and how they run it. */
final class RunOptions {
    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "RISK",
            description = "Agrees to steps that lose data: lossy, destructive.",
            converter = RiskWord.class)
    private List<Risk> allowed = List.of();

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to wait for what other sessions hold; default: 10.")
    private long lockSeconds = 10;

    @Option(
            names = "--statement-timeout",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "How long one statement may take; default: without limit.")
    private long statementSeconds;

    @Mixin private AnswerOptions said = new AnswerOptions();

    @Mixin private RehearseOption rehearsal = new RehearseOption();

    @Mixin private OnlineOption online = new OnlineOption();

    /**
     * Brings a database to a model, asking first.
     *
     * @param shown fingerprint of the plan that somebody saw; null when it is made now
     * @param known answers that were given before
     */
    int apply(
            Model model, @Nullable String shown, Answers known, Database database, Output output) {
        return apply(model, shown, known, online.deployer(database), database, output);
    }

    /** As above, in the way of a deployer. */
    int apply(
            Model model,
            @Nullable String shown,
            Answers known,
            Deployer deployer,
            Database database,
            Output output) {
        Answers answers = known.and(said.answers());
        output.progress("comparing with " + database.shownUrl());
        Prepared prepared = deployer.prepare(model, answers);
        output.problems(prepared.plan().notes());
        String fingerprint = prepared.plan().fingerprint();
        if (shown != null && !shown.equals(fingerprint)) {
            throw PlinthException.of(
                    "D201",
                    "",
                    "The database changed since this plan was made; nothing was run.",
                    "Plan again and read the new plan.");
        }
        PlanText.write(prepared, database.dialect(), output);
        if (prepared.plan().isEmpty()) {
            return Commands.DONE;
        }
        consent(prepared);
        rehearsal.run(deployer, prepared, output);
        confirm(prepared, database, output);
        Timeouts timeouts =
                new Timeouts(Duration.ofSeconds(lockSeconds), Duration.ofSeconds(statementSeconds));
        int steps = prepared.plan().steps().size();
        Cancellation cancellation = new Cancellation();
        try (CtrlC ignored = CtrlC.cancels(cancellation::cancel, output)) {
            deployer.deploy(
                    model,
                    new Consent(fingerprint, Set.copyOf(allowed), answers),
                    timeouts,
                    new StepLines(steps, output, cancellation));
        }
        output.line("Done.");
        return Commands.DONE;
    }

    /** Tells all that stands in the way at once, before anybody is asked to say yes. */
    private void consent(Prepared prepared) {
        List<Problem> refusals = new ArrayList<>();
        for (Step step : prepared.plan().steps()) {
            if (step.risk().needsConsent() && !allowed.contains(step.risk())) {
                refusals.add(
                        Problem.error(
                                "D202",
                                "",
                                "\"" + step.title() + "\" loses " + step.loss() + ".",
                                "Add --allow "
                                        + PlanJson.word(step.risk())
                                        + " if that is meant."));
            }
        }
        prepared.plan().questions().forEach(q -> refusals.add(Refusals.open(q)));
        prepared.findings().stream()
                .filter(Finding::blocks)
                .map(
                        f ->
                                Problem.error(
                                        "D203",
                                        "",
                                        f.sentence(),
                                        "Mend the rows, or give the column a backfill."))
                .forEach(refusals::add);
        if (!refusals.isEmpty()) {
            throw new PlinthException(refusals);
        }
    }

    private void confirm(Prepared prepared, Database database, Output output) {
        if (yes) {
            return;
        }
        agree("Run " + prepared.plan().steps().size() + " steps on " + database.shownUrl(), output);
    }

    /** Goes on only if somebody says yes. */
    static void agree(String question, Output output) {
        if (!output.terminal().isThere()) {
            throw CommandCode.NOT_CONFIRMED.because(CommandCode.NOT_CONFIRMED.meaning());
        }
        String answer = output.terminal().ask(question + "? [y/N]");
        if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
            throw CommandCode.NOT_CONFIRMED.because(CommandCode.NOT_CONFIRMED.meaning());
        }
    }

    /** Tells each step when it begins. */
    private record StepLines(int count, Output output, Cancellation cancellation)
            implements Progress {
        @Override
        public void running(Step step) {
            output.progress(step.number() + "/" + count + " " + step.title());
        }

        @Override
        public void told(Problem note) {
            output.problems(List.of(note));
        }

        @Override
        public boolean isCancelled() {
            return cancellation.isCancelled();
        }

        @Override
        public void awaitCancel() throws InterruptedException {
            cancellation.await();
        }
    }

    /** Reads the word for a risk. */
    static final class RiskWord implements picocli.CommandLine.ITypeConverter<Risk> {
        @Override
        public Risk convert(String word) {
            for (Risk risk : Risk.values()) {
                if (risk.needsConsent() && PlanJson.word(risk).equals(word)) {
                    return risk;
                }
            }
            throw new picocli.CommandLine.TypeConversionException(
                    "\"" + word + "\" cannot be allowed; lossy and destructive can");
        }
    }
}
