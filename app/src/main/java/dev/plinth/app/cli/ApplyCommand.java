package dev.plinth.app.cli;

import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.document.PlanJson;
import dev.plinth.schema.model.Model;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Mixin private RunOptions run = new RunOptions();

    ApplyCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Database database = options.database(url, output);
        Input input = input(database);
        return input.online
                ? run.apply(
                        input.model,
                        input.shown,
                        input.answers,
                        database.deployer().online(),
                        database,
                        output)
                : run.apply(input.model, input.shown, input.answers, database, output);
    }

    /**
     * @param shown fingerprint of the plan that somebody saw; null when the model itself is applied
     */
    private record Input(Model model, @Nullable String shown, Answers answers, boolean online) {}

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
                return new Input(kept.model(), kept.fingerprint(), kept.answers(), kept.online());
            }
        }
        return new Input(
                ModelInput.valid(path, database.dialect(), output), null, Answers.NONE, false);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
