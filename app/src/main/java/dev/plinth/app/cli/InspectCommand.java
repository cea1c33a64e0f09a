package dev.plinth.app.cli;

import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.document.ModelFiles;
import dev.plinth.schema.document.ModelFolder;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.model.Model;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "inspect",
        description = "Reads a live database and writes it as a model.",
        mixinStandardHelpOptions = true,
        footer = {"", DatabaseOptions.FOOTER})
final class InspectCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "JDBC_URL", description = DatabaseOptions.URL)
    private String url = "";

    @Mixin private DatabaseOptions options = new DatabaseOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description =
                    "Folder to write to, or a file that ends in .yaml or .json; without it the"
                            + " model goes to standard output.")
    private @Nullable Path path;

    @Option(names = "--project", paramLabel = "NAME", description = "Name of the project.")
    private String project = "";

    InspectCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Database database = options.database(url, output);
        output.progress("reading " + database.shownUrl());
        Inspection inspection = database.inspect();
        output.problems(inspection.notes());
        Model model = ModelFolder.sorted(inspection.model());
        if (path == null) {
            output.print(ModelText.write(project, model));
        } else {
            ModelFiles.write(path, project, model);
            output.note(
                    model.tables().size()
                            + " tables and "
                            + model.views().size()
                            + " views written to "
                            + path);
        }
        return Commands.DONE;
    }
}
