package dev.plinth.app.cli;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.ModelSteps;
import dev.plinth.schema.plan.Step;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "ddl",
        description = "Writes the SQL that creates a model in an empty database.",
        mixinStandardHelpOptions = true)
final class DdlCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "MODEL", description = "Model folder, or model file (YAML or JSON).")
    private Path model = Path.of(".");

    @Option(
            names = "--dialect",
            required = true,
            paramLabel = "DIALECT",
            description = "Database product, such as postgres or sqlite.")
    private String dialect = "";

    DdlCommand(Output output) {
        this.output = output;
    }

    DdlCommand(Output output, Path model, String dialect) {
        this.output = output;
        this.model = model;
        this.dialect = dialect;
    }

    @Override
    public Integer call() {
        Dialect wanted = Dialects.named(dialect);
        Ahead.read();
        Model valid = ModelInput.valid(model, wanted, output);
        List<Step> steps = ModelSteps.between(Model.empty(), valid, wanted);
        for (Step step : steps) {
            for (String sql : step.sql()) {
                output.print(sql.stripTrailing() + wanted.statements().terminator());
            }
        }
        return Commands.DONE;
    }
}
