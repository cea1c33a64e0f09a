package dev.plinth.app.cli;

import dev.plinth.schema.convert.Exports;
import dev.plinth.schema.convert.script.FlywayWriter;
import dev.plinth.schema.convert.script.LiquibaseWriter;
import dev.plinth.schema.convert.script.Script;
import dev.plinth.schema.convert.script.ScriptFile;
import dev.plinth.schema.deploy.Refusals;
import dev.plinth.schema.dialect.Dialect;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.document.DocumentCode;
import dev.plinth.schema.document.ModelFiles;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.ModelSteps;
import dev.plinth.schema.plan.Step;
import dev.plinth.schema.problem.PlinthException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "export",
        description = "Writes a model in the language of another tool.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For flyway and liquibase the steps from --from to MODEL are written, each with what",
            "takes it back; what is dropped is kept aside, as a deployment does. Nothing is run.",
            DatabaseOptions.FOOTER
        })
final class ExportCommand implements Callable<Integer> {
    private static final List<String> STEPS = List.of("flyway", "liquibase");

    private final Output output;

    @Parameters(paramLabel = "MODEL", description = "Model folder or file.")
    private Path path = Path.of(".");

    @Option(
            names = {"--to", "--as"},
            required = true,
            paramLabel = "KIND",
            description = "dbml, mermaid for a diagram, flyway, liquibase.")
    private String kind = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description =
                    "File to write to, of flyway and liquibase the folder; without it the text goes"
                            + " to standard output.")
    private @Nullable Path target;

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            description = "Database that the steps are for; of a JDBC URL its own.")
    private String dialect = "";

    @Option(
            names = "--from",
            paramLabel = "MODEL|JDBC_URL",
            description = "What is there already; nothing, if it is missing.")
    private String from = "";

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "Number of the version; else the next one in the folder.")
    private String number = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "Title of the version.")
    private String title = "";

    @Option(
            names = "--author",
            paramLabel = "NAME",
            defaultValue = "plinth",
            description = "Author of Liquibase's changesets.")
    private String author = "";

    @Mixin private DatabaseOptions options = new DatabaseOptions();

    @Mixin private AnswerOptions said = new AnswerOptions();

    ExportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        if (STEPS.contains(kind)) {
            return steps();
        }
        String text = Exports.write(ModelFiles.read(path).model(), kind);
        if (target == null) {
            output.print(text);
        } else {
            write(target, text);
        }
        return Commands.DONE;
    }

    private int steps() {
        boolean live = from.startsWith("jdbc:");
        if (dialect.isEmpty() && !live) {
            throw CommandCode.USAGE.because("Steps are for one database: add --dialect.");
        }
        Dialect wanted = live ? Dialects.of(from) : Dialects.named(dialect);
        Model model = ModelInput.valid(path, wanted, output);
        List<Step> steps = live ? live(model) : ModelSteps.between(before(), model, wanted);
        if (steps.isEmpty()) {
            output.note("Nothing to do.");
            return Commands.DONE;
        }
        String version = number.isEmpty() ? next() : number;
        if (!version.matches("\\d+([._]\\d+)*") || !author.matches("[\\w.@-]+")) {
            throw CommandCode.USAGE.because(
                    "A number is like 2 or 2.1, an author has letters and digits only.");
        }
        Script script = new Script(wanted, steps, version, title);
        List<ScriptFile> files =
                kind.equals("flyway")
                        ? FlywayWriter.write(script)
                        : List.of(LiquibaseWriter.write(script, author));
        if (target == null) {
            output.print(files.getFirst().text());
        } else {
            files.forEach(f -> write(target.resolve(f.name()), f.text()));
        }
        return Commands.DONE;
    }

    private List<Step> live(Model model) {
        Database database = options.database(from, output);
        database.refuseToCreate();
        output.progress("comparing with " + database.shownUrl());
        var plan = database.deployer().prepare(model, said.answers()).plan();
        output.problems(plan.notes());
        if (!plan.questions().isEmpty()) {
            throw new PlinthException(plan.questions().stream().map(Refusals::open).toList());
        }
        return plan.steps();
    }

    private Model before() {
        return from.isEmpty() ? Model.empty() : ModelFiles.read(Path.of(from)).model();
    }

    /** After the highest whole number of a file in the folder; a first change is 2. */
    private String next() {
        int highest = from.isEmpty() ? 0 : 1;
        if (target != null && Files.isDirectory(target)) {
            try (var files = Files.list(target)) {
                highest =
                        Math.max(
                                highest,
                                files.map(f -> String.valueOf(f.getFileName()))
                                        .filter(n -> n.matches("V?\\d{1,8}(__|-).*\\.sql"))
                                        .mapToInt(
                                                n ->
                                                        Integer.parseInt(
                                                                n.replaceFirst("V?(\\d+).*", "$1")))
                                        .max()
                                        .orElse(0));
            } catch (IOException e) {
                throw unwritable(target);
            }
        }
        return String.valueOf(highest + 1);
    }

    private void write(Path file, String text) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw unwritable(file);
        }
        output.note("Written to " + file);
    }

    private static PlinthException unwritable(Path file) {
        return PlinthException.of(
                DocumentCode.UNREADABLE.code(),
                file.toString(),
                "The file " + file + " cannot be written.",
                DocumentCode.UNREADABLE.remedy());
    }
}
