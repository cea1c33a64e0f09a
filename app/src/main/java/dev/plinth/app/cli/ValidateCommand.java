package dev.plinth.app.cli;

import dev.plinth.schema.check.ModelCheck;
import dev.plinth.schema.check.PortabilityCheck;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.document.ModelDocument;
import dev.plinth.schema.document.ModelFiles;
import dev.plinth.schema.problem.Problem;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "validate",
        description = "Tells the problems of a model, and of carrying it to databases.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit code: 0 no errors, 1 errors."})
final class ValidateCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "MODEL", description = "Model folder, or model file (YAML or JSON).")
    private Path model = Path.of(".");

    @Option(
            names = "--dialect",
            split = ",",
            paramLabel = "DIALECT",
            description = "Database to carry it to; several with commas; all for all.")
    private List<String> dialects = List.of();

    ValidateCommand(Output output) {
        this.output = output;
    }

    ValidateCommand(Output output, Path model, List<String> dialects) {
        this.output = output;
        this.model = model;
        this.dialects = List.copyOf(dialects);
    }

    @Override
    public Integer call() {
        List<Dialect> wanted =
                dialects.contains("all")
                        ? Dialects.all()
                        : dialects.stream().map(Dialects::named).toList();
        Ahead.check(wanted);
        ModelDocument document = ModelFiles.read(model);
        // Databases say much alike, as about an expression; the same words are told once.
        Set<Problem> problems = new LinkedHashSet<>(ModelCheck.problems(document.model()));
        if (problems.stream().noneMatch(Problem::isError)) {
            for (Dialect dialect : wanted) {
                problems.addAll(PortabilityCheck.problems(document.model(), dialect));
            }
        }
        output.problems(problems.stream().map(document::located).toList());
        output.line(summary(document, new ArrayList<>(problems)));
        return problems.stream().anyMatch(Problem::isError) ? Commands.ERROR : Commands.DONE;
    }

    private static String summary(ModelDocument document, List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        return count(document.model().tables().size(), "table")
                + ", "
                + count(document.model().views().size(), "view")
                + ", "
                + count(document.model().choices().size(), "choice")
                + ": "
                + count(errors, "error")
                + ", "
                + count(problems.size() - errors, "warning");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
