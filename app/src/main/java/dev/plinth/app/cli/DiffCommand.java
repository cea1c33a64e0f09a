package dev.plinth.app.cli;

import dev.plinth.schema.deploy.Prepared;
import dev.plinth.schema.dialect.Inspection;
import dev.plinth.schema.diff.Echoes;
import dev.plinth.schema.diff.SchemaDiff;
import dev.plinth.schema.document.DifferenceJson;
import dev.plinth.schema.document.ModelDifference;
import dev.plinth.schema.document.ModelDifference.Difference;
import dev.plinth.schema.document.ModelFiles;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.model.Table;
import dev.plinth.schema.model.View;
import dev.plinth.schema.plan.Titles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Command(
        name = "diff",
        description =
                "Tells what makes B of A. Each is a model folder, a model file or a JDBC URL.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Two models, or two databases, are compared in all that a model holds; a model and a",
            "database in what that database can hold. User and schema are those of both databases.",
            DatabaseOptions.FOOTER,
            "Exit code: 0 no difference, 2 differences, 1 error."
        })
final class DiffCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(index = "0", paramLabel = "A")
    private String from = "";

    @Parameters(index = "1", paramLabel = "B")
    private String to = "";

    @Mixin private DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--json", description = "Writes the differences as JSON.")
    private boolean json;

    DiffCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        List<Difference> differences = differences();
        if (json) {
            output.line(DifferenceJson.write(differences));
        } else if (differences.isEmpty()) {
            output.line("No difference.");
        } else {
            differences.forEach(d -> output.line(d.title()));
        }
        return differences.isEmpty() ? Commands.DONE : Commands.CHANGES;
    }

    private List<Difference> differences() {
        if (isUrl(from) && !isUrl(to)) {
            return withDatabase(from, to, false);
        }
        if (isUrl(to) && !isUrl(from)) {
            return withDatabase(to, from, true);
        }
        return ModelDifference.between(whole(from), whole(to));
    }

    private static boolean isUrl(String text) {
        return text.startsWith("jdbc:");
    }

    private Model whole(String place) {
        return isUrl(place) ? inspected(place) : ModelFiles.read(Path.of(place)).model();
    }

    private Model inspected(String url) {
        Database database = options.database(url, output);
        output.progress("reading " + database.shownUrl());
        Inspection inspection = database.inspect();
        output.problems(inspection.notes());
        return inspection.model();
    }

    /**
     * @param reverse whether the database is what is to come of the model
     */
    private List<Difference> withDatabase(String url, String path, boolean reverse) {
        Database database = options.database(url, output);
        Model model = ModelInput.valid(Path.of(path), database.dialect(), output);
        output.progress("reading " + database.shownUrl());
        Prepared prepared = database.deployer().prepare(model);
        output.problems(prepared.plan().notes());
        Model live = prepared.live();
        Model settled = Echoes.settle(prepared.lowered(), live, prepared.deployed());
        return reverse ? between(settled, live, database) : between(live, settled, database);
    }

    private static List<Difference> between(Model from, Model to, Database database) {
        Set<String> all =
                Stream.concat(
                                from.tables().stream().map(Table::id),
                                from.views().stream().map(View::id))
                        .collect(Collectors.toSet());
        return SchemaDiff.between(from, to, all, List.of(), database.dialect()).stream()
                .map(change -> new Difference(change.on().toString(), Titles.of(change)))
                .toList();
    }
}
