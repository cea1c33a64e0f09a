package dev.plinth.app.cli;

import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.deploy.Progress;
import dev.plinth.schema.document.PlanJson;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Risk;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;
import dev.plinth.schema.problem.Problem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "apply",
        description = "Brings a database to a model, or runs a plan that was kept.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            DatabaseOptions.FOOTER,
            "Exit code: 0 done, 3 refused and nothing was run, 1 error."
        })
final class ApplyCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(
            index = "0",
            paramLabel = "MODEL|PLAN",
            description = "Model folder or file, or a plan that \"plan -o\" kept.")
    private Path path = Path.of(".");

    @Parameters(index = "1", paramLabel = "JDBC_URL", description = DatabaseOptions.URL)
    private String url = "";

    @Mixin private DatabaseOptions options = new DatabaseOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "RISK",
            description = "Agrees to steps that lose data: lossy, destructive.",
            converter = Consent.class)
    private List<Risk> allowed = List.of();

    ApplyCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Database database = options.database(url, output);
        Input input = input(database);
        Deployer deployer = database.deployer();
        output.progress("comparing with " + database.shownUrl());
        Prepared prepared = deployer.prepare(input.model);
        output.problems(prepared.plan().notes());
        String fingerprint = prepared.plan().fingerprint();
        if (input.shown != null && !input.shown.equals(fingerprint)) {
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
        confirm(prepared, database);
        deployer.deploy(input.model, fingerprint, risks(), new StepLines(prepared));
        output.line("Done.");
        return Commands.DONE;
    }

    /**
     * @param shown fingerprint of the plan that somebody saw; null when the model itself is applied
     */
    private record Input(Model model, @Nullable String shown) {}

    private Input input(Database database) {
        if (Files.isRegularFile(path) && path.toString().endsWith(".json")) {
            String text = read(path);
            if (PlanJson.isPlan(text)) {
                PlanJson.Kept kept = PlanJson.readFile(path.toString(), text);
                if (!kept.dialect().equals(database.dialect().name())) {
                    throw CommandCode.WRONG_DATABASE.because(
                            "This plan was made for "
                                    + kept.dialect()
                                    + ", not for "
                                    + database.dialect().name()
                                    + ".");
                }
                return new Input(kept.model(), kept.fingerprint());
            }
        }
        return new Input(ModelInput.valid(path, database.dialect(), output), null);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
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
        prepared.findings().stream()
                .filter(Finding::blocks)
                .map(
                        f ->
                                Problem.error(
                                        "D203",
                                        "",
                                        "There are "
                                                + f.count()
                                                + " "
                                                + f.preflight().question()
                                                + ".",
                                        "Mend the rows, or give the column a backfill."))
                .forEach(refusals::add);
        if (!refusals.isEmpty()) {
            throw new PlinthException(refusals);
        }
    }

    private void confirm(Prepared prepared, Database database) {
        if (yes) {
            return;
        }
        if (!output.terminal().isThere()) {
            throw CommandCode.NOT_CONFIRMED.because(CommandCode.NOT_CONFIRMED.meaning());
        }
        String question =
                "Run " + prepared.plan().steps().size() + " steps on " + database.shownUrl();
        String answer = output.terminal().ask(question + "? [y/N]");
        if (!answer.equalsIgnoreCase("y") && !answer.equalsIgnoreCase("yes")) {
            throw CommandCode.NOT_CONFIRMED.because(CommandCode.NOT_CONFIRMED.meaning());
        }
    }

    private Set<Risk> risks() {
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        risks.addAll(allowed);
        return risks;
    }

    /** Tells each step when it begins. */
    private final class StepLines implements Progress {
        private final int count;

        StepLines(Prepared prepared) {
            this.count = prepared.plan().steps().size();
        }

        @Override
        public void running(Step step) {
            output.progress(step.number() + "/" + count + " " + step.title());
        }
    }

    /** Reads the word for a risk. */
    static final class Consent implements picocli.CommandLine.ITypeConverter<Risk> {
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
