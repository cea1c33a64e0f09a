package dev.plinth.app.cli;

import dev.plinth.schema.deploy.Deployer;
import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.document.DocumentCode;
import dev.plinth.schema.document.PlanJson;
import dev.plinth.schema.model.Model;
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
import java.util.concurrent.Callable;

@Command(
        name = "plan",
        description = "Shows what would be run to bring a database to a model. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            DatabaseOptions.FOOTER,
            "Exit code: 0 nothing to do, 2 there are changes, 1 error."
        })
final class PlanCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "Model folder, or model file (YAML or JSON).")
    private Path path = Path.of(".");

    @Parameters(index = "1", paramLabel = "JDBC_URL", description = DatabaseOptions.URL)
    private String url = "";

    @Mixin private DatabaseOptions options = new DatabaseOptions();

    @Mixin private AnswerOptions said = new AnswerOptions();

    @Mixin private OnlineOption online = new OnlineOption();

    @Mixin private RehearseOption rehearsal = new RehearseOption();

    @Option(names = "--json", description = "Writes the plan as JSON.")
    private boolean json;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PLAN",
            description = "File to keep the plan in, for apply to run exactly this plan.")
    private @Nullable Path kept;

    PlanCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Database database = options.database(url, output);
        Model model = ModelInput.valid(path, database.dialect(), output);
        output.progress("comparing with " + database.shownUrl());
        Deployer deployer = online.deployer(database);
        Prepared prepared = deployer.prepare(model, said.answers());
        output.problems(prepared.plan().notes());
        if (json) {
            output.line(PlanJson.write(prepared.plan(), prepared.findings()));
        } else {
            PlanText.write(prepared, database.dialect(), output);
        }
        rehearsal.run(deployer, prepared, output);
        if (kept != null) {
            keep(
                    kept,
                    PlanJson.writeFile(
                            prepared.plan(), prepared.findings(), model, said.answers()));
            output.note("The plan is kept in " + kept + ".");
        }
        return prepared.plan().isEmpty() ? Commands.DONE : Commands.CHANGES;
    }

    private static void keep(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new PlinthException(
                    Problem.error(
                            DocumentCode.UNREADABLE.code(),
                            file.toString(),
                            "The plan cannot be written here.",
                            DocumentCode.UNREADABLE.remedy()),
                    e);
        }
    }
}
