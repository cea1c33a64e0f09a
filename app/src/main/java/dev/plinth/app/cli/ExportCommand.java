package dev.plinth.app.cli;

import dev.plinth.schema.convert.Exports;
import dev.plinth.schema.document.DocumentCode;
import dev.plinth.schema.document.ModelFiles;
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
        name = "export",
        description = "Writes a model in the language of another tool.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "MODEL", description = "Model folder or file.")
    private Path model = Path.of(".");

    @Option(
            names = "--as",
            required = true,
            paramLabel = "KIND",
            description = "dbml, or mermaid for a diagram.")
    private String kind = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write to; without it the text goes to standard output.")
    private @Nullable Path file;

    ExportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        String text = Exports.write(ModelFiles.read(model).model(), kind);
        if (file == null) {
            output.print(text);
            return Commands.DONE;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw PlinthException.of(
                    DocumentCode.UNREADABLE.code(),
                    file.toString(),
                    "The file " + file + " cannot be written.",
                    DocumentCode.UNREADABLE.remedy());
        }
        output.note("Written to " + file);
        return Commands.DONE;
    }
}
