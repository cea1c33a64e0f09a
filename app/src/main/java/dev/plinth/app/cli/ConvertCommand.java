package dev.plinth.app.cli;

import dev.plinth.schema.convert.Conversion;
import dev.plinth.schema.convert.Conversions;
import dev.plinth.schema.convert.InsertWriter;
import dev.plinth.schema.convert.sketch.IdSource;
import dev.plinth.schema.dialect.Dialects;
import dev.plinth.schema.document.DocumentCode;
import dev.plinth.schema.document.ModelFiles;
import dev.plinth.schema.document.ModelText;
import dev.plinth.schema.problem.PlinthException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "convert",
        description = "Turns a description of tables made for something else into a model.",
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "FILE", description = "What to read.")
    private Path file = Path.of(".");

    @Option(
            names = "--from",
            paramLabel = "KIND",
            description =
                    "What it is: quick, csv, xlsx, dbml, sql:DIALECT; else the file's name tells.")
    private String kind = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description =
                    "Folder to write to, or a file that ends in .yaml or .json; without it the"
                            + " model goes to standard output.")
    private @Nullable Path path;

    @Option(
            names = "--rows",
            paramLabel = "DIALECT",
            description =
                    "Writes the rows that /insert of the shorthand wishes for, as SQL of a"
                            + " database, in place of the model.")
    private String rows = "";

    ConvertCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        String name = String.valueOf(file.getFileName());
        String from = kind.isEmpty() ? Conversions.kindOf(name).orElseThrow(this::unknown) : kind;
        Conversion made = Conversions.convert(from, name, content(), IdSource.DERIVED);
        output.problems(made.problems());
        if (!rows.isEmpty()) {
            output.print(InsertWriter.write(made.model(), made.rows(), Dialects.named(rows)));
        } else if (path == null) {
            output.print(ModelText.write("", made.model()));
        } else {
            ModelFiles.write(path, "", made.model());
            output.note(made.model().tables().size() + " tables written to " + path);
        }
        return Commands.DONE;
    }

    private PlinthException unknown() {
        return CommandCode.USAGE.because(
                "The name of " + file + " does not tell what it is; add --from.");
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw PlinthException.of(
                    DocumentCode.UNREADABLE.code(),
                    file.toString(),
                    "The file " + file + " cannot be read.",
                    DocumentCode.UNREADABLE.remedy());
        }
    }
}
