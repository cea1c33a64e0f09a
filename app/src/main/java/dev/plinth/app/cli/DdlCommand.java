package dev.plinth.app.cli;

import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.diff.Lowering;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Planner;
import dev.plinth.schema.plan.Step;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
        Model lowered = Lowering.lower(ModelInput.valid(model, wanted, output), wanted);
        List<Step> steps =
                Planner.steps(
                        SchemaDiff.between(Model.empty(), lowered, Set.of(), List.of(), wanted),
                        Model.empty(),
                        lowered,
                        wanted);
        for (Step step : steps) {
            for (String sql : step.sql()) {
                output.print(sql.stripTrailing() + wanted.statements().terminator());
            }
        }
        return Commands.DONE;
    }
}
